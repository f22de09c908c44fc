from django.urls import path

from pages import generic

from . import views

urlpatterns = [
    path("", views.HomeView.as_view(), name="home"),
    path("comments/", views.CommentListView.as_view(), name="comment_list"),
    path(
        "comments/delete/",
        generic.BulkDeleteView.as_view(list_view=views.CommentListView),
        name="comment_list_delete",
    ),
    path("comments/new/", views.CommentCreateView.as_view(), name="comment_create"),
    path(
        "comments/<uuid:pk>/delete/",
        views.CommentDeleteView.as_view(),
        name="comment_delete",
    ),
    path("tickets/", views.TicketListView.as_view(), name="ticket_list"),
    path(
        "tickets/change/",
        generic.BulkUpdateView.as_view(list_view=views.TicketListView),
        name="ticket_list_change",
    ),
    path(
        "tickets/delete/",
        generic.BulkDeleteView.as_view(list_view=views.TicketListView),
        name="ticket_list_delete",
    ),
    path("tickets/new/", views.TicketCreateView.as_view(), name="ticket_create"),
    path("tickets/<int:pk>/", views.TicketDetailView.as_view(), name="ticket_detail"),
    path(
        "tickets/<int:pk>/delete/",
        views.TicketDeleteView.as_view(),
        name="ticket_delete",
    ),
    path(
        "tickets/<int:pk>/edit/",
        views.TicketUpdateView.as_view(),
        name="ticket_update",
    ),
    path(
        "tickets/<int:pk>/set/<field>/",
        generic.ValueUpdateView.as_view(list_view=views.TicketListView),
        name="ticket_list_set",
    ),
    path("users/", views.UserListView.as_view(), name="user_list"),
    path(
        "users/add/",
        generic.QuickAddView.as_view(list_view=views.UserListView),
        name="user_list_add",
    ),
    path(
        "users/change/",
        generic.BulkUpdateView.as_view(list_view=views.UserListView),
        name="user_list_change",
    ),
    path(
        "users/delete/",
        generic.BulkDeleteView.as_view(list_view=views.UserListView),
        name="user_list_delete",
    ),
    path("users/new/", views.UserCreateView.as_view(), name="user_create"),
    path("users/<uuid:pk>/", views.UserDetailView.as_view(), name="user_detail"),
    path("users/<uuid:pk>/delete/", views.UserDeleteView.as_view(), name="user_delete"),
    path("users/<uuid:pk>/edit/", views.UserUpdateView.as_view(), name="user_update"),
    path(
        "users/<uuid:pk>/set/<field>/",
        generic.ValueUpdateView.as_view(list_view=views.UserListView),
        name="user_list_set",
    ),
]
