"""What browsers may load and run: nothing but what this app serves itself."""

POLICY = "; ".join(
    [
        "default-src 'self'",
        # Bootstrap's small pictures are part of its style sheet.
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    ]
)


class ContentSecurityPolicyMiddleware:
    """Every answer says what its page may load; Django 6.0 has a setting for it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        return response
