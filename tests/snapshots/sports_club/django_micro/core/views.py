from django.urls import reverse_lazy

from pages import generic
from pages.generic import access, by_role, put_away, state_changes

from . import filters, forms, policies
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


class HomeView(by_role.HomeMixin, generic.HomeView):
    lists = [
        generic.Listing("club_list", "Clubs", Club, chart="founded"),
        generic.Listing("member_list", "Members", Member, chart="birthday"),
        generic.Listing("medical_card_list", "Medical cards", MedicalCard),
        generic.Listing("team_list", "Teams", Team, moment="created_at"),
        generic.Listing("match_list", "Matches", Match, chart="status"),
        generic.Listing(
            "trophy_list",
            "Trophies",
            Trophy,
            chart="won_on",
            moment="created_at",
        ),
        generic.Listing("ground_list", "Grounds", Ground, chart="kind"),
        generic.Listing("booking_list", "Bookings", Booking, moment="created_at"),
        generic.Listing("locker_list", "Lockers", Locker, moment="created_at"),
    ]
    page_policies = {
        "team_list": policies.team_list_policy,
    }


class TeamListView(by_role.PolicyMixin, generic.ListView):
    model = Team
    queryset = Team.objects.select_related("trainer")
    page_policy = policies.team_list_policy
    columns = {
        "name": "Team",
        "trainer": "Trainer",
    }
    template_name = "core/team_list.html"
    url_name = "team_list"
    search_fields = Team.search_fields
    filterset_class = filters.TeamFilterSet
    bulk_actions = ["delete"]
    sort_by = ["name"]
    paths = {
        "trainer": "trainer__name",
    }
    add_form = forms.TeamForm
    add_fields = ["club", "name"]
    account_fields = ["created_by", "updated_by"]


class TeamDetailView(generic.DetailView):
    model = Team
    queryset = Team.objects.select_related(
        "club",
        "created_by",
        "trainer",
        "updated_by",
    )
    template_name = "core/team_detail.html"
    related = [
        generic.Related(
            "players",
            "Players",
            select=["club"],
            columns={
                "club": "Club",
                "name": "Name",
                "email": "Email",
                "birthday": "Birthday",
            },
            link="name",
        ),
        generic.Related(
            "matches",
            "Matches",
            select=["club", "ground"],
            index="match_list",
            add="match_create",
            columns={
                "club": "Club",
                "opponent": "Opponent",
                "ground": "Ground",
                "kick_off": "Kick off",
                "goals_for": "Goals for",
                "goals_against": "Goals against",
                "status": "Status",
            },
            link="opponent",
        ),
        generic.Related(
            "trophies",
            "Trophies",
            select=["created_by", "updated_by"],
            index="trophy_list",
            columns={
                "created_at": "Created at",
                "updated_at": "Updated at",
                "created_by": "Created by",
                "updated_by": "Updated by",
                "name": "Name",
                "won_on": "Won on",
            },
            link="name",
        ),
    ]


class TeamCreateView(generic.CreateView):
    model = Team
    form_class = forms.TeamForm
    account_fields = ["created_by", "updated_by"]
    template_name = "core/team_create.html"


class MatchListView(generic.ListView):
    model = Match
    queryset = Match.objects.select_related("club", "ground", "team")
    columns = {
        "club": "Club",
        "opponent": "Opponent",
        "team": "Team",
        "ground": "Ground",
        "kick_off": "Kick off",
        "goals_for": "Goals for",
        "goals_against": "Goals against",
        "status": "Status",
    }
    template_name = "core/match_list.html"
    url_name = "match_list"
    search_fields = Match.search_fields
    filterset_class = filters.MatchFilterSet
    bulk_actions = ["delete"]
    paths = {
        "club": "club__name",
        "team": "team__name",
        "ground": "ground__name",
    }


class MatchCreateView(generic.CreateView):
    model = Match
    form_class = forms.MatchForm
    template_name = "core/match_create.html"


class MatchDetailView(state_changes.StatefulMixin, generic.DetailView):
    model = Match
    queryset = Match.objects.select_related("club", "ground", "team")
    template_name = "core/match_detail.html"
    transition_page = "match_transition"


class TrophyListView(access.PublicListMixin, generic.ListView):
    model = Trophy
    queryset = Trophy.objects.select_related("created_by", "team", "updated_by")
    page_access = policies.trophy_list_access
    columns = {
        "created_at": "Created at",
        "updated_at": "Updated at",
        "created_by": "Created by",
        "updated_by": "Updated by",
        "name": "Name",
        "won_on": "Won on",
        "team": "Team",
    }
    template_name = "core/trophy_list.html"
    url_name = "trophy_list"
    search_fields = Trophy.search_fields
    filterset_class = filters.TrophyFilterSet
    bulk_actions = ["delete"]
    paths = {
        "created_by": "created_by__name",
        "updated_by": "updated_by__name",
        "team": "team__name",
    }


