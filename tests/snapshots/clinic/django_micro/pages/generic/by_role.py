"""Pages that are different for some roles, as their `page_policy` says."""

from django.utils.functional import cached_property

from records.hidden_values import (
    follow_path,
    hides_order,
    hides_path,
    hides_somewhere,
    narrow_search,
)
from records.permissions import may


class PolicyMixin:
    """A page of rows with a policy: those of its scope, without what it hides."""

    page_policy = None
    # That of the form to which the page of a row leads.
    edit_policy = None

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        if self.page_policy:
            self.is_read_only = self.page_policy.is_read_only(request.user)
        # Those of a list, and of a PDF.
        columns = getattr(self, "columns", {})
        self.columns = {k: v for k, v in columns.items() if not self.omits(k)}

    def hides(self, name):
        policy = self.page_policy
        return policy is not None and policy.hides(self.request.user, name)

    def hides_path(self, path):
        """Whether a path leads over what this page hides, or those of other rows."""
        if "__" not in path:
            return self.hides(path)
        (_model, name), *others = follow_path(self.model, path)
        user = self.request.user
        return self.hides(name) or any(hides_somewhere(user, *each) for each in others)

    def omits(self, name):
        policy = self.page_policy
        return policy is not None and policy.omits(self.request.user, name)

    @property
    def omitted(self):
        """What the page leaves out, as its template asks: `"cost" in view.omitted`."""
        return Omitted(self)

    @property
    def may_edit(self):
        """Whether the row can be changed on its form, and that is open from here."""
        user, row = self.request.user, self.object
        is_open = not self.is_read_only and self.edit_policy.lets_change(user, row)
        return is_open and may(user, "change", self.model, row)

    def has_permission(self):
        is_allowed = self.action == "view" or not self.is_read_only
        return is_allowed and super().has_permission()

    def get_queryset(self):
        rows = super().get_queryset()
        policy = self.page_policy
        return policy.narrow(rows, self.request.user) if policy else rows


class Omitted:
    def __init__(self, view):
        self.view = view

    def __contains__(self, name):
        return self.view.omits(name)


class ListMixin(PolicyMixin):
    """A list, and with it its files and what is changed from it."""

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.search_fields = [
            name for name in self.search_fields if not self.hides_path(name)
        ]
        self.sort_by = [
            text for text in self.sort_by if not self.hides_path(text.removeprefix("-"))
        ]
        self.edit_fields = [n for n in self.edit_fields if n in self.columns]
        if not self.edit_fields:
            self.bulk_actions = [n for n in self.bulk_actions if n != "change"]
        if any(map(self.hides, self.add_fields)):
            # Without what has to be there nothing can be added here.
            self.add_form, self.add_fields = None, ()

    @cached_property
    def filterset(self):
        found = super().filterset
        found.filters = {
            name: each
            for name, each in found.filters.items()
            if not self.hides_path(each.field_name)
        }
        for each in found.filters.values():
            if hasattr(each.field, "queryset"):
                narrow_search(each.field, self.request.user)
        return found


class DetailMixin(PolicyMixin):
    """A row, and those that refer to it, without what their own pages hide."""

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        if hides_order(self.request.user, self.model):
            # What comes before and after would tell.
            context |= {"previous": None, "following": None}
        return context

    @cached_property
    def groups(self):
        found = (group for group in super().groups if not self.omits(group.name))
        return [self.narrow(group) for group in found]

    def narrow(self, group):
        user, model = self.request.user, self.find_model(group)
        columns = {
            name: title
            for name, title in group.columns.items()
            if not hides_somewhere(user, model, name)
        }
        return group._replace(
            columns=columns,
            link=group.link if group.link in columns else next(iter(columns), ""),
            sums={
                name: value
                for name, value in group.sums.items()
                if name in columns and not self.hides_value(value)
            },
            sort_by=tuple(
                text
                for text in group.sort_by
                if not hides_path(user, model, text.removeprefix("-"))
            ),
        )

    def hides_value(self, name):
        return hides_somewhere(self.request.user, self.model, name)


class FormMixin(PolicyMixin):
    """A form without what the page hides."""

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        names = [*form.fields, *form.inlines]
        form.leave_out([name for name in names if self.omits(name)])
        return form


class ImportMixin(PolicyMixin):
    """A page that takes rows from a file, without what the form or the list hides."""

    @cached_property
    def importer(self):
        found = super().importer
        found.leave_out(lambda name: self.omits(name) or self.listing.hides(name))
        return found


class HomeMixin:
    """A start page; `page_policies` are those of lists, by the names of addresses."""

    page_policies = {}

    @cached_property
    def open_lists(self):
        return [self.narrow(listing) for listing in super().open_lists]

    def narrow(self, listing):
        user, model = self.request.user, listing.model
        hidden = {
            part: ""
            for part in ("chart", "moment")
            if hides_somewhere(user, model, getattr(listing, part))
        }
        return listing._replace(**hidden)

    def list_rows(self, listing):
        rows = super().list_rows(listing)
        policy = self.page_policies.get(listing.url_name)
        return policy.narrow(rows, self.request.user) if policy else rows
