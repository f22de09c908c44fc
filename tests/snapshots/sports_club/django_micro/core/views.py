from django.urls import reverse_lazy

from pages import generic

from . import forms
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


class HomeView(generic.HomeView):
    lists = [
        ("club_list", "Clubs", Club.objects.all()),
        ("member_list", "Members", Member.objects.all()),
        ("medical_card_list", "Medical cards", MedicalCard.objects.all()),
        ("team_list", "Teams", Team.objects.all()),
        ("match_list", "Matches", Match.objects.all()),
        ("trophy_list", "Trophies", Trophy.objects.all()),
        ("ground_list", "Grounds", Ground.objects.all()),
        ("booking_list", "Bookings", Booking.objects.all()),
        ("locker_list", "Lockers", Locker.objects.all()),
    ]


class TeamListView(generic.ListView):
    model = Team
    queryset = Team.objects.select_related("trainer")
    template_name = "core/team_list.html"


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
        generic.Related("matches", "Matches"),
        generic.Related("trophies", "Trophies"),
    ]


class TeamCreateView(generic.CreateView):
    model = Team
    form_class = forms.TeamForm
    template_name = "core/team_create.html"


class MatchListView(generic.ListView):
    model = Match
    queryset = Match.objects.select_related("club", "ground", "team")
    template_name = "core/match_list.html"


class MatchCreateView(generic.CreateView):
    model = Match
    form_class = forms.MatchForm
    template_name = "core/match_create.html"


class MatchDetailView(generic.DetailView):
    model = Match
    queryset = Match.objects.select_related("club", "ground", "team")
    template_name = "core/match_detail.html"


class TrophyListView(generic.ListView):
    model = Trophy
    queryset = Trophy.objects.select_related("created_by", "team", "updated_by")
    template_name = "core/trophy_list.html"


class MemberListView(generic.ListView):
    model = Member
    queryset = Member.objects.select_related("club")
    template_name = "core/member_list.html"


class MemberCreateView(generic.CreateView):
    model = Member
    form_class = forms.MemberForm
    template_name = "core/member_create.html"
    success_url = reverse_lazy("member_list")


class MedicalCardListView(generic.ListView):
    model = MedicalCard
    queryset = MedicalCard.objects.select_related("member")
    template_name = "core/medical_card_list.html"


class ClubListView(generic.ListView):
    model = Club
    template_name = "core/club_list.html"


class ClubDetailView(generic.DetailView):
    model = Club
    template_name = "core/club_detail.html"
    related = [
        generic.Related("members", "Members"),
        generic.Related("teams", "Teams"),
        generic.Related("matches", "Matches"),
        generic.Related("grounds", "Grounds"),
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
    template_name = "core/ground_list.html"


class GroundDetailView(generic.DetailView):
    model = Ground
    queryset = Ground.objects.select_related("club")
    template_name = "core/ground_detail.html"
    related = [
        generic.Related("matches", "Matches"),
        generic.Related("bookings", "Bookings"),
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
    template_name = "core/booking_list.html"


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
    template_name = "core/booking_create.html"


class BookingUpdateView(generic.UpdateView):
    model = Booking
    form_class = forms.BookingForm
    template_name = "core/booking_update.html"


class LockerListView(generic.ListView):
    model = Locker
    queryset = Locker.objects.select_related("created_by", "updated_by")
    template_name = "core/locker_list.html"


class LockerDetailView(generic.DetailView):
    model = Locker
    queryset = Locker.objects.select_related("created_by", "updated_by")
    template_name = "core/locker_detail.html"


class LockerCreateView(generic.CreateView):
    model = Locker
    form_class = forms.LockerForm
    template_name = "core/locker_create.html"


class LockerUpdateView(generic.UpdateView):
    model = Locker
    form_class = forms.LockerForm
    template_name = "core/locker_update.html"


class ClubDeleteView(generic.DeleteView):
    model = Club
    success_url = reverse_lazy("club_list")


class MemberDeleteView(generic.DeleteView):
    model = Member
    success_url = reverse_lazy("member_list")


class MedicalCardDeleteView(generic.DeleteView):
    model = MedicalCard
    success_url = reverse_lazy("medical_card_list")


class TeamDeleteView(generic.DeleteView):
    model = Team
    success_url = reverse_lazy("team_list")


class MatchDeleteView(generic.DeleteView):
    model = Match
    success_url = reverse_lazy("match_list")


class TrophyDeleteView(generic.DeleteView):
    model = Trophy
    success_url = reverse_lazy("trophy_list")


class GroundDeleteView(generic.DeleteView):
    model = Ground
    success_url = reverse_lazy("ground_list")


class BookingDeleteView(generic.DeleteView):
    model = Booking
    success_url = reverse_lazy("booking_list")


class LockerDeleteView(generic.DeleteView):
    model = Locker
    success_url = reverse_lazy("locker_list")
