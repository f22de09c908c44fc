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


class PolicyMiddleware:
    """Every answer says what its page may do.

    From Django 6.0, its ContentSecurityPolicyMiddleware can say the first of it.
    """

    def __init__(self, get_response):
        self.get_response = get_response
        self.policy = "; ".join(
            " ".join([name, *places]) for name, places in settings.SECURE_CSP.items()
        )

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