class MemberListView(generic.ListView):
    model = Member
    queryset = Member.objects.select_related("club")
    columns = {
        "club": "Club",
        "name": "Name",
        "email": "Email",
        "birthday": "Birthday",
    }
    template_name = "core/member_list.html"
    url_name = "member_list"
    search_fields = Member.search_fields
    filterset_class = filters.MemberFilterSet
    bulk_actions = ["delete"]
    paths = {
        "club": "club__name",
    }
    add_form = forms.MemberForm
    add_fields = ["name", "email"]


class MemberCreateView(generic.CreateView):
    model = Member
    form_class = forms.MemberForm
    template_name = "core/member_create.html"
    success_url = reverse_lazy("member_list")


class MedicalCardListView(access.AccessMixin, generic.ListView):
    model = MedicalCard
    queryset = MedicalCard.objects.select_related("member")
    page_access = policies.medical_card_list_access
    columns = {
        "member": "Member",
        "blood_group": "Blood group",
        "allergies": "Allergies",
        "revision": "Revision",
    }
    masked = ["blood_group", "allergies"]
    template_name = "core/medical_card_list.html"
    url_name = "medical_card_list"
    filterset_class = filters.MedicalCardFilterSet
    bulk_actions = ["delete"]
    paths = {
        "member": "member__name",
    }


class ClubListView(generic.ListView):
    model = Club
    columns = {
        "name": "Name",
        "founded": "Founded",
    }
    template_name = "core/club_list.html"
    url_name = "club_list"
    search_fields = Club.search_fields
    filterset_class = filters.ClubFilterSet
    bulk_actions = ["delete"]
    add_form = forms.ClubForm
    add_fields = ["name"]


class ClubDetailView(generic.DetailView):
    model = Club
    template_name = "core/club_detail.html"
    related = [
        generic.Related(
            "members",
            "Members",
            index="member_list",
            add="member_create",
            columns={"name": "Name", "email": "Email", "birthday": "Birthday"},
            link="name",
        ),
        generic.Related(
            "teams",
            "Teams",
            select=["trainer"],
            index="team_list",
            columns={"name": "Team", "trainer": "Trainer"},
            link="name",
            sort_by=["name"],
        ),
        generic.Related(
            "matches",
            "Matches",
            select=["ground", "team"],
            index="match_list",
            add="match_create",
            columns={
                "opponent": "Opponent",
                "team": "Team",
                "ground": "Ground",
                "kick_off": "Kick off",
                "goals_for": "Goals for",
                "goals_against": "Goals against",
                "status": "Status",
            },
            link="opponent",
        ),
        generic.Related(
            "grounds",
            "Grounds",
            index="ground_list",
            add="ground_create",
            columns={"name": "Name", "kind": "Kind"},
            link="name",
        ),
    ]


class ClubCreateView(generic.CreateView):
    model = Club
    form_class = forms.ClubForm
    template_name = "core/club_create.html"


class ClubUpdateView(generic.UpdateView):
    model = Club
    form_class = forms.ClubForm
    template_name = "core/club_update.html"


class GroundListView(generic.ListView):
    model = Ground
    queryset = Ground.objects.select_related("club")
    columns = {
        "name": "Name",
        "club": "Club",
        "kind": "Kind",
    }
    template_name = "core/ground_list.html"
    url_name = "ground_list"
    search_fields = Ground.search_fields
    filterset_class = filters.GroundFilterSet
    bulk_actions = ["change", "delete"]
    edit_form = forms.GroundForm
    edit_fields = ["kind"]
    paths = {
        "club": "club__name",
    }
    add_form = forms.GroundForm
    add_fields = ["name", "club"]


class GroundDetailView(generic.DetailView):
    model = Ground
    queryset = Ground.objects.select_related("club")
    template_name = "core/ground_detail.html"
    related = [
        generic.Related(
            "matches",
            "Matches",
            select=["club", "team"],
            index="match_list",
            add="match_create",
            columns={
                "club": "Club",
                "opponent": "Opponent",
                "team": "Team",
                "kick_off": "Kick off",
                "goals_for": "Goals for",
                "goals_against": "Goals against",
                "status": "Status",
            },
            link="opponent",
        ),
        generic.Related(
            "bookings",
            "Bookings",
            select=["created_by", "member", "updated_by"],
            index="booking_list",
            add="booking_create",
            columns={
                "member": "Member",
                "starts_at": "Starts at",
                "hours": "Hours",
                "cancelled": "Cancelled",
                "created_at": "Created at",
                "updated_at": "Updated at",
                "created_by": "Created by",
                "updated_by": "Updated by",
            },
            link="starts_at",
        ),
    ]


