"""What the pages have in common: Django's generic views, with messages and more."""

from .changes import BulkDeleteView, BulkUpdateView, QuickAddView, ValueUpdateView
from .details import DetailView, Related
from .home import HomeView, Listing
from .lists import ListView
from .page import PageView
from .saving import CreateView, DeleteView, UpdateView

__all__ = [
    "BulkDeleteView",
    "BulkUpdateView",
    "CreateView",
    "DeleteView",
    "DetailView",
    "HomeView",
    "ListView",
    "Listing",
    "PageView",
    "QuickAddView",
    "Related",
    "UpdateView",
    "ValueUpdateView",
]
