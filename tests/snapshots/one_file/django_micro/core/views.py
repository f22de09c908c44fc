from django.urls import reverse_lazy

from pages import generic

from . import filters, forms
from .models import Book


class HomeView(generic.HomeView):
    lists = [
        generic.Listing("book_list", "Books", Book, chart="finished_on"),
    ]


class BookListView(generic.ListView):
    model = Book
    columns = {
        "title": "Title",
        "author": "Author",
        "pages": "Pages",
        "finished_on": "Finished on",
    }
    template_name = "core/book_list.html"
    url_name = "book_list"
    search_fields = Book.search_fields
    filterset_class = filters.BookFilterSet
    bulk_actions = ["delete"]
    add_form = forms.BookForm
    add_fields = ["title"]


class BookDetailView(generic.DetailView):
    model = Book
    template_name = "core/book_detail.html"


class BookCreateView(generic.CreateView):
    model = Book
    form_class = forms.BookForm
    template_name = "core/book_create.html"


class BookUpdateView(generic.UpdateView):
    model = Book
    form_class = forms.BookForm
    template_name = "core/book_update.html"


class BookDeleteView(generic.DeleteView):
    model = Book
    success_url = reverse_lazy("book_list")
