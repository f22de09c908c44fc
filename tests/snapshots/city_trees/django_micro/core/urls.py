from django.urls import path, register_converter

from pages import generic
from pages.converters import KeyConverter

from . import views

register_converter(KeyConverter, "key")

urlpatterns = [
    path("", views.HomeView.as_view(), name="home"),
    path("species/", views.SpeciesListView.as_view(), name="species_list"),
    path(
        "species/add/",
        generic.QuickAddView.as_view(list_view=views.SpeciesListView),
        name="species_list_add",
    ),
    path(
        "species/change/",
        generic.BulkUpdateView.as_view(list_view=views.SpeciesListView),
        name="species_list_change",
    ),
    path(
        "species/delete/",
        generic.BulkDeleteView.as_view(list_view=views.SpeciesListView),
        name="species_list_delete",
    ),
    path("species/new/", views.SpeciesCreateView.as_view(), name="species_create"),
    path(
        "species/<uuid:pk>/",
        views.SpeciesDetailView.as_view(),
        name="species_detail",
    ),
    path(
        "species/<uuid:pk>/delete/",
        views.SpeciesDeleteView.as_view(),
        name="species_delete",
    ),
    path(
        "species/<uuid:pk>/edit/",
        views.SpeciesUpdateView.as_view(),
        name="species_update",
    ),
    path(
        "species/<uuid:pk>/set/<field>/",
        generic.ValueUpdateView.as_view(list_view=views.SpeciesListView),
        name="species_list_set",
    ),
    path("trees/", views.TreeListView.as_view(), name="tree_list"),
    path(
        "trees/change/",
        generic.BulkUpdateView.as_view(list_view=views.TreeListView),
        name="tree_list_change",
    ),
    path(
        "trees/delete/",
        generic.BulkDeleteView.as_view(list_view=views.TreeListView),
        name="tree_list_delete",
    ),
    path("trees/new/", views.TreeCreateView.as_view(), name="tree_create"),
    path("trees/<key:pk>/", views.TreeDetailView.as_view(), name="tree_detail"),
    path("trees/<key:pk>/delete/", views.TreeDeleteView.as_view(), name="tree_delete"),
    path("trees/<key:pk>/edit/", views.TreeUpdateView.as_view(), name="tree_update"),
    path(
        "trees/<key:pk>/set/<field>/",
        generic.ValueUpdateView.as_view(list_view=views.TreeListView),
        name="tree_list_set",
    ),
    path("visits/", views.VisitListView.as_view(), name="visit_list"),
    path(
        "visits/add/",
        generic.QuickAddView.as_view(list_view=views.VisitListView),
        name="visit_list_add",
    ),
    path(
        "visits/delete/",
        generic.BulkDeleteView.as_view(list_view=views.VisitListView),
        name="visit_list_delete",
    ),
    path("visits/new/", views.VisitCreateView.as_view(), name="visit_create"),
    path("visits/<uuid:pk>/", views.VisitDetailView.as_view(), name="visit_detail"),
    path(
        "visits/<uuid:pk>/delete/",
        views.VisitDeleteView.as_view(),
        name="visit_delete",
    ),
    path("volunteers/", views.VolunteerListView.as_view(), name="volunteer_list"),
    path(
        "volunteers/add/",
        generic.QuickAddView.as_view(list_view=views.VolunteerListView),
        name="volunteer_list_add",
    ),
    path(
        "volunteers/change/",
        generic.BulkUpdateView.as_view(list_view=views.VolunteerListView),
        name="volunteer_list_change",
    ),
    path(
        "volunteers/delete/",
        generic.BulkDeleteView.as_view(list_view=views.VolunteerListView),
        name="volunteer_list_delete",
    ),
    path(
        "volunteers/new/",
        views.VolunteerCreateView.as_view(),
        name="volunteer_create",
    ),
    path(
        "volunteers/<uuid:pk>/",
        views.VolunteerDetailView.as_view(),
        name="volunteer_detail",
    ),
    path(
        "volunteers/<uuid:pk>/delete/",
        views.VolunteerDeleteView.as_view(),
        name="volunteer_delete",
    ),
    path(
        "volunteers/<uuid:pk>/edit/",
        views.VolunteerUpdateView.as_view(),
        name="volunteer_update",
    ),
    path(
        "volunteers/<uuid:pk>/set/<field>/",
        generic.ValueUpdateView.as_view(list_view=views.VolunteerListView),
        name="volunteer_list_set",
    ),
]
