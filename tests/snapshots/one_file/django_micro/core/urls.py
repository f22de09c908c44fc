from django.urls import path

from pages import generic

from . import views

urlpatterns = [
    path("", views.HomeView.as_view(), name="home"),
    path("books/", views.BookListView.as_view(), name="book_list"),
    path(
        "books/add/",
        generic.QuickAddView.as_view(list_view=views.BookListView),
        name="book_list_add",
    ),
    path(
        "books/delete/",
        generic.BulkDeleteView.as_view(list_view=views.BookListView),
        name="book_list_delete",
    ),
    path("books/new/", views.BookCreateView.as_view(), name="book_create"),
    path("books/<uuid:pk>/", views.BookDetailView.as_view(), name="book_detail"),
    path("books/<uuid:pk>/delete/", views.BookDeleteView.as_view(), name="book_delete"),
    path("books/<uuid:pk>/edit/", views.BookUpdateView.as_view(), name="book_update"),
]
