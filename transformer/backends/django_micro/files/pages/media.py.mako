"""Uploaded files, for those who may read the pages that link to them."""

import mimetypes

% if has_policies:
from django.apps import apps
% endif
from django.conf import settings
% if has_policies:
from django.db.models import FileField
from django.http import Http404
% endif
from django.views.generic import View
from django.views.static import serve

from .generic.page import ReadingMixin
% if has_policies:
from .permissions import may
from .querysets import restrict
% endif

# A browser draws these and nothing else happens. An SVG or an HTML file could run
# scripts in the name of whoever looks at it.
PICTURES = {"image/avif", "image/gif", "image/jpeg", "image/png", "image/webp"}


class MediaView(ReadingMixin, View):
    def get(self, request, path):
% if has_policies:
        if not may_fetch(request.user, path):
            raise Http404
% endif
        response = serve(request, path, document_root=settings.MEDIA_ROOT)
        if mimetypes.guess_type(path)[0] not in PICTURES:
            response["Content-Disposition"] = "attachment"
        response["X-Content-Type-Options"] = "nosniff"
        return response
% if has_policies:


def may_fetch(user, path):
    """Tell whether a file belongs to a row that a user may see."""
    if user.is_superuser:
        return True
    return any(has_file(*each, path) for each in list_open_fields(user))


def list_open_fields(user):
    """List the fields that hold files, each with the rows that a user may see."""
    for model in apps.get_app_config("core").get_models():
        fields = [f for f in model._meta.concrete_fields if isinstance(f, FileField)]
        for action, operation in (("view", "list"), ("read", "read")):
            if fields and may(user, action, model):
                rows = restrict(model._default_manager.all(), user, operation)
                yield from ((field, rows) for field in fields)


def has_file(field, rows, path):
    return rows.filter(**{field.name: path}).exists()
% endif
