"""Forms that do once what they do, however often they are sent.

A form bears a token in a hidden input, as a request of an API has it in a header
`Idempotency-Key`. A key is made of the token and of all that was sent with it: whoever
goes back, changes something and sends the form again has sent something else.
"""

import hashlib
import secrets
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from .models import IdempotencyKey

# No field has a hyphen in its name.
INPUT = "idempotency-key"
KEPT = timedelta(days=1)

# What doesn't count: it is sent along, but does nothing to the row.
IGNORED = {"csrfmiddlewaretoken", "form-another"}


class Repeated(Exception):
    """What was sent is a repetition: it has been done, or is being done."""


def make_token():
    """Return what tells a form from the same form on another page."""
    return secrets.token_hex(16)


def read_request_key(request):
    """Return the key of what was sent; nothing if it bears no token."""
    if not request.POST.get(INPUT):
        return ""
    names = sorted(request.POST.keys() - IGNORED)
    sent = [(name, request.POST.getlist(name)) for name in names]
    files = [(name, file.name, file.size) for name, file in request.FILES.items()]
    return make_key(request, sent, files)


def make_key(request, *parts):
    """Return a key of what someone sent to an address."""
    text = repr([request.user.pk, request.path, parts])
    return hashlib.sha256(text.encode()).hexdigest()


def claim_key(key):
    """Keep others from doing the same, or raise Repeated; within a transaction.

    Whoever comes second waits here until the first has done it, or has given up.
    """
    transaction.on_commit(delete_outdated)
    try:
        return IdempotencyKey.objects.create(key=key)
    except IntegrityError as error:
        raise Repeated from error


def settle_key(claimed, row):
    """Note which row was made under a key; without one the key may be used again."""
    if row is None or row._state.adding:
        claimed.delete()
    else:
        claimed.object_key = str(row.pk)
        claimed.save(update_fields=["object_key"])


def delete_outdated():
    outdated = timezone.now() - KEPT
    IdempotencyKey.objects.filter(created_at__lt=outdated).delete()


def find_object(key, model):
    """Return the row that was made under the key, if it is still there."""
    # Without a row it is this very form, which is being sent.
    known = IdempotencyKey.objects.exclude(object_key="")
    done = known.filter(key=key).first() if key else None
    if not done:
        return None
    row = model._default_manager.filter(pk=done.object_key).first()
    if not row:
        # It has been deleted, so that it may be made again.
        done.delete()
    return row
