from django.urls import path

from . import views

urlpatterns = [
    path("", views.HomeView.as_view(), name="home"),
    path("entries/", views.EntryListView.as_view(), name="entry_list"),
    path("entries/import/", views.EntryImportView.as_view(), name="entry_import"),
    path("entries/new/", views.EntryCreateView.as_view(), name="entry_create"),
    path(
        "entries/<uuid:pk>/delete/",
        views.EntryDeleteView.as_view(),
        name="entry_delete",
    ),
    path(
        "entries/<uuid:pk>/edit/",
        views.EntryUpdateView.as_view(),
        name="entry_update",
    ),
    path("people/", views.PersonListView.as_view(), name="person_list"),
    path("people/import/", views.PersonImportView.as_view(), name="person_import"),
    path("people/new/", views.PersonCreateView.as_view(), name="person_create"),
    path("people/<uuid:pk>/", views.PersonDetailView.as_view(), name="person_detail"),
    path(
        "people/<uuid:pk>/delete/",
        views.PersonDeleteView.as_view(),
        name="person_delete",
    ),
    path(
        "people/<uuid:pk>/edit/",
        views.PersonUpdateView.as_view(),
        name="person_update",
    ),
    path("projects/", views.ProjectListView.as_view(), name="project_list"),
    path("projects/import/", views.ProjectImportView.as_view(), name="project_import"),
    path("projects/new/", views.ProjectCreateView.as_view(), name="project_create"),
    path(
        "projects/<uuid:pk>/",
        views.ProjectDetailView.as_view(),
        name="project_detail",
    ),
    path(
        "projects/<uuid:pk>/delete/",
        views.ProjectDeleteView.as_view(),
        name="project_delete",
    ),
    path(
        "projects/<uuid:pk>/edit/",
        views.ProjectUpdateView.as_view(),
        name="project_update",
    ),
]
