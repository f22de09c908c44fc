"""The rows that a form may refer to."""

from django.http import Http404
from django.utils.translation import gettext as _
from rest_framework import exceptions
from rest_framework.decorators import action

% if hides_values:
from records.hidden_values import hides_somewhere
% endif
from records.search import search_rows

from .fields import list_targets, spell_key
from .filters import PAGES
from .permissions import TokenPermission, is_for
from .problems import bad_parameter


class ChoicesMixin:
    """Rows with references, which lead to those that whoever writes them may see."""

    @action(detail=False, url_path=r"choices/(?P<field>\w+)")
    def list_choices(self, request, *args, **kwargs):
        rows = self.find_choices(kwargs["field"])
        for name in request.query_params.keys() - PAGES - {"search"}:
            raise bad_parameter(name, _("There is no such parameter."), "unknown")
        text = request.query_params.get("search", "").strip()
        if text:
            rows = search_rows(rows, self.list_paths(rows.model), text)
        page = self.paginate_queryset(rows)
        found = [{"key": spell_key(row.pk), "display": str(row)} for row in page]
        return self.get_paginated_response(found)

    def find_choices(self, spelled):
        """The rows for a field of the form that makes rows, or else changes them."""
        attributes = {self.names.get(each, each): each for each in self.list_inputs()}
        name = attributes.get(spelled)
        field = name and self.model._meta.get_field(name)
        if not field or not field.is_relation:
            raise Http404
        if not is_for(self.request.auth, field.related_model):
            text = TokenPermission.message
            raise exceptions.PermissionDenied(text, TokenPermission.code)
        rows = field.related_model._default_manager.all()
        return list_targets(rows, self.request.user)

    def list_inputs(self):
        """The names of what the forms take that are open to the user."""
        options = self.serializer_class.Meta
        forms = {"create": "create_fields", "partial_update": "update_fields"}
        for action_name, fields in forms.items():
            if hasattr(self, action_name) and self.may_do(action_name):
                for name in getattr(options, fields, ()):
                    if not self.omits(name, action_name):
                        yield name

    def list_paths(self, model):
        """Where to look for what people call a row."""
        paths = getattr(model, "search_fields", ())
% if hides_values:
        user = self.request.user
        return [name for name in paths if not hides_somewhere(user, model, name)]
% else:
        return paths
% endif
