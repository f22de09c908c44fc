"""Pages that list rows, with search, filters, sorting and pages, all in the address."""

from urllib.parse import urlencode
from uuid import UUID

from django.utils.functional import cached_property
from django.utils.html import escape
from django.utils.safestring import mark_safe
from django.views import generic

from ..computed import ComputedMixin, find_enums
from ..exports import ExportMixin
from ..filters import make_filter
from ..ordering import Parts, read_key, sort_rows, split_rows
from ..paging import LimitedPaginator
from ..search import search_rows
from .changes import ChangesMixin
from .page import PageMixin, ReadingMixin

PAGE_SIZES = (20, 50, 100)
DIRECTIONS = ("ascending", "descending")


class ListView(
    ExportMixin, ChangesMixin, ReadingMixin, PageMixin, ComputedMixin, generic.ListView
):
    """A list of rows.

    `columns` gives the titles of what it shows, by attribute. A search looks in
    `search_fields`, or in the model's, and `filter_fields` narrow the list. `sort_by`
    is the order at first; `paths` lead from references to what targets are sorted by.
    `computed_titles` has the titles of filters by what is computed and isn't shown.
    """

    columns = {}
    search_fields = None
    filter_fields = ()
    sort_by = ()
    paths = {}
    computed_titles = {}

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        if self.search_fields is None:
            self.search_fields = getattr(self.model, "search_fields", ())
        self.text = request.GET.get("q", "").strip()[:200]

    @property
    def titles(self):
        return self.computed_titles | self.columns

    @property
    def enums(self):
        return find_enums(self.all_rows, self.columns)

    @cached_property
    def filters(self):
        return [
            make_filter(self.all_rows, name, self.titles, self.request.GET)
            for name in self.filter_fields
        ]

    @cached_property
    def is_narrowed(self):
        return bool(self.text) or any(each.is_active for each in self.filters)

    @cached_property
    def sort_keys(self):
        chosen = self.request.GET.get("sort", "")
        name = chosen.removeprefix("-")
        is_column = name in self.columns and name not in self.masked
        if key := is_column and read_key(self.all_rows, chosen, self.paths):
            return [key]
        return [read_key(self.all_rows, text, self.paths) for text in self.sort_by]

    @cached_property
    def parameters(self):
        """What the address says of the rows, in its shortest form."""
        found = {"q": self.text}
        if sort := ",".join(key.name for key in self.sort_keys):
            found["sort"] = sort if sort != ",".join(self.sort_by) else ""
        if self.paginate_by != PAGE_SIZES[0]:
            found["size"] = self.paginate_by
        for each in self.filters:
            found |= each.parameters
        return {name: value for name, value in found.items() if value}

    def link(self, **changes):
        """Return the address of the list with something changed; None takes it out."""
        parameters = self.parameters | changes
        return f"?{urlencode({k: v for k, v in parameters.items() if v is not None})}"

    @cached_property
    def paginate_by(self):
        size = self.request.GET.get("size", "")
        return int(size) if size in map(str, PAGE_SIZES) else PAGE_SIZES[0]

    @cached_property
    def all_rows(self):
        return super().get_queryset()

    @cached_property
    def rows(self):
        """The rows that are asked for, in no particular order."""
        rows = search_rows(self.all_rows, self.search_fields, self.text)
        for each in self.filters:
            rows = each.apply(rows)
        return rows

    def get_queryset(self):
        return sort_rows(self.rows, self.sort_keys) if self.sort_keys else self.rows

    def paginate_queryset(self, rows, size):
        parts = split_rows(self.rows, self.sort_keys) if self.sort_keys else [rows]
        number = self.request.GET.get("page")
        everything = self.all_rows if self.is_narrowed else None
        paginator = LimitedPaginator(Parts(parts), size, self.rows, number, everything)
        page = paginator.get_page(number)
        return paginator, page, page.object_list, paginator.num_pages > 1

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        page = context["page_obj"]
        here = self.link()
        return context | {
            "entries": list(list_entries(page.object_list, self.enums)),
            "headings": list(self.list_headings()),
            "chips": list(self.list_chips()),
            "here": here if here == "?" else f"{here}&",
            "page_range": page.paginator.get_elided_page_range(page.number),
        }

    def list_headings(self):
        """The columns, each with the address that sorts by it, if it can be sorted."""
        chosen = self.parameters.get("sort")
        start = self.link(sort=None)
        start = f"{start}&" if start != "?" else start
        for name, title in self.columns.items():
            direction = chosen in (name, f"-{name}") and DIRECTIONS[chosen[0] == "-"]
            heading = {"title": title, "direction": direction}
            if name not in self.masked and read_key(self.all_rows, name, self.paths):
                # A third click goes back to the order at first.
                following = {name: f"sort=-{name}", f"-{name}": ""}
                heading["link"] = start + following.get(chosen, f"sort={name}")
            yield heading

    def list_chips(self):
        """What narrows the list, each with the address that takes it away."""
        for each in self.filters:
            if each.is_active:
                text = f"{each.title}: {each.describe()}"
                yield {"text": text, "link": self.link(**dict.fromkeys(each.names))}


def list_entries(rows, enums):
    """Give each row after its key, its page's address and its enumerations' titles.

    All this can be had from a row, but takes longer that way than the rest of it.
    Addresses differ in the key alone, unless people chose it and it has to be escaped.
    """
    start = end = ""
    for place, row in enumerate(rows):
        key = escape(row.pk)
        labels = {name: enums[name].get(getattr(row, name)) for name in enums}
        if not isinstance(row.pk, (int, UUID)):
            yield key, find_address(row), labels, row
        else:
            if not place:
                start, _key, end = find_address(row).rpartition(key)
            yield key, mark_safe(f"{start}{key}{end}"), labels, row


def find_address(row):
    return row.get_absolute_url() if hasattr(row, "get_absolute_url") else ""
