"""The admin without what pages hide from some roles."""

from records.hidden_values import hides_path, hides_term
from records.tracking.admin import StateChangeInline
from records.transitions import find_workflow

COLUMN = "display_"
# What search fields may begin with.
SIGNS = "^=@"


class HiddenInputsMixin:
    """Records in a form of the admin, without what any page of theirs hides."""

    def is_hidden(self, request, name):
        # Filters may be pairs with a class, or classes that go by no field.
        name = name[0] if isinstance(name, tuple) else name
        if not isinstance(name, str):
            return False
        # A method that shows what is computed has a name of its own.
        path = name.lstrip(SIGNS).removeprefix(COLUMN)
        return hides_path(request.user, self.model, path)

    def keep(self, request, names):
        return [name for name in names if not self.is_hidden(request, name)]

    def keep_lines(self, request, lines):
        """The lines of a form, of which some have several fields."""
        for line in lines:
            if isinstance(line, (list, tuple)):
                if kept := self.keep(request, line):
                    yield tuple(kept)
            elif not self.is_hidden(request, line):
                yield line

    def get_readonly_fields(self, request, obj=None):
        return self.keep(request, super().get_readonly_fields(request, obj))

    def get_fieldsets(self, request, obj=None):
        return [
            (title, {**said, "fields": list(self.keep_lines(request, said["fields"]))})
            for title, said in super().get_fieldsets(request, obj)
        ]

    def get_ordering(self, request):
        found = super().get_ordering(request)
        terms = found or self.model._meta.ordering
        is_told = any(hides_term(request.user, self.model, term) for term in terms)
        return ["pk"] if is_told else found


class HiddenFieldsMixin(HiddenInputsMixin):
    """Records in the admin, without what any page of theirs hides from the user."""

    def get_list_display(self, request):
        return self.keep(request, super().get_list_display(request)) or ["__str__"]

    def get_list_filter(self, request):
        return self.keep(request, super().get_list_filter(request))

    def get_search_fields(self, request):
        return self.keep(request, super().get_search_fields(request)) or ["pk"]

    def get_inlines(self, request, obj):
        found = super().get_inlines(request, obj)
        workflow = find_workflow(self.model)
        if workflow and self.is_hidden(request, workflow.field):
            found = [each for each in found if not issubclass(each, StateChangeInline)]
        return found

    def lookup_allowed(self, lookup, value, request):
        if self.is_hidden(request, lookup):
            return False
        return super().lookup_allowed(lookup, value, request)

    def get_changelist_formset(self, request, **kwargs):
        found = super().get_changelist_formset(request, **kwargs)
        inputs = found.form.base_fields
        for name in [name for name in inputs if self.is_hidden(request, name)]:
            del inputs[name]
        return found

    def get_changelist_instance(self, request):
        found = super().get_changelist_instance(request)
        if found.date_hierarchy and self.is_hidden(request, found.date_hierarchy):
            found.date_hierarchy = None
        return found
