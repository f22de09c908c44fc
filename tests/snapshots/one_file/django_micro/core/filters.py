from pages.filters import FilterSet

from .models import Book


class BookFilterSet(FilterSet):
    class Meta:
        model = Book
        fields = {
            "finished_on": ["range", "isnull"],
        }
