from django.urls import path

from pages import generic

from . import views

urlpatterns = [
    path("", views.HomeView.as_view(), name="home"),
    path("entries/", views.EntryListView.as_view(), name="entry_list"),
    path(
        "entries/change/",
        generic.BulkUpdateView.as_view(list_view=views.EntryListView),
        name="entry_list_change",
    ),
    path(
        "entries/delete/",
        generic.BulkDeleteView.as_view(list_view=views.EntryListView),
        name="entry_list_delete",
    ),
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
    path(
        "entries/<uuid:pk>/set/<field>/",
        generic.ValueUpdateView.as_view(list_view=views.EntryListView),
        name="entry_list_set",
    ),
    path("people/", views.PersonListView.as_view(), name="person_list"),
    path(
        "people/add/",
        generic.QuickAddView.as_view(list_view=views.PersonListView),
        name="person_list_add",
    ),
    path(
        "people/delete/",
        generic.BulkDeleteView.as_view(list_view=views.PersonListView),
        name="person_list_delete",
    ),
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
    path(
        "projects/add/",
        generic.QuickAddView.as_view(list_view=views.ProjectListView),
        name="project_list_add",
    ),
    path(
        "projects/change/",
        generic.BulkUpdateView.as_view(list_view=views.ProjectListView),
        name="project_list_change",
    ),
    path(
        "projects/delete/",
        generic.BulkDeleteView.as_view(list_view=views.ProjectListView),
        name="project_list_delete",
    ),
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
    path(
        "projects/<uuid:pk>/set/<field>/",
        generic.ValueUpdateView.as_view(list_view=views.ProjectListView),
        name="project_list_set",
    ),
]
