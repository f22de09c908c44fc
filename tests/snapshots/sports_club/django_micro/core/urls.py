from django.urls import path

from pages import generic

from . import views

urlpatterns = [
    path("", views.HomeView.as_view(), name="home"),
    path("bookings/", views.BookingListView.as_view(), name="booking_list"),
    path(
        "bookings/add/",
        generic.QuickAddView.as_view(list_view=views.BookingListView),
        name="booking_list_add",
    ),
    path(
        "bookings/change/",
        generic.BulkUpdateView.as_view(list_view=views.BookingListView),
        name="booking_list_change",
    ),
    path(
        "bookings/delete/",
        generic.BulkDeleteView.as_view(list_view=views.BookingListView),
        name="booking_list_delete",
    ),
    path("bookings/new/", views.BookingCreateView.as_view(), name="booking_create"),
    path(
        "bookings/<uuid:pk>/",
        views.BookingDetailView.as_view(),
        name="booking_detail",
    ),
    path(
        "bookings/<uuid:pk>/delete/",
        views.BookingDeleteView.as_view(),
        name="booking_delete",
    ),
    path(
        "bookings/<uuid:pk>/edit/",
        views.BookingUpdateView.as_view(),
        name="booking_update",
    ),
    path(
        "bookings/<uuid:pk>/set/<field>/",
        generic.ValueUpdateView.as_view(list_view=views.BookingListView),
        name="booking_list_set",
    ),
    path("clubs/", views.ClubListView.as_view(), name="club_list"),
    path(
        "clubs/add/",
        generic.QuickAddView.as_view(list_view=views.ClubListView),
        name="club_list_add",
    ),
    path(
        "clubs/delete/",
        generic.BulkDeleteView.as_view(list_view=views.ClubListView),
        name="club_list_delete",
    ),
    path("clubs/new/", views.ClubCreateView.as_view(), name="club_create"),
    path("clubs/<uuid:pk>/", views.ClubDetailView.as_view(), name="club_detail"),
    path("clubs/<uuid:pk>/delete/", views.ClubDeleteView.as_view(), name="club_delete"),
    path("clubs/<uuid:pk>/edit/", views.ClubUpdateView.as_view(), name="club_update"),
    path("grounds/", views.GroundListView.as_view(), name="ground_list"),
    path(
        "grounds/add/",
        generic.QuickAddView.as_view(list_view=views.GroundListView),
        name="ground_list_add",
    ),
    path(
        "grounds/change/",
        generic.BulkUpdateView.as_view(list_view=views.GroundListView),
        name="ground_list_change",
    ),
    path(
        "grounds/delete/",
        generic.BulkDeleteView.as_view(list_view=views.GroundListView),
        name="ground_list_delete",
    ),
    path("grounds/new/", views.GroundCreateView.as_view(), name="ground_create"),
    path("grounds/<uuid:pk>/", views.GroundDetailView.as_view(), name="ground_detail"),
    path(
        "grounds/<uuid:pk>/delete/",
        views.GroundDeleteView.as_view(),
        name="ground_delete",
    ),
    path(
        "grounds/<uuid:pk>/edit/",
        views.GroundUpdateView.as_view(),
        name="ground_update",
    ),
    path(
        "grounds/<uuid:pk>/set/<field>/",
        generic.ValueUpdateView.as_view(list_view=views.GroundListView),
        name="ground_list_set",
    ),
    path("lockers/", views.LockerListView.as_view(), name="locker_list"),
    path(
        "lockers/delete/",
        generic.BulkDeleteView.as_view(list_view=views.LockerListView),
        name="locker_list_delete",
    ),
    path("lockers/new/", views.LockerCreateView.as_view(), name="locker_create"),
    path("lockers/<uuid:pk>/", views.LockerDetailView.as_view(), name="locker_detail"),
    path(
        "lockers/<uuid:pk>/delete/",
        views.LockerDeleteView.as_view(),
        name="locker_delete",
    ),
    path(
        "lockers/<uuid:pk>/edit/",
        views.LockerUpdateView.as_view(),
        name="locker_update",
    ),
    path("matches/", views.MatchListView.as_view(), name="match_list"),
    path(
        "matches/delete/",
        generic.BulkDeleteView.as_view(list_view=views.MatchListView),
        name="match_list_delete",
    ),
    path("matches/new/", views.MatchCreateView.as_view(), name="match_create"),
    path("matches/put-away/", views.MatchPutAwayView.as_view(), name="match_put_away"),
    path("matches/<uuid:pk>/", views.MatchDetailView.as_view(), name="match_detail"),
    path(
        "matches/<uuid:pk>/delete/",
        views.MatchDeleteView.as_view(),
        name="match_delete",
    ),
    path(
        "matches/<uuid:pk>/restore/",
        views.MatchRestoreView.as_view(),
        name="match_restore",
    ),
    path(
        "matches/<uuid:pk>/to/<state>/",
        views.MatchTransitionView.as_view(),
        name="match_transition",
    ),
    path(
        "medical-cards/",
        views.MedicalCardListView.as_view(),
        name="medical_card_list",
    ),
    path(
        "medical-cards/delete/",
        generic.BulkDeleteView.as_view(list_view=views.MedicalCardListView),
        name="medical_card_list_delete",
    ),
    path(
        "medical-cards/<uuid:pk>/delete/",
        views.MedicalCardDeleteView.as_view(),
        name="medical_card_delete",
    ),
    path("members/", views.MemberListView.as_view(), name="member_list"),
    path(
        "members/add/",
        generic.QuickAddView.as_view(list_view=views.MemberListView),
        name="member_list_add",
    ),
    path(
        "members/delete/",
        generic.BulkDeleteView.as_view(list_view=views.MemberListView),
        name="member_list_delete",
    ),
    path("members/new/", views.MemberCreateView.as_view(), name="member_create"),
    path(
        "members/<uuid:pk>/delete/",
        views.MemberDeleteView.as_view(),
        name="member_delete",
    ),
    path("teams/", views.TeamListView.as_view(), name="team_list"),
    path(
        "teams/add/",
        generic.QuickAddView.as_view(list_view=views.TeamListView),
        name="team_list_add",
    ),
    path(
        "teams/delete/",
        generic.BulkDeleteView.as_view(list_view=views.TeamListView),
        name="team_list_delete",
    ),
    path("teams/new/", views.TeamCreateView.as_view(), name="team_create"),
    path("teams/<uuid:pk>/", views.TeamDetailView.as_view(), name="team_detail"),
    path("teams/<uuid:pk>/delete/", views.TeamDeleteView.as_view(), name="team_delete"),
    path("trophies/", views.TrophyListView.as_view(), name="trophy_list"),
    path(
        "trophies/delete/",
        generic.BulkDeleteView.as_view(list_view=views.TrophyListView),
        name="trophy_list_delete",
    ),
    path(
        "trophies/<uuid:pk>/delete/",
        views.TrophyDeleteView.as_view(),
        name="trophy_delete",
    ),
]
