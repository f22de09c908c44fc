from django.urls import path

from pages import generic

from . import views

urlpatterns = [
    path("", views.HomeView.as_view(), name="home"),
    path("customers/", views.CustomerListView.as_view(), name="customer_list"),
    path(
        "customers/add/",
        generic.QuickAddView.as_view(list_view=views.CustomerListView),
        name="customer_list_add",
    ),
    path(
        "customers/delete/",
        generic.BulkDeleteView.as_view(list_view=views.CustomerListView),
        name="customer_list_delete",
    ),
    path("customers/new/", views.CustomerCreateView.as_view(), name="customer_create"),
    path(
        "customers/<uuid:pk>/",
        views.CustomerDetailView.as_view(),
        name="customer_detail",
    ),
    path(
        "customers/<uuid:pk>/delete/",
        views.CustomerDeleteView.as_view(),
        name="customer_delete",
    ),
    path(
        "customers/<uuid:pk>/edit/",
        views.CustomerUpdateView.as_view(),
        name="customer_update",
    ),
    path("lines/", views.LineListView.as_view(), name="line_list"),
    path(
        "lines/add/",
        generic.QuickAddView.as_view(list_view=views.LineListView),
        name="line_list_add",
    ),
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
    path("lines/new/", views.LineCreateView.as_view(), name="line_create"),
    path("lines/<uuid:pk>/delete/", views.LineDeleteView.as_view(), name="line_delete"),
    path("lines/<uuid:pk>/edit/", views.LineUpdateView.as_view(), name="line_update"),
    path(
        "lines/<uuid:pk>/set/<field>/",
        generic.ValueUpdateView.as_view(list_view=views.LineListView),
        name="line_list_set",
    ),
    path("orders/", views.OrderListView.as_view(), name="order_list"),
    path(
        "orders/add/",
        generic.QuickAddView.as_view(list_view=views.OrderListView),
        name="order_list_add",
    ),
    path(
        "orders/change/",
        generic.BulkUpdateView.as_view(list_view=views.OrderListView),
        name="order_list_change",
    ),
    path(
        "orders/delete/",
        generic.BulkDeleteView.as_view(list_view=views.OrderListView),
        name="order_list_delete",
    ),
    path("orders/new/", views.OrderCreateView.as_view(), name="order_create"),
    path("orders/<uuid:pk>/", views.OrderDetailView.as_view(), name="order_detail"),
    path(
        "orders/<uuid:pk>/delete/",
        views.OrderDeleteView.as_view(),
        name="order_delete",
    ),
    path(
        "orders/<uuid:pk>/edit/",
        views.OrderUpdateView.as_view(),
        name="order_update",
    ),
    path(
        "orders/<uuid:pk>/set/<field>/",
        generic.ValueUpdateView.as_view(list_view=views.OrderListView),
        name="order_list_set",
    ),
    path("products/", views.ProductListView.as_view(), name="product_list"),
    path(
        "products/add/",
        generic.QuickAddView.as_view(list_view=views.ProductListView),
        name="product_list_add",
    ),
    path(
        "products/delete/",
        generic.BulkDeleteView.as_view(list_view=views.ProductListView),
        name="product_list_delete",
    ),
    path("products/new/", views.ProductCreateView.as_view(), name="product_create"),
    path(
        "products/<uuid:pk>/",
        views.ProductDetailView.as_view(),
        name="product_detail",
    ),
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
]
