"""A form that was sent twice makes one row, and both times leads to it."""

import hashlib
import secrets
from datetime import timedelta

from django.contrib.sessions.models import Session
from django.utils import timezone

PREFIX = "sent-"
KEPT = timedelta(days=1)


def make_token():
    """What tells a form from the same form on another page."""
    return secrets.token_hex(16)


class Sending:
    """What was sent; the row that it made is kept for a day among the sessions.

    There the key is unique, so that of two requests at the same time one fails. Whoever
    goes back, changes something and sends the form again has sent something else.
    """

    def __init__(self, request):
        self.key = spell_key(request) if "form-sending" in request.POST else ""

    def find_row(self, model):
        """The row that the same form has made already, if it is still there."""
        if not self.key:
            return None
        kept = Session.objects.filter(session_key=self.key).first()
        if not kept:
            return None
        row = model._default_manager.filter(pk=kept.get_decoded().get("row")).first()
        if not row:
            kept.delete()
        return row

    def keep(self, row):
        """Remember the row; an IntegrityError if the form made another meanwhile."""
        if not self.key:
            return
        now = timezone.now()
        old = Session.objects.filter(session_key__startswith=PREFIX)
        old.filter(expire_date__lt=now).delete()
        Session.objects.create(
            session_key=self.key,
            session_data=Session.objects.encode({"row": str(row.pk)}),
            expire_date=now + KEPT,
        )


def spell_key(request):
    """A key that no session has, made from all that was sent."""
    sent = [
        (name, request.POST.getlist(name))
        for name in sorted(request.POST)
        if name != "csrfmiddlewaretoken"
    ]
    files = [(name, file.name, file.size) for name, file in request.FILES.items()]
    digest = hashlib.sha256(repr([request.path, sent, files]).encode()).hexdigest()
    return f"{PREFIX}{digest[:32]}"
