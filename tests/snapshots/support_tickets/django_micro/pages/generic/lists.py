"""Pages that list rows, with search, filters, sorting and pages, all in the address."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import JsonResponse
from django.urls import NoReverseMatch, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views import generic

from ..exports import ExportMixin
from ..filters import FilterSet
from ..idempotency import make_token
from ..ordering import Parts, read_key, sort_rows, split_rows
from ..paging import LimitedPaginator, spell_position
from ..search import search_rows
from .page import ReadingMixin, RecordMixin

PAGE_SIZES = (20, 50, 100)
DIRECTIONS = ("ascending", "descending")


class ListView(ExportMixin, ReadingMixin, RecordMixin, generic.ListView):
    """A list of rows.

    `get_queryset()` gives the rows that belong to the list; restrict it, and its files
    and what can be changed from it are restricted too. What the address asks for is
    taken from these: `filter_queryset()` narrows and `sort_queryset()` sorts them.

    `url_name` is the name of its address; those that change its rows begin like it.
    `columns` gives the titles of what it shows, by attribute. A search looks in
    `search_fields`, or in the model's. Filters are those of `filterset_class`, but only
    by `filter_fields` if there are some. `sort_by` is the order at first; `paths` lead
    from references to what targets are sorted by.
    `computed_titles` has the titles of filters by what is computed and isn't shown.
    `edit_fields` of `edit_form` can be changed in the list; `add_form` has the
    `add_fields` that a new row needs.
    """

    url_name = ""
    columns = {}
    search_fields = None
    filterset_class = FilterSet
    filter_fields = None
    sort_by = ()
    paths = {}
    computed_titles = {}
    edit_form = None
    edit_fields = ()
    add_form = None
    add_fields = ()
    account_fields = ()

    context_object_name = "object_list"

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        if self.search_fields is None:
            self.search_fields = getattr(self.model, "search_fields", ())
        self.text = request.GET.get("q", "").strip()[:200]

    def get_address(self):
        return reverse(self.url_name) if self.url_name else self.request.path

    def find_address(self, change):
        """The page that adds, changes or deletes rows; nothing where there is none."""
        try:
            return reverse(f"{self.url_name}_{change}")
        except NoReverseMatch:
            return ""

    def make_add_form(self, data=None):
        """The form that adds a row with no more than what has to be there."""
        if not self.add_form:
            return None
        form = self.add_form(data, prefix="quick", user=self.request.user)
        form.keep_fields(self.add_fields)
        for name in self.account_fields:
            setattr(form.instance, name, self.request.user)
        return form

    def get(self, request, *args, **kwargs):
        self.object_list = self.all_rows
        if (name := request.GET.get("export")) in self.exports:
            return getattr(self, f"export_{name}")()
        if not request.accepts("text/html") and "form-search" in request.GET:
            return self.find_targets(request.GET["form-search"])
        self.tell_refused()
        return self.render_to_response(self.get_context_data())

    def tell_refused(self):
        """Say which filters the address has that make no sense, and that nothing does."""
        form = self.filterset.form if self.filters else None
        refused = [
            field.label
            for name, field in (form.fields if form else {}).items()
            if name in form.errors or getattr(field, "is_refused", False)
        ]
        if refused:
            text = _("What the address says of these makes no sense: %(titles)s")
            messages.warning(
                self.request, text % {"titles": ", ".join(map(str, refused))}
            )

    def find_targets(self, name):
        """Answer a filter that looks for what a reference may lead to."""
        field = self.filterset.form.fields.get(name)
        search = getattr(field and field.widget, "list_matches", None)
        matches = search(self.request.GET.get("text", "")) if search else []
        return JsonResponse({"matches": matches})

    @cached_property
    def filterset(self):
        return self.filterset_class(
            self.request.GET,
            self.all_rows,
            request=self.request,
            titles=self.computed_titles | self.columns,
            names=self.filter_fields,
        )

    @cached_property
    def filters(self):
        """The filters as the page has them; none are made where nothing is asked."""
        return self.filterset.listed if self.request.GET else []

    @cached_property
    def sort_keys(self):
        chosen = self.request.GET.get("sort", "")
        name = chosen.removeprefix("-")
        is_column = name in self.columns and name not in self.masked
        if key := is_column and read_key(self.all_rows, chosen, self.paths):
            return [key]
        return [read_key(self.all_rows, text, self.paths) for text in self.sort_by]

    @cached_property
    def narrowing(self):
        """What the address says of the rows that there are, in its shortest form."""
        found = {"q": [self.text]} if self.text else {}
        for each in self.filters:
            found |= each.parameters
        return found

    @cached_property
    def parameters(self):
        """What the address says of rows, of their order and of how many there are."""
        found = dict(self.narrowing)
        sort = [key.name for key in self.sort_keys]
        if sort != list(self.sort_by):
            found["sort"] = [",".join(sort)]
        if (size := self.get_paginate_by(None)) != PAGE_SIZES[0]:
            found["size"] = [size]
        return found

    def link(self, **changes):
        """Return the address of the list with something changed; None takes it out."""
        parameters = self.parameters | changes
        said = {k: v for k, v in parameters.items() if v is not None}
        return f"?{urlencode(said, doseq=True)}"

    def get_paginate_by(self, queryset):
        size = self.request.GET.get("size", "")
        return int(size) if size in map(str, PAGE_SIZES) else PAGE_SIZES[0]

    def filter_queryset(self, rows):
        """Return those of the rows that are searched for and fit the filters."""
        rows = search_rows(rows, self.search_fields, self.text)
        return self.filterset.filter_queryset(rows) if self.filters else rows

    def sort_queryset(self, rows):
        return sort_rows(rows, self.sort_keys) if self.sort_keys else rows

    def paginate_queryset(self, rows, size):
        parts = split_rows(rows, self.sort_keys) if self.sort_keys else [rows]
        number = self.request.GET.get("page")
        everything = self.all_rows if self.narrowing else None
        paginator = LimitedPaginator(Parts(parts), size, rows, number, everything)
        page = paginator.get_page(number)
        return paginator, page, page.object_list, paginator.num_pages > 1

    def get_context_data(self, *, object_list=None, **kwargs):
        rows = self.all_rows if object_list is None else object_list
        rows = self.filter_queryset(rows)
        panel = "" if "close" in self.request.GET else self.request.GET.get("panel", "")
        here = self.link()
        context = super().get_context_data(object_list=rows, **kwargs)
        page = context["page_obj"]
        changes = ("add", "change", "delete")
        found = {c: self.find_address(c) for c in changes if context[f"may_{c}"]}
        context |= {
            "panel": panel,
            "has_filters": self.filterset_class is not FilterSet,
            "headings": list(self.list_headings()),
            "chips": list(self.list_chips()),
            "here": here if here == "?" else f"{here}&",
            "query": self.link(page=self.request.GET.get("page")),
            "position": spell_position(page),
            "page_range": page.paginator.get_elided_page_range(page.number),
            "addresses": found,
            "list_address": self.get_address(),
            "may_select": any(map(found.get, changes[1:])),
        }
        if panel == "add" and found.get("add"):
            context |= {"quick_form": self.make_add_form(), "token": make_token()}
        return context

    def list_headings(self):
        """The columns, each with the address that sorts by it, if it can be sorted."""
        (chosen,) = self.parameters.get("sort", [None])
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
            if each.parameters:
                link = self.link(**dict.fromkeys(each.names))
                yield {"text": f"{each.title}: {each.text}", "link": link}
