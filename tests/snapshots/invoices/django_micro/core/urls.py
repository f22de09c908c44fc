from django.urls import path, register_converter

from pages import generic
from pages.converters import KeyConverter

from . import views

register_converter(KeyConverter, "key")

urlpatterns = [
    path("", views.HomeView.as_view(), name="home"),
    path("clients/", views.ClientListView.as_view(), name="client_list"),
    path(
        "clients/add/",
        generic.QuickAddView.as_view(list_view=views.ClientListView),
        name="client_list_add",
    ),
    path(
        "clients/delete/",
        generic.BulkDeleteView.as_view(list_view=views.ClientListView),
        name="client_list_delete",
    ),
    path("clients/import/", views.ClientImportView.as_view(), name="client_import"),
    path("clients/new/", views.ClientCreateView.as_view(), name="client_create"),
    path("clients/<key:pk>/", views.ClientDetailView.as_view(), name="client_detail"),
    path(
        "clients/<key:pk>/delete/",
        views.ClientDeleteView.as_view(),
        name="client_delete",
    ),
    path(
        "clients/<key:pk>/edit/",
        views.ClientUpdateView.as_view(),
        name="client_update",
    ),
    path("invoices/", views.InvoiceListView.as_view(), name="invoice_list"),
    path(
        "invoices/add/",
        generic.QuickAddView.as_view(list_view=views.InvoiceListView),
        name="invoice_list_add",
    ),
    path(
        "invoices/change/",
        generic.BulkUpdateView.as_view(list_view=views.InvoiceListView),
        name="invoice_list_change",
    ),
    path(
        "invoices/delete/",
        generic.BulkDeleteView.as_view(list_view=views.InvoiceListView),
        name="invoice_list_delete",
    ),
    path("invoices/import/", views.InvoiceImportView.as_view(), name="invoice_import"),
    path("invoices/new/", views.InvoiceCreateView.as_view(), name="invoice_create"),
    path(
        "invoices/<uuid:pk>/",
        views.InvoiceDetailView.as_view(),
        name="invoice_detail",
    ),
    path(
        "invoices/<uuid:pk>/delete/",
        views.InvoiceDeleteView.as_view(),
        name="invoice_delete",
    ),
    path(
        "invoices/<uuid:pk>/edit/",
        views.InvoiceUpdateView.as_view(),
        name="invoice_update",
    ),
    path(
        "invoices/<uuid:pk>/set/<field>/",
        generic.ValueUpdateView.as_view(list_view=views.InvoiceListView),
        name="invoice_list_set",
    ),
    path("lines/", views.LineListView.as_view(), name="line_list"),
    path(
        "lines/change/",
        generic.BulkUpdateView.as_view(list_view=views.LineListView),
        name="line_list_change",
    ),
    path(
        "lines/delete/",
        generic.BulkDeleteView.as_view(list_view=views.LineListView),
        name="line_list_delete",
    ),
    path("lines/import/", views.LineImportView.as_view(), name="line_import"),
    path("lines/new/", views.LineCreateView.as_view(), name="line_create"),
    path("lines/<uuid:pk>/delete/", views.LineDeleteView.as_view(), name="line_delete"),
    path("lines/<uuid:pk>/edit/", views.LineUpdateView.as_view(), name="line_update"),
    path(
        "lines/<uuid:pk>/set/<field>/",
        generic.ValueUpdateView.as_view(list_view=views.LineListView),
        name="line_list_set",
    ),
    path("products/", views.ProductListView.as_view(), name="product_list"),
    path(
        "products/add/",
        generic.QuickAddView.as_view(list_view=views.ProductListView),
        name="product_list_add",
    ),
    path(
        "products/change/",
        generic.BulkUpdateView.as_view(list_view=views.ProductListView),
        name="product_list_change",
    ),
    path(
        "products/delete/",
        generic.BulkDeleteView.as_view(list_view=views.ProductListView),
        name="product_list_delete",
    ),
    path("products/import/", views.ProductImportView.as_view(), name="product_import"),
    path("products/new/", views.ProductCreateView.as_view(), name="product_create"),
    path(
        "products/<uuid:pk>/delete/",
        views.ProductDeleteView.as_view(),
        name="product_delete",
    ),
    path(
        "products/<uuid:pk>/edit/",
        views.ProductUpdateView.as_view(),
        name="product_update",
    ),
    path(
        "products/<uuid:pk>/set/<field>/",
        generic.ValueUpdateView.as_view(list_view=views.ProductListView),
        name="product_list_set",
    ),
]
