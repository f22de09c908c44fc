"""Whom pages are for."""

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.core.exceptions import PermissionDenied
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.views import generic

from records.computed import find_labels
from records.permissions import may
from records.querysets import restrict


@method_decorator(login_not_required, name="dispatch")
class ReadingMixin:
    """A page that needs no sign-in, because all it does is show something."""

    def dispatch(self, request, *args, **kwargs):
        return super().dispatch(request, *args, **kwargs)


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

    @cached_property
    def model(self):
        """That of the rows, where a view says only which rows it has."""
        self.model = None  # as Django asks for it meanwhile
        return self.get_queryset().model

    def has_permission(self):
        """Whether the user may do the page's action, and has what else it requires."""
        user = self.request.user
        return super().has_permission() and may(user, self.action, self.model)

    def get_queryset(self):
        rows = restrict(super().get_queryset(), self.request.user)
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
        return super().get_context_data(**{**allowed, **kwargs})
