from pages.filters import FilterSet

from .models import (
    Booking,
    Club,
    Ground,
    Locker,
    Match,
    MedicalCard,
    Member,
    Team,
    Trophy,
)


class ClubFilterSet(FilterSet):
    class Meta:
        model = Club
        fields = {
            "founded": ["range", "isnull"],
        }


class MemberFilterSet(FilterSet):
    class Meta:
        model = Member
        fields = {
            "club": ["exact"],
        }
        search = {
            "club": ["name"],
        }


class MedicalCardFilterSet(FilterSet):
    class Meta:
        model = MedicalCard
        fields = {
            "member": ["exact"],
        }
        search = {
            "member": ["name", "email"],
        }


class TeamFilterSet(FilterSet):
    class Meta:
        model = Team
        fields = {
            "club": ["exact"],
            "created_at": ["range"],
            "created_by": ["exact"],
            "updated_by": ["exact"],
            "trainer": ["exact"],
            "players": ["exact"],
        }
        search = {
            "club": ["name"],
            "created_by": ["name", "email"],
            "updated_by": ["name", "email"],
            "trainer": ["name", "email"],
            "players": ["name", "email"],
        }


class MatchFilterSet(FilterSet):
    class Meta:
        model = Match
        fields = {
            "club": ["exact"],
            "team": ["exact"],
            "ground": ["exact"],
            "kick_off": ["range"],
            "status": ["exact"],
        }
        search = {
            "club": ["name"],
            "team": ["name"],
            "ground": ["name"],
        }


class TrophyFilterSet(FilterSet):
    class Meta:
        model = Trophy
        fields = {
            "created_at": ["range"],
            "created_by": ["exact"],
            "updated_by": ["exact"],
            "won_on": ["range", "isnull"],
            "team": ["exact"],
        }
        search = {
            "created_by": ["name", "email"],
            "updated_by": ["name", "email"],
            "team": ["name"],
        }


class GroundFilterSet(FilterSet):
    class Meta:
        model = Ground
        fields = {
            "club": ["exact"],
            "kind": ["exact"],
        }
        search = {
            "club": ["name"],
        }


class BookingFilterSet(FilterSet):
    class Meta:
        model = Booking
        fields = {
            "ground": ["exact"],
            "member": ["exact"],
            "starts_at": ["range"],
            "cancelled": ["exact"],
            "created_at": ["range"],
            "created_by": ["exact"],
            "updated_by": ["exact"],
        }
        search = {
            "ground": ["name"],
            "member": ["name", "email"],
            "created_by": ["name", "email"],
            "updated_by": ["name", "email"],
        }


class LockerFilterSet(FilterSet):
    class Meta:
        model = Locker
        fields = {
            "starts_at": ["range"],
            "created_at": ["range"],
            "created_by": ["exact"],
            "updated_by": ["exact"],
        }
        search = {
            "created_by": ["name", "email"],
            "updated_by": ["name", "email"],
        }
