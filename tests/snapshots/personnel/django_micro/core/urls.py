from django.urls import path

from pages import generic

from . import views

urlpatterns = [
    path("", views.HomeView.as_view(), name="home"),
    path("contracts/", views.ContractListView.as_view(), name="contract_list"),
    path(
        "contracts/delete/",
        generic.BulkDeleteView.as_view(list_view=views.ContractListView),
        name="contract_list_delete",
    ),
    path("contracts/new/", views.ContractCreateView.as_view(), name="contract_create"),
    path(
        "contracts/<uuid:pk>/",
        views.ContractDetailView.as_view(),
        name="contract_detail",
    ),
    path(
        "contracts/<uuid:pk>/delete/",
        views.ContractDeleteView.as_view(),
        name="contract_delete",
    ),
    path(
        "contracts/<uuid:pk>/edit/",
        views.ContractUpdateView.as_view(),
        name="contract_update",
    ),
    path("employers/", views.EmployerListView.as_view(), name="employer_list"),
    path(
        "employers/delete/",
        generic.BulkDeleteView.as_view(list_view=views.EmployerListView),
        name="employer_list_delete",
    ),
    path(
        "employers/<uuid:pk>/delete/",
        views.EmployerDeleteView.as_view(),
        name="employer_delete",
    ),
    path(
        "employers/<uuid:pk>/edit/",
        views.EmployerUpdateView.as_view(),
        name="employer_update",
    ),
    path("people/", views.UserListView.as_view(), name="user_list"),
    path(
        "people/add/",
        generic.QuickAddView.as_view(list_view=views.UserListView),
        name="user_list_add",
    ),
    path(
        "people/change/",
        generic.BulkUpdateView.as_view(list_view=views.UserListView),
        name="user_list_change",
    ),
    path(
        "people/delete/",
        generic.BulkDeleteView.as_view(list_view=views.UserListView),
        name="user_list_delete",
    ),
    path("people/new/", views.UserCreateView.as_view(), name="user_create"),
    path("people/<uuid:pk>/", views.UserDetailView.as_view(), name="user_detail"),
    path(
        "people/<uuid:pk>/delete/",
        views.UserDeleteView.as_view(),
        name="user_delete",
    ),
    path("people/<uuid:pk>/edit/", views.UserUpdateView.as_view(), name="user_update"),
    path(
        "people/<uuid:pk>/set/<field>/",
        generic.ValueUpdateView.as_view(list_view=views.UserListView),
        name="user_list_set",
    ),
    path("reviews/", views.ReviewListView.as_view(), name="review_list"),
    path(
        "reviews/change/",
        generic.BulkUpdateView.as_view(list_view=views.ReviewListView),
        name="review_list_change",
    ),
    path(
        "reviews/delete/",
        generic.BulkDeleteView.as_view(list_view=views.ReviewListView),
        name="review_list_delete",
    ),
    path("reviews/new/", views.ReviewCreateView.as_view(), name="review_create"),
    path("reviews/<uuid:pk>/", views.ReviewDetailView.as_view(), name="review_detail"),
    path(
        "reviews/<uuid:pk>/delete/",
        views.ReviewDeleteView.as_view(),
        name="review_delete",
    ),
    path(
        "reviews/<uuid:pk>/edit/",
        views.ReviewUpdateView.as_view(),
        name="review_update",
    ),
    path(
        "reviews/<uuid:pk>/set/<field>/",
        generic.ValueUpdateView.as_view(list_view=views.ReviewListView),
        name="review_list_set",
    ),
    path("time-off/", views.AbsenceListView.as_view(), name="absence_list"),
    path(
        "time-off/add/",
        generic.QuickAddView.as_view(list_view=views.AbsenceListView),
        name="absence_list_add",
    ),
    path(
        "time-off/delete/",
        generic.BulkDeleteView.as_view(list_view=views.AbsenceListView),
        name="absence_list_delete",
    ),
    path("time-off/new/", views.AbsenceCreateView.as_view(), name="absence_create"),
    path(
        "time-off/<uuid:pk>/",
        views.AbsenceDetailView.as_view(),
        name="absence_detail",
    ),
    path(
        "time-off/<uuid:pk>/delete/",
        views.AbsenceDeleteView.as_view(),
        name="absence_delete",
    ),
    path(
        "time-off/<uuid:pk>/to/<state>/",
        views.AbsenceTransitionView.as_view(),
        name="absence_transition",
    ),
]
