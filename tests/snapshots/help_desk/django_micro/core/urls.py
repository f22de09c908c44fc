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
        "comments/put-away/",
        views.CommentPutAwayView.as_view(),
        name="comment_put_away",
    ),
    path(
        "comments/<uuid:pk>/",
        views.CommentDetailView.as_view(),
        name="comment_detail",
    ),
    path(
        "comments/<uuid:pk>/delete/",
        views.CommentDeleteView.as_view(),
        name="comment_delete",
    ),
    path(
        "comments/<uuid:pk>/edit/",
        views.CommentUpdateView.as_view(),
        name="comment_update",
    ),
    path(
        "comments/<uuid:pk>/restore/",
        views.CommentRestoreView.as_view(),
        name="comment_restore",
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
    path(
        "tickets/new/ticket-create/",
        views.TicketCreateView2.as_view(),
        name="ticket_create_2",
    ),
    path(
        "tickets/put-away/",
        views.TicketPutAwayView.as_view(),
        name="ticket_put_away",
    ),
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
        "tickets/<int:pk>/restore/",
        views.TicketRestoreView.as_view(),
        name="ticket_restore",
    ),
    path(
        "tickets/<int:pk>/set/<field>/",
        generic.ValueUpdateView.as_view(list_view=views.TicketListView),
        name="ticket_list_set",
    ),
    path(
        "tickets/<int:pk>/to/<state>/",
        views.TicketTransitionView.as_view(),
        name="ticket_transition",
    ),
]
