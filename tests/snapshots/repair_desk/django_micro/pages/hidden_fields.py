"""The admin without what pages hide from some roles."""

from .hidden_values import hides_order, hides_somewhere
from .tracking.admin import StateChangeInline
from .transitions import find_workflow

COLUMN = "display_"


class HiddenFieldsMixin:
    """Records in the admin, without what any page of theirs hides from the user."""

    def is_hidden(self, request, name):
        # A method that shows what is computed has a name of its own.
        name = name.removeprefix(COLUMN) if isinstance(name, str) else name
        return hides_somewhere(request.user, self.model, name)

    def keep(self, request, names):
        return [name for name in names if not self.is_hidden(request, name)]

    def get_list_display(self, request):
        return self.keep(request, super().get_list_display(request)) or ["__str__"]

    def get_list_filter(self, request):
        return self.keep(request, super().get_list_filter(request))

    def get_search_fields(self, request):
        return self.keep(request, super().get_search_fields(request)) or ["pk"]

    def get_readonly_fields(self, request, obj=None):
        return self.keep(request, super().get_readonly_fields(request, obj))

    def get_fieldsets(self, request, obj=None):
        return [
            (title, {**said, "fields": self.keep(request, said["fields"])})
            for title, said in super().get_fieldsets(request, obj)
        ]

    def get_inlines(self, request, obj):
        found = super().get_inlines(request, obj)
        workflow = find_workflow(self.model)
        if workflow and self.is_hidden(request, workflow.field):
            found = [each for each in found if not issubclass(each, StateChangeInline)]
        return found

    def get_ordering(self, request):
        is_told = hides_order(request.user, self.model)
        return ["pk"] if is_told else super().get_ordering(request)

    def lookup_allowed(self, lookup, value, request):
        name = lookup.partition("__")[0]
        if self.is_hidden(request, name):
            return False
        return super().lookup_allowed(lookup, value, request)

    def get_changelist_instance(self, request):
        found = super().get_changelist_instance(request)
        if found.date_hierarchy and self.is_hidden(request, found.date_hierarchy):
            found.date_hierarchy = None
        return found
