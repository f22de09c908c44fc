from django import forms

from pages.accounts.forms import AccountModelForm
from pages.forms import DateInput, DateTimeInput, Inline, ModelForm, Reference

from .models import Address, Booking, Club, Ground, Lock, Locker, Match, Member, Team


class TeamForm(ModelForm):
    references = {
        "club": Reference(["name"], add="club_create"),
        "trainer": Reference(["name", "email"], add="member_create"),
        "players": Reference(["name", "email"]),
    }

    class Meta:
        model = Team
        fields = [
            "club",
            "name",
            "trainer",
            "players",
        ]


class MatchForm(ModelForm):
    fieldsets = [
        (
            "Match",
            [
                "team",
                "opponent",
                "kick_off",
                "club",
                "ground",
                "goals_for",
                "goals_against",
                "status",
            ],
        ),
    ]
    references = {
        "team": Reference(["name"], add="team_create"),
        "club": Reference(["name"], add="club_create"),
        "ground": Reference(["name"], add="ground_create"),
    }

    class Meta:
        model = Match
        fields = [
            "team",
            "opponent",
            "kick_off",
            "club",
            "ground",
            "goals_for",
            "goals_against",
            "status",
        ]
        labels = {
            "opponent": "Against",
            "kick_off": "Kick-off",
        }
        widgets = {
            "kick_off": DateTimeInput(),
            "goals_for": forms.NumberInput(attrs={"min": 0}),
            "goals_against": forms.NumberInput(attrs={"min": 0}),
        }


class ClubForm(ModelForm):
    class Meta:
        model = Club
        fields = [
            "name",
            "founded",
        ]
        widgets = {
            "founded": DateInput(),
        }


class GroundForm(ModelForm):
    references = {
        "club": Reference(["name"], add="club_create"),
    }

    class Meta:
        model = Ground
        fields = [
            "name",
            "club",
            "kind",
        ]


class BookingForm(ModelForm):
    references = {
        "ground": Reference(["name"], add="ground_create"),
        "member": Reference(["name", "email"], add="member_create"),
    }

    class Meta:
        model = Booking
        fields = [
            "ground",
            "member",
            "starts_at",
            "hours",
            "cancelled",
        ]
        widgets = {
            "starts_at": DateTimeInput(),
            "hours": forms.NumberInput(attrs={"min": 1, "max": 3}),
        }


class AddressLineForm(ModelForm):
    class Meta:
        model = Address
        fields = [
            "street",
            "town",
        ]


class LockLineForm(ModelForm):
    class Meta:
        model = Lock
        fields = [
            "maker",
            "combination",
        ]


class MemberForm(AccountModelForm):
    references = {
        "club": Reference(["name"], add="club_create"),
    }
    inlines = {
        "home": Inline(AddressLineForm, "Home"),
    }

    class Meta:
        model = Member
        fields = [
            "club",
            "name",
            "email",
            "birthday",
        ]
        widgets = {
            "birthday": DateInput(),
        }


class LockerForm(ModelForm):
    inlines = {
        "lock": Inline(LockLineForm, "Lock", is_required=True),
    }

    class Meta:
        model = Locker
        fields = [
            "number",
            "starts_at",
            "seasons",
        ]
        widgets = {
            "starts_at": DateTimeInput(),
            "seasons": forms.NumberInput(attrs={"min": 1, "max": 1}),
        }