class GroundCreateView(generic.CreateView):
    model = Ground
    form_class = forms.GroundForm
    template_name = "core/ground_create.html"


class GroundUpdateView(generic.UpdateView):
    model = Ground
    form_class = forms.GroundForm
    template_name = "core/ground_update.html"


class BookingListView(generic.ListView):
    model = Booking
    queryset = Booking.objects.select_related(
        "created_by",
        "ground",
        "member",
        "updated_by",
    )
    columns = {
        "ground": "Ground",
        "member": "Member",
        "starts_at": "Starts at",
        "hours": "Hours",
        "cancelled": "Cancelled",
        "created_at": "Created at",
        "updated_at": "Updated at",
        "created_by": "Created by",
        "updated_by": "Updated by",
    }
    template_name = "core/booking_list.html"
    url_name = "booking_list"
    filterset_class = filters.BookingFilterSet
    bulk_actions = ["change", "delete"]
    edit_form = forms.BookingForm
    edit_fields = ["cancelled"]
    paths = {
        "ground": "ground__name",
        "member": "member__name",
        "created_by": "created_by__name",
        "updated_by": "updated_by__name",
    }
    add_form = forms.BookingForm
    add_fields = ["ground", "member", "starts_at"]
    account_fields = ["created_by", "updated_by"]


class BookingDetailView(generic.DetailView):
    model = Booking
    queryset = Booking.objects.select_related(
        "created_by",
        "ground",
        "member",
        "updated_by",
    )
    template_name = "core/booking_detail.html"


class BookingCreateView(generic.CreateView):
    model = Booking
    form_class = forms.BookingForm
    account_fields = ["created_by", "updated_by"]
    template_name = "core/booking_create.html"


class BookingUpdateView(generic.UpdateView):
    model = Booking
    form_class = forms.BookingForm
    account_fields = ["updated_by"]
    template_name = "core/booking_update.html"


class LockerListView(generic.ListView):
    model = Locker
    queryset = Locker.objects.select_related("created_by", "updated_by")
    columns = {
        "number": "Number",
        "starts_at": "Starts at",
        "seasons": "Seasons",
        "created_at": "Created at",
        "updated_at": "Updated at",
        "created_by": "Created by",
        "updated_by": "Updated by",
    }
    template_name = "core/locker_list.html"
    url_name = "locker_list"
    search_fields = Locker.search_fields
    filterset_class = filters.LockerFilterSet
    bulk_actions = ["delete"]
    paths = {
        "created_by": "created_by__name",
        "updated_by": "updated_by__name",
    }


class LockerDetailView(generic.DetailView):
    model = Locker
    queryset = Locker.objects.select_related("created_by", "updated_by")
    template_name = "core/locker_detail.html"
    related = [
        generic.Related("lock", "Lock"),
    ]


class LockerCreateView(generic.CreateView):
    model = Locker
    form_class = forms.LockerForm
    account_fields = ["created_by", "updated_by"]
    template_name = "core/locker_create.html"


class LockerUpdateView(generic.UpdateView):
    model = Locker
    form_class = forms.LockerForm
    account_fields = ["updated_by"]
    template_name = "core/locker_update.html"


class ClubDeleteView(generic.DeleteView):
    model = Club
    success_url = reverse_lazy("club_list")


class MemberDeleteView(generic.DeleteView):
    model = Member
    success_url = reverse_lazy("member_list")


class MedicalCardDeleteView(access.AccessMixin, generic.DeleteView):
    model = MedicalCard
    success_url = reverse_lazy("medical_card_list")
    page_access = policies.medical_card_list_access


class TeamDeleteView(generic.DeleteView):
    model = Team
    success_url = reverse_lazy("team_list")


class MatchDeleteView(generic.DeleteView):
    model = Match
    success_url = reverse_lazy("match_list")


class TrophyDeleteView(access.AccessMixin, generic.DeleteView):
    model = Trophy
    success_url = reverse_lazy("trophy_list")
    page_access = policies.trophy_list_access


class GroundDeleteView(generic.DeleteView):
    model = Ground
    success_url = reverse_lazy("ground_list")


class BookingDeleteView(generic.DeleteView):
    model = Booking
    success_url = reverse_lazy("booking_list")


class LockerDeleteView(generic.DeleteView):
    model = Locker
    success_url = reverse_lazy("locker_list")


class MatchPutAwayView(put_away.PutAwayView):
    model = Match
    restore_page = "match_restore"


class MatchRestoreView(put_away.RestoreView):
    model = Match
    success_url = reverse_lazy("match_put_away")


class MatchTransitionView(state_changes.TransitionView):
    model = Match
