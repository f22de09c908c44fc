"""Requests that do once what they do, however often they are sent.

A key in the header `Idempotency-Key` tells a repetition from another request. The
answer is kept for a day, in the transaction of what was done: of two requests with the
same key the second waits for the first. What was refused has done nothing, and isn't
kept.
"""

import functools
import hashlib
import json
import re
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from rest_framework import status
from rest_framework.renderers import JSONRenderer
from rest_framework.response import Response

from pages.accounts.throttling import find_client_address

from .models import KeptAnswer
from .problems import Problem, bad_parameter, conflict

HEADER = "Idempotency-Key"
KEPT = timedelta(days=1)
VISIBLE = re.compile(r"[!-~]{1,255}")
KEPT_HEADERS = ("ETag", "Location")


def once(handler):
    """Let a method of a view answer a repetition as it answered the first time."""

    @functools.wraps(handler)
    def handle(view, request, *args, **kwargs):
        name = request.headers.get(HEADER)
        if name is None:
            return handler(view, request, *args, **kwargs)
        if not VISIBLE.fullmatch(name):
            text = _("A key is 1 to 255 visible characters.")
            raise bad_parameter(HEADER, text, "idempotency-key")
        key, digest = make_key(request, name), make_digest(request)
        try:
            with transaction.atomic():
                kept = claim(key, digest)
                response = handler(view, request, *args, **kwargs)
                keep(kept, response)
        except Repeated:
            return repeat(key, digest)
        return response

    return handle


class Repeated(Exception):
    """The key was used before."""


def make_key(request, name):
    user = request.user
    person = user.pk if user.is_authenticated else find_client_address(request)
    return make_hash([str(person), name])


def make_digest(request):
    """What tells a request from others: where it goes, and what is sent."""
    data = request.data
    if hasattr(data, "lists"):
        files = request.FILES
        sent = sorted((k, v) for k, v in data.lists() if k not in files)
        sent += sorted((k, hash_file(each)) for k, each in files.items())
    else:
        sent = data
    return make_hash([request.method, request.get_full_path(), sent])


def hash_file(file):
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return [file.name, digest.hexdigest()]


def make_hash(parts):
    text = json.dumps(parts, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def claim(key, digest):
    """Keep others from doing the same, or raise Repeated."""
    outdated = timezone.now() - KEPT
    KeptAnswer.objects.filter(created_at__lt=outdated).delete()
    try:
        with transaction.atomic():
            return KeptAnswer.objects.create(key=key, digest=digest)
    except IntegrityError as error:
        raise Repeated from error


def keep(kept, response):
    kept.status = response.status_code
    kept.headers = {n: response[n] for n in KEPT_HEADERS if n in response}
    if response.data is not None:
        kept.body = JSONRenderer().render(response.data).decode()
    kept.save()


def repeat(key, digest):
    kept = KeptAnswer.objects.filter(key=key).first()
    if kept is None or not kept.status:
        raise conflict(_("The same request is being answered."), "idempotency-key")
    if kept.digest != digest:
        text = _("Another request had this key.")
        code = status.HTTP_422_UNPROCESSABLE_ENTITY
        raise Problem(text, "idempotency-key", code)
    data = json.loads(kept.body) if kept.body else None
    return Response(data, kept.status, headers=kept.headers)
