"""Uploaded files, for those who may see what they belong to."""

import mimetypes

from django.apps import apps
from django.conf import settings
from django.http import Http404
from django.views.generic import View
from django.views.static import serve

from records.files import list_file_fields
from records.permissions import may
from records.querysets import restrict

from .generic.page import ReadingMixin

# A browser draws these and nothing else happens. An SVG or an HTML file could run
# scripts in the name of whoever looks at it.
PICTURES = {"image/avif", "image/gif", "image/jpeg", "image/png", "image/webp"}


class MediaView(ReadingMixin, View):
    """A file, for those who may see a row that has it.

    `masked` names the fields whose files are only for those who may change the row.
    """

    masked = ()

    def get(self, request, path):
        # PostgreSQL has no text with a NUL in it, and fails at one.
        fields = [] if "\0" in path else list_fields(path)
        if not any(self.may_read(field, path) for field in fields):
            raise Http404(path)
        response = serve(request, path, document_root=settings.MEDIA_ROOT)
        if mimetypes.guess_type(path)[0] not in PICTURES:
            response["Content-Disposition"] = "attachment"
        response["X-Content-Type-Options"] = "nosniff"
        return response

    def may_read(self, field, path):
        """Whether the user may see a row that has the file in a field."""
        user, model = self.request.user, field.model
        action = "change" if str(field) in self.masked else "view"
        rows = restrict(model._default_manager.filter(**{field.name: path}), user)
        return any(may(user, action, model, row) for row in rows)


def list_fields(path):
    """The fields that have files, those first whose folder the path begins with."""
    fields = [f for model in apps.get_models() for f in list_file_fields(model)]
    return sorted(fields, key=lambda field: not path.startswith(str(field.upload_to)))
