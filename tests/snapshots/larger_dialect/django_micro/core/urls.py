from django.urls import path

from . import views

urlpatterns = [
    path("", views.HomeView.as_view(), name="home"),
    path("issues/", views.IssueListView.as_view(), name="issue_list"),
    path("issues/new/", views.IssueCreateView.as_view(), name="issue_create"),
    path("issues/<uuid:pk>/", views.IssueDetailView.as_view(), name="issue_detail"),
    path(
        "issues/<uuid:pk>/delete/",
        views.IssueDeleteView.as_view(),
        name="issue_delete",
    ),
    path("readers/", views.ReaderListView.as_view(), name="reader_list"),
    path("readers/new/", views.ReaderCreateView.as_view(), name="reader_create"),
    path(
        "readers/<uuid:pk>/delete/",
        views.ReaderDeleteView.as_view(),
        name="reader_delete",
    ),
]
