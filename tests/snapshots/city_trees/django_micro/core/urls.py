from django.urls import path, register_converter

from pages.converters import KeyConverter

from . import views

register_converter(KeyConverter, "key")

urlpatterns = [
    path("", views.HomeView.as_view(), name="home"),
    path("species/", views.SpeciesListView.as_view(), name="species_list"),
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
    path("trees/", views.TreeListView.as_view(), name="tree_list"),
    path("trees/new/", views.TreeCreateView.as_view(), name="tree_create"),
    path("trees/<key:pk>/", views.TreeDetailView.as_view(), name="tree_detail"),
    path("trees/<key:pk>/delete/", views.TreeDeleteView.as_view(), name="tree_delete"),
    path("trees/<key:pk>/edit/", views.TreeUpdateView.as_view(), name="tree_update"),
    path("visits/", views.VisitListView.as_view(), name="visit_list"),
    path("visits/new/", views.VisitCreateView.as_view(), name="visit_create"),
    path("visits/<uuid:pk>/", views.VisitDetailView.as_view(), name="visit_detail"),
    path(
        "visits/<uuid:pk>/delete/",
        views.VisitDeleteView.as_view(),
        name="visit_delete",
    ),
    path("volunteers/", views.VolunteerListView.as_view(), name="volunteer_list"),
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
]
