from django.urls import path

from pages import generic

from . import views

urlpatterns = [
    path("", views.HomeView.as_view(), name="home"),
    path("issues/", views.IssueListView.as_view(), name="issue_list"),
    path(
        "issues/add/",
        generic.QuickAddView.as_view(list_view=views.IssueListView),
        name="issue_list_add",
    ),
    path(
        "issues/delete/",
        generic.BulkDeleteView.as_view(list_view=views.IssueListView),
        name="issue_list_delete",
    ),
    path("issues/new/", views.IssueCreateView.as_view(), name="issue_create"),
    path("issues/put-away/", views.IssuePutAwayView.as_view(), name="issue_put_away"),
    path("issues/<uuid:pk>/", views.IssueDetailView.as_view(), name="issue_detail"),
    path(
        "issues/<uuid:pk>/delete/",
        views.IssueDeleteView.as_view(),
        name="issue_delete",
    ),
    path(
        "issues/<uuid:pk>/restore/",
        views.IssueRestoreView.as_view(),
        name="issue_restore",
    ),
    path("readers/", views.ReaderListView.as_view(), name="reader_list"),
    path(
        "readers/add/",
        generic.QuickAddView.as_view(list_view=views.ReaderListView),
        name="reader_list_add",
    ),
    path(
        "readers/delete/",
        generic.BulkDeleteView.as_view(list_view=views.ReaderListView),
        name="reader_list_delete",
    ),
    path("readers/new/", views.ReaderCreateView.as_view(), name="reader_create"),
    path(
        "readers/<uuid:pk>/delete/",
        views.ReaderDeleteView.as_view(),
        name="reader_delete",
    ),
]
