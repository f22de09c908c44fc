from django.urls import path

from . import accounts, health, views

urlpatterns = [
    path("", views.HomeView.as_view(), name="home"),
    path("sign-in/", accounts.sign_in, name="login"),
    path("sign-out/", accounts.SignOutView.as_view(), name="logout"),
    path("healthz", health.healthz, name="healthz"),
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
