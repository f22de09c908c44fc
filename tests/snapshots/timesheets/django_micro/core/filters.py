from pages.filters import FilterSet

from .models import Entry, Person, Project


class PersonFilterSet(FilterSet):
    class Meta:
        model = Person
        fields = {}
        computed = {
            "latest_entry": ["range"],
        }


class ProjectFilterSet(FilterSet):
    class Meta:
        model = Project
        fields = {
            "status": ["exact"],
        }
        computed = {
            "over_budget": ["exact"],
            "overdue": ["exact"],
        }


class EntryFilterSet(FilterSet):
    class Meta:
        model = Entry
        fields = {
            "project": ["exact"],
            "person": ["exact"],
            "starts_at": ["range"],
            "billable": ["exact"],
        }
        search = {
            "project": ["name"],
            "person": ["name"],
        }
