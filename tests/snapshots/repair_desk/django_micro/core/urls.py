from django.urls import path

from pages import generic

from . import views

urlpatterns = [
    path("", views.HomeView.as_view(), name="home"),
    path("houses/", views.HouseListView.as_view(), name="house_list"),
    path(
        "houses/add/",
        generic.QuickAddView.as_view(list_view=views.HouseListView),
        name="house_list_add",
    ),
    path(
        "houses/delete/",
        generic.BulkDeleteView.as_view(list_view=views.HouseListView),
        name="house_list_delete",
    ),
    path("houses/new/", views.HouseCreateView.as_view(), name="house_create"),
    path(
        "houses/<uuid:pk>/delete/",
        views.HouseDeleteView.as_view(),
        name="house_delete",
    ),
    path("invoices/", views.InvoiceListView.as_view(), name="invoice_list"),
    path(
        "invoices/delete/",
        generic.BulkDeleteView.as_view(list_view=views.InvoiceListView),
        name="invoice_list_delete",
    ),
    path(
        "invoices/<uuid:pk>/delete/",
        views.InvoiceDeleteView.as_view(),
        name="invoice_delete",
    ),
    path("notes/", views.NoteListView.as_view(), name="note_list"),
    path(
        "notes/delete/",
        generic.BulkDeleteView.as_view(list_view=views.NoteListView),
        name="note_list_delete",
    ),
    path("notes/new/", views.NoteCreateView.as_view(), name="note_create"),
    path("notes/put-away/", views.NotePutAwayView.as_view(), name="note_put_away"),
    path("notes/<uuid:pk>/delete/", views.NoteDeleteView.as_view(), name="note_delete"),
    path(
        "notes/<uuid:pk>/restore/",
        views.NoteRestoreView.as_view(),
        name="note_restore",
    ),
    path("repairs/", views.RepairListView.as_view(), name="repair_list"),
    path(
        "repairs/add/",
        generic.QuickAddView.as_view(list_view=views.RepairListView),
        name="repair_list_add",
    ),
    path(
        "repairs/change/",
        generic.BulkUpdateView.as_view(list_view=views.RepairListView),
        name="repair_list_change",
    ),
    path(
        "repairs/delete/",
        generic.BulkDeleteView.as_view(list_view=views.RepairListView),
        name="repair_list_delete",
    ),
    path("repairs/new/", views.RepairCreateView.as_view(), name="repair_create"),
    path(
        "repairs/put-away/",
        views.RepairPutAwayView.as_view(),
        name="repair_put_away",
    ),
    path("repairs/<int:pk>/", views.RepairDetailView.as_view(), name="repair_detail"),
    path(
        "repairs/<int:pk>/delete/",
        views.RepairDeleteView.as_view(),
        name="repair_delete",
    ),
    path(
        "repairs/<int:pk>/edit/",
        views.RepairUpdateView.as_view(),
        name="repair_update",
    ),
    path(
        "repairs/<int:pk>/restore/",
        views.RepairRestoreView.as_view(),
        name="repair_restore",
    ),
    path(
        "repairs/<int:pk>/set/<field>/",
        generic.ValueUpdateView.as_view(list_view=views.RepairListView),
        name="repair_list_set",
    ),
    path(
        "repairs/<int:pk>/to/<state>/",
        views.RepairTransitionView.as_view(),
        name="repair_transition",
    ),
    path(
        "repairs/<int:pk>/versions/",
        views.RepairVersionsView.as_view(),
        name="repair_versions",
    ),
    path(
        "repairs/<int:pk>/versions/<int:number>/restore/",
        views.RepairRestoreVersionView.as_view(),
        name="repair_restore_version",
    ),
    path("residents-and-staff/", views.UserListView.as_view(), name="user_list"),
    path(
        "residents-and-staff/delete/",
        generic.BulkDeleteView.as_view(list_view=views.UserListView),
        name="user_list_delete",
    ),
    path(
        "residents-and-staff/<uuid:pk>/delete/",
        views.UserDeleteView.as_view(),
        name="user_delete",
    ),
]
