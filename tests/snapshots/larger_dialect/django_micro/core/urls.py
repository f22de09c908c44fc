from django.urls import path

from . import accounts, health, views

urlpatterns = [
    path("", views.HomeView.as_view(), name="home"),
    path("sign-in/", accounts.sign_in, name="login"),
    path("sign-out/", accounts.SignOutView.as_view(), name="logout"),
    path("healthz", health.healthz, name="healthz"),
    path("jobs/", views.JobListView.as_view(), name="job_list"),
    path("jobs/new/", views.JobCreateView.as_view(), name="job_create"),
    path("jobs/<uuid:pk>/", views.JobDetailView.as_view(), name="job_detail"),
    path("jobs/<uuid:pk>/delete/", views.JobDeleteView.as_view(), name="job_delete"),
    path("jobs/<uuid:pk>/edit/", views.JobUpdateView.as_view(), name="job_update"),
    path("notes/", views.NoteListView.as_view(), name="note_list"),
    path("notes/new/", views.NoteCreateView.as_view(), name="note_create"),
    path("notes/<uuid:pk>/", views.NoteDetailView.as_view(), name="note_detail"),
    path("notes/<uuid:pk>/delete/", views.NoteDeleteView.as_view(), name="note_delete"),
    path("notes/<uuid:pk>/edit/", views.NoteUpdateView.as_view(), name="note_update"),
]
