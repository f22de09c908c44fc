"""Who asks: whoever has signed in on a page, or a program with a token."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from rest_framework import authentication, exceptions

from .models import Token, make_digest

# How exact it is when a token was used last; noting it each time would cost a write.
NOTED = timedelta(hours=1)


class TokenAuthentication(authentication.BaseAuthentication):
    """`Authorization: Bearer …`; no other sign-in counts beside it."""

    keyword = "Bearer"

    def authenticate(self, request):
        header = authentication.get_authorization_header(request)
        scheme, _space, text = header.partition(b" ")
        if scheme.lower() != self.keyword.lower().encode():
            return None
        token = self.find_token(text.strip())
        if token is None or not token.user.is_active:
            raise exceptions.AuthenticationFailed(_("This token isn’t valid."))
        note_use(token)
        return token.user, token

    def find_token(self, text):
        try:
            digest = make_digest(text.decode("ascii"))
        except UnicodeDecodeError:
            return None
        # Found by its digest, so how long that takes tells nothing of a token.
        tokens = Token.objects.valid().select_related("user")
        return tokens.filter(digest=digest).first()

    def authenticate_header(self, request):
        return self.keyword


def note_use(token):
    now = timezone.now()
    if token.last_used_at is None or token.last_used_at < now - NOTED:
        Token.objects.filter(pk=token.pk).update(last_used_at=now)


class SessionAuthentication(authentication.SessionAuthentication):
    """The session of the pages, which takes a CSRF token for changes."""

    def enforce_csrf(self, request):
        try:
            super().enforce_csrf(request)
        except exceptions.PermissionDenied as error:
            raise exceptions.PermissionDenied(str(error.detail), "csrf") from None
