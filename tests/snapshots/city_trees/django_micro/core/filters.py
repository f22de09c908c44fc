from pages.filters import FilterSet

from .models import Species, Tree, Visit, Volunteer


class TreeFilterSet(FilterSet):
    class Meta:
        model = Tree
        fields = {
            "species": ["exact"],
            "district": ["exact"],
            "planted_on": ["range", "isnull"],
            "condition": ["exact"],
            "caretaker": ["exact"],
            "is_protected": ["exact"],
            "recorded_by": ["exact"],
            "recorded_at": ["range"],
        }
        search = {
            "species": ["name"],
            "caretaker": ["name"],
            "recorded_by": ["username"],
        }


class SpeciesFilterSet(FilterSet):
    class Meta:
        model = Species
        fields = {
            "is_native": ["exact"],
        }


class VolunteerFilterSet(FilterSet):
    class Meta:
        model = Volunteer
        fields = {
            "has_keys": ["exact"],
            "since": ["range", "isnull"],
        }


class VisitFilterSet(FilterSet):
    class Meta:
        model = Visit
        fields = {
            "tree": ["exact"],
            "volunteer": ["exact"],
            "visited_on": ["range"],
            "found": ["exact"],
            "recorded_at": ["range"],
        }
        search = {
            "tree": ["number"],
            "volunteer": ["name"],
        }
