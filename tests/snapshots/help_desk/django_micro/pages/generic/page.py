"""Whom pages are for."""

from django.contrib.auth.mixins import PermissionRequiredMixin
from django.core.exceptions import PermissionDenied
from django.utils.functional import cached_property
from django.views import generic
from django.views.generic.detail import SingleObjectMixin

from records.computed import find_labels
from records.permissions import OPERATIONS, may
from records.querysets import restrict


class ReadingMixin:
    """A page that does no more than show something."""


class PageView(ReadingMixin, generic.TemplateView):
    pass


class RecordMixin(PermissionRequiredMixin):
    """A page of those records that one may see, for whoever may do its `action`.

    `get_queryset()` says which rows those are. They have the values that `computed`
    names, added when the page is asked for, because some depend on what day it is.
    """

    action = "view"
    computed = ()
    permission_required = ()
    # Django would add a name made from the model's, which hides `user` or `form` if
    # that's what the model is called.
    context_object_name = "object"
    # Whether nothing can be changed there.
    is_read_only = False
    # The policy of the page of a row, where there is one.
    row_policy = None
    # Whether values of rows can be changed where they stand.
    sets_values = False

    @cached_property
    def model(self):
        """That of the rows, where a view says only which rows it has."""
        self.model = None  # as Django asks for it meanwhile
        return self.get_queryset().model

    def has_permission(self):
        """Whether the user may do the page's action, and has what else it requires."""
        is_reading = self.is_about_row and self.action == "view"
        action = "read" if is_reading else self.action
        return super().has_permission() and may(self.request.user, action, self.model)

    def hides(self, name):
        """Whether a value of the rows is kept from the user."""
        return False

    @property
    def is_about_row(self):
        return isinstance(self, SingleObjectMixin)

    def get_queryset(self):
        operation = "read" if self.is_about_row else "list"
        rows = restrict(super().get_queryset(), self.request.user, operation)
        return rows.with_computed(*self.computed) if self.computed else rows

    @cached_property
    def labels(self):
        """The titles of computed values that are enumerations."""
        return find_labels(self.get_queryset(), self.computed)

    def get_object(self, queryset=None):
        row = super().get_object(queryset)
        if not may(self.request.user, self.action, self.model, row):
            raise PermissionDenied
        return row

    def get_context_data(self, **kwargs):
        user, row = self.request.user, getattr(self, "object", None)
        actions = ("add", "change", "delete")
        allowed = {f"may_{each}": may(user, each, self.model, row) for each in actions}
        # What was put away is restored by the rules of a row's own page.
        is_closed = self.row_policy and self.row_policy.is_read_only(user)
        restoring = {"may_restore": allowed["may_delete"] and not is_closed}
        if self.is_read_only:
            allowed = dict.fromkeys(allowed, False)
        allowed |= restoring
        context = super().get_context_data(**{**allowed, **kwargs})
        if "object_list" in context:
            context["rows_with_rights"] = self.add_rights(context)
        return context

    def add_rights(self, context):
        """The rows of a page, each with whether it may be changed and deleted.

        The last says whether its values can be changed where it stands.
        """
        rows = list(context["object_list"])
        changeable = self.find_allowed("change", rows)
        deletable = self.find_allowed("delete", rows)
        settable = changeable if self.sets_values else ()
        sets = (changeable, deletable, settable)
        return [(row, *(row.pk in keys for keys in sets)) for row in rows]

    def find_allowed(self, action, rows):
        """The keys of those of some rows with which one may do something."""
        if self.is_read_only or not may(self.request.user, action, self.model):
            return set()
        keys = {row.pk for row in rows}
        everything = self.model._default_manager.filter(pk__in=keys)
        found = restrict(everything, self.request.user, OPERATIONS[action])
        return keys if found is everything else set(found.values_list("pk", flat=True))
