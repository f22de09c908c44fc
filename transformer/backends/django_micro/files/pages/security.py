"""What browsers may load, run and ask for: nothing but what this app needs."""

from django.conf import settings

# No page asks for any of these, so no script that got in may either.
UNUSED = (
    "accelerometer",
    "browsing-topics",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "hid",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "screen-wake-lock",
    "serial",
    "usb",
    "xr-spatial-tracking",
)
PERMISSIONS = ", ".join(f"{name}=()" for name in UNUSED)


# Where Django's own middleware has a number that is used once.
NONCE = "<CSP_NONCE_SENTINEL>"


def spell_policy(directives):
    """Spell a policy, given in any of the forms that Django 6.0 takes.

    There are no nonces here, so none is said to be good.
    """
    return "; ".join(
        " ".join([name, *list_sources(value)])
        for name, value in directives.items()
        if value not in (None, False)
    )


def list_sources(value):
    if value is True:
        return []
    if isinstance(value, str):
        value = [value]
    found = sorted(value) if isinstance(value, set | frozenset) else value
    return [each for each in found if each != NONCE]


class PolicyMiddleware:
    """Every answer says what its page may do.

    From Django 6.0, its ContentSecurityPolicyMiddleware can say the first of it.
    """

    def __init__(self, get_response):
        self.get_response = get_response
        self.policy = spell_policy(settings.SECURE_CSP)

    def __call__(self, request):
        response = self.get_response(request)
        if hasattr(request, "session") and request.session.accessed:
            # What one person sees, nothing on the way to them may keep.
            response.headers.setdefault("Cache-Control", "private, no-cache")
        if settings.DEBUG and response.status_code in (404, 500):
            # Django's own page about an error, for developers, has styles inside.
            return response
        response.headers.setdefault("Content-Security-Policy", self.policy)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        return response
