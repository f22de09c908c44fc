"""Who is behind the request that is being answered."""

from contextvars import ContextVar

_request = ContextVar("request", default=None)


class ActorMiddleware:
    """Lets models know, which see no request, for whom rows are written."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        token = _request.set(request)
        try:
            return self.get_response(request)
        finally:
            _request.reset(token)


def find_actor():
    """Return whoever is signed in; None in `manage.py` and for visitors."""
    user = getattr(_request.get(), "user", None)
    return user if user is not None and user.is_authenticated else None
