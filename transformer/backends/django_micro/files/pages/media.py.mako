"""Uploaded files, for those who may see what they belong to."""

import mimetypes

from django.apps import apps
from django.conf import settings
% if public_files:
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
% endif
from django.http import Http404
% if public_files:
from django.utils.decorators import method_decorator
% endif
from django.views.generic import View
from django.views.static import serve

from records.files import list_file_fields
% if hides_values:
from records.hidden_values import hides_somewhere
% endif
${"from records.permissions import OPERATIONS, is_allowed, may" if public_files else "from records.permissions import may"}
from records.querysets import restrict

from .generic.page import ReadingMixin

# A browser draws these and nothing else happens. An SVG or an HTML file could run
# scripts in the name of whoever looks at it.
PICTURES = {"image/avif", "image/gif", "image/jpeg", "image/png", "image/webp"}


% if public_files:
@method_decorator(login_not_required, name="dispatch")
% endif
class MediaView(ReadingMixin, View):
    """A file, for those who may see a row that has it.

    `masked` names the fields whose files are only for those who may change the row.
% if public_files:
    `public` names those whose files pages for everybody show, with what these pages do.
% endif
    """

    masked = ()
% if public_files:
    public = {}

    def dispatch(self, request, *args, **kwargs):
        return super().dispatch(request, *args, **kwargs)
% endif

    def get(self, request, path):
        # PostgreSQL has no text with a NUL in it, and fails at one.
        fields = [] if "\0" in path else list_fields(path)
        if not any(self.may_read(field, path) for field in fields):
% if public_files:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
% endif
            raise Http404(path)
        response = serve(request, path, document_root=settings.MEDIA_ROOT)
        if mimetypes.guess_type(path)[0] not in PICTURES:
            response["Content-Disposition"] = "attachment"
        response["X-Content-Type-Options"] = "nosniff"
        return response

    def may_read(self, field, path):
        """Whether the user may see a row that has the file in a field."""
        user, model = self.request.user, field.model
% if hides_values:
        if hides_somewhere(user, model, field.name):
            return False
% endif
% if public_files:
        if not user.is_authenticated:
            return self.is_public(field, path)
% endif
        action = "change" if str(field) in self.masked else "view"
% if has_policies:
        rows = model._default_manager.filter(**{field.name: path})
        rows = restrict(rows, user, "read")
% else:
        rows = restrict(model._default_manager.filter(**{field.name: path}), user)
% endif
        return any(may(user, action, model, row) for row in rows)
% if public_files:

    def is_public(self, field, path):
        """Whether a page for everybody shows visitors a row that has the file."""
        user, model = self.request.user, field.model
        rows = model._default_manager.filter(**{field.name: path})
        return any(
            is_allowed(user, action, model, None)
            and restrict(rows, user, OPERATIONS.get(action, "list")).exists()
            for action in self.public.get(str(field), ())
        )
% endif


def list_fields(path):
    """The fields that have files, those first whose folder the path begins with."""
    fields = [f for model in apps.get_models() for f in list_file_fields(model)]
    return sorted(fields, key=lambda field: not path.startswith(str(field.upload_to)))
