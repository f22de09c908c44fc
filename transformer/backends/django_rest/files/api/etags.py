"""Entity tags: whether a row is still the one that somebody has read."""

import json

from django.utils.crypto import salted_hmac
from rest_framework.renderers import JSONRenderer

from .problems import Outdated


def make_etag(row, told):
    """Return the tag of a row as it is stored, and of what is told of it.

    It is made with the app's secret, or it would tell what isn't told.
    """
    stored = [(f.attname, str(f.value_from_object(row))) for f in row._meta.fields]
    text = json.dumps(sorted(stored)) + JSONRenderer().render(told).decode()
    return f'"{salted_hmac("api.etags", text).hexdigest()[:32]}"'


def list_tags(header):
    # What is compressed on its way gets a weak tag of the same text.
    return [each.strip().removeprefix("W/") for each in header.split(",")]


def is_known(request, tag):
    """Whether whoever asks has just this already."""
    header = request.headers.get("If-None-Match", "")
    return bool(header) and (header.strip() == "*" or tag in list_tags(header))


def refuse_outdated(request, tag):
    """Refuse a request that is about a row as it was before."""
    header = request.headers.get("If-Match", "")
    if header and header.strip() != "*" and tag not in list_tags(header):
        raise Outdated
