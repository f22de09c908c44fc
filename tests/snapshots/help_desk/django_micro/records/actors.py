"""Who is behind what is being written."""

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


def act_for(user, row):
    """Let a row know who is about to change it: a user, or nobody at all."""
    row._actor = user


def find_actor(row=None):
    """Return for whom a row is written: a user, or a visitor; None in `manage.py`.

    A row that was told for whom is asked first.
    """
    return getattr(row, "_actor", getattr(_request.get(), "user", None))


def find_person(row=None):
    """Return the user for whom a row is written, if that is somebody."""
    user = find_actor(row)
    return user if user is not None and user.is_authenticated else None
