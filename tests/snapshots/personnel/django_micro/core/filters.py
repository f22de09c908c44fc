from pages.filters import FilterSet

from .models import Absence, Contract, Review, User


class UserFilterSet(FilterSet):
    class Meta:
        model = User
        fields = {
            "role": ["exact"],
            "lead": ["exact"],
        }
        search = {
            "lead": ["name"],
        }


class ContractFilterSet(FilterSet):
    class Meta:
        model = Contract
        fields = {
            "employer": ["exact"],
            "person": ["exact"],
            "starts": ["range"],
            "ends": ["range", "isnull"],
        }
        search = {
            "employer": ["name"],
            "person": ["name"],
        }


class AbsenceFilterSet(FilterSet):
    class Meta:
        model = Absence
        fields = {
            "kind": ["exact"],
            "state": ["exact"],
            "person": ["exact"],
        }
        search = {
            "person": ["name"],
        }


class ReviewFilterSet(FilterSet):
    class Meta:
        model = Review
        fields = {
            "employer": ["exact"],
            "person": ["exact"],
            "held_by": ["exact"],
            "held_on": ["range", "isnull"],
            "is_shared": ["exact"],
        }
        search = {
            "employer": ["name"],
            "person": ["name"],
            "held_by": ["name"],
        }
