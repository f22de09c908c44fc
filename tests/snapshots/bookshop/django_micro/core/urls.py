from django.urls import path, register_converter

from pages import generic
from pages.converters import KeyConverter

from . import views

register_converter(KeyConverter, "key")

urlpatterns = [
    path("", views.HomeView.as_view(), name="home"),
    path("books/", views.BookListView.as_view(), name="book_list"),
    path(
        "books/add/",
        generic.QuickAddView.as_view(list_view=views.BookListView),
        name="book_list_add",
    ),
    path(
        "books/change/",
        generic.BulkUpdateView.as_view(list_view=views.BookListView),
        name="book_list_change",
    ),
    path(
        "books/delete/",
        generic.BulkDeleteView.as_view(list_view=views.BookListView),
        name="book_list_delete",
    ),
    path("books/new/", views.BookCreateView.as_view(), name="book_create"),
    path("books/<key:pk>/", views.BookDetailView.as_view(), name="book_detail"),
    path("books/<key:pk>/delete/", views.BookDeleteView.as_view(), name="book_delete"),
    path("books/<key:pk>/edit/", views.BookUpdateView.as_view(), name="book_update"),
    path(
        "books/<key:pk>/set/<field>/",
        generic.ValueUpdateView.as_view(list_view=views.BookListView),
        name="book_list_set",
    ),
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
        "customers/<uuid:pk>/delete/",
        views.CustomerDeleteView.as_view(),
        name="customer_delete",
    ),
    path(
        "customers/<uuid:pk>/edit/",
        views.CustomerUpdateView.as_view(),
        name="customer_update",
    ),
    path("deliveries/", views.DeliveryListView.as_view(), name="delivery_list"),
    path(
        "deliveries/delete/",
        generic.BulkDeleteView.as_view(list_view=views.DeliveryListView),
        name="delivery_list_delete",
    ),
    path(
        "deliveries/<uuid:pk>/",
        views.DeliveryDetailView.as_view(),
        name="delivery_detail",
    ),
    path(
        "deliveries/<uuid:pk>/delete/",
        views.DeliveryDeleteView.as_view(),
        name="delivery_delete",
    ),
    path("order-lines/", views.OrderLineListView.as_view(), name="order_line_list"),
    path(
        "order-lines/add/",
        generic.QuickAddView.as_view(list_view=views.OrderLineListView),
        name="order_line_list_add",
    ),
    path(
        "order-lines/delete/",
        generic.BulkDeleteView.as_view(list_view=views.OrderLineListView),
        name="order_line_list_delete",
    ),
    path(
        "order-lines/new/",
        views.OrderLineCreateView.as_view(),
        name="order_line_create",
    ),
    path(
        "order-lines/<uuid:pk>/delete/",
        views.OrderLineDeleteView.as_view(),
        name="order_line_delete",
    ),
    path("orders/", views.OrderListView.as_view(), name="order_list"),
    path(
        "orders/add/",
        generic.QuickAddView.as_view(list_view=views.OrderListView),
        name="order_list_add",
    ),
    path(
        "orders/delete/",
        generic.BulkDeleteView.as_view(list_view=views.OrderListView),
        name="order_list_delete",
    ),
    path("orders/new/", views.OrderCreateView.as_view(), name="order_create"),
    path("orders/<int:pk>/", views.OrderDetailView.as_view(), name="order_detail"),
    path(
        "orders/<int:pk>/delete/",
        views.OrderDeleteView.as_view(),
        name="order_delete",
    ),
    path("page/stocktaking/", views.StocktakingView.as_view(), name="stocktaking"),
    path("publishers/", views.PublisherListView.as_view(), name="publisher_list"),
    path(
        "publishers/add/",
        generic.QuickAddView.as_view(list_view=views.PublisherListView),
        name="publisher_list_add",
    ),
    path(
        "publishers/delete/",
        generic.BulkDeleteView.as_view(list_view=views.PublisherListView),
        name="publisher_list_delete",
    ),
    path(
        "publishers/new/",
        views.PublisherCreateView.as_view(),
        name="publisher_create",
    ),
    path(
        "publishers/<uuid:pk>/delete/",
        views.PublisherDeleteView.as_view(),
        name="publisher_delete",
    ),
]
