"""Pages that list rows, with search, filters, sorting and pages, all in the address."""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import ImproperlyConfigured
from django.http import Http404, JsonResponse
from django.urls import get_resolver, reverse
from django.utils.functional import cached_property
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.views import generic
from django_filters.constants import EMPTY_VALUES

from records.ordering import read_sort_key, sort_rows
from records.search import search_rows

from ..exports import ExportMixin
from ..filters import FilterSet, choose_filters
from ..forms.shape import name_class
from ..idempotency import make_token
from ..paging import MOST, LimitedPaginator, count_rows, find_rows, spell_position
from .page import ReadingMixin, RecordMixin

PAGE_SIZES = (20, 50, 100)
DIRECTIONS = ("ascending", "descending")


class ListView(ExportMixin, ReadingMixin, RecordMixin, generic.ListView):
    """A list of rows.

    `get_queryset()` gives the rows that belong to the list; restrict it, and its files
    and what can be changed from it are restricted too. What the address asks for is
    taken from these: `filter_queryset()` narrows them, and `sort_keys` sorts them.

    `url_name` is the name of its address; those that change its rows begin like it.
    `columns` gives the titles of what it shows, by attribute. A search looks in
    `search_fields`, or in the model's. Filters are those of `filterset_class`, but only
    by `filter_fields` if there are some. `sort_by` is the order at first; `paths` lead
    from references to what targets are sorted by.
    `computed_titles` has the titles of filters by what is computed and isn't shown.
    `edit_fields` of `edit_form` can be changed in the list, and many rows at once by
    `bulk_actions`; `add_form` has the `add_fields` that a new row needs.
    """

    url_name = ""
    columns = {}
    filterset_class = FilterSet
    filter_fields = None
    sort_by = ()
    paths = {}
    computed_titles = {}
    bulk_actions = ()
    edit_form = None
    edit_fields = ()
    add_form = None
    add_fields = ()
    account_fields = ()

    # The titles of filters that make no sense as the address has them.
    refused = ()
    context_object_name = "object_list"
    paginator_class = LimitedPaginator
    paginate_by = PAGE_SIZES[0]

    @cached_property
    def search_fields(self):
        return getattr(self.model, "search_fields", ())

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
        self.object_list = self.get_queryset()
        query = getattr(self.object_list, "query", None)
        if not query or query.is_sliced or query.combinator:
            # It couldn't be searched, filtered, sorted and counted.
            text = "has to return a queryset: no list, no slice and no union."
            raise ImproperlyConfigured(f"{type(self).__name__}.get_queryset() {text}")
        if not (self.get_allow_empty() or self.object_list.exists()):
            raise Http404
        if (name := request.GET.get("export")) in self.exports:
            return getattr(self, f"export_{name}")()
        if not request.accepts("text/html") and "form-search" in request.GET:
            return self.find_targets(request.GET["form-search"])
        context = self.get_context_data()
        if self.refused:
            text = _("What the address says of these makes no sense: %(titles)s")
            messages.warning(request, text % {"titles": ", ".join(self.refused)})
        return self.render_to_response(context)

    def find_targets(self, name):
        """Answer a filter that looks for what a reference may lead to."""
        field = self.filterset.form.fields.get(name)
        search = getattr(field and field.widget, "list_matches", None)
        matches = search(self.request.GET.get("text", "")) if search else []
        return JsonResponse({"matches": matches})

    @cached_property
    def filterset(self):
        """The filters that the address has a value for, or all where one can choose."""
        data = self.request.GET
        found = self.filterset_class(data, self.object_list, request=self.request)
        if self.filter_fields is not None:
            found.filters = choose_filters(found, self.filter_fields)
        titles = self.computed_titles | self.columns
        for each in found.filters.values():
            each.label = titles.get(each.field_name) or each.label
        if data.get("panel") != "filters" and "form-search" not in data:
            found.filters = {
                name: each
                for name, each in found.filters.items()
                if not each.field.widget.value_omitted_from_data(data, {}, name)
            }
        return found

    @cached_property
    def conditions(self):
        """What each filter asks of rows, in words, and its names in the address."""
        if not self.request.GET or not self.filterset.form.fields:
            return []
        form, found = self.filterset.form, []
        self.refused = [str(form.fields[name].label) for name in form.errors]
        for name, value in form.cleaned_data.items():
            each = self.filterset.filters[name]
            if getattr(form.fields[name], "is_refused", False):
                self.refused.append(str(each.label))
            if value not in EMPTY_VALUES:
                text = getattr(each, "describe", str)(value)
                suffixes = getattr(each.field.widget, "suffixes", ())
                names = [f"{name}_{suffix}" for suffix in suffixes] or [name]
                found.append((f"{each.label}: {text}", names))
        return found

    @cached_property
    def sort_keys(self):
        chosen = self.request.GET.get("sort", "")
        name = chosen.removeprefix("-")
        is_column = name in self.columns and name not in self.masked
        if key := is_column and read_sort_key(self.object_list, chosen, self.paths):
            return [key]
        if self.object_list.query.order_by:
            # That of `ordering`, `get_ordering()` or `get_queryset()`.
            return []
        return [read_sort_key(self.object_list, t, self.paths) for t in self.sort_by]

    @cached_property
    def parameters(self):
        """What the address says of rows, of their order and of how many there are."""
        data, found = self.request.GET, {}
        if text := data.get("q", "").strip()[:200]:
            found["q"] = [text]
        for _text, names in self.conditions:
            found |= {name: data.getlist(name) for name in names if data.get(name)}
        sort = [key.text for key in self.sort_keys]
        if sort and sort != list(self.sort_by):
            found["sort"] = sort
        if (size := self.get_paginate_by(None)) != (self.paginate_by or MOST):
            found["size"] = [size]
        return found

    def link(self, **changes):
        """Return the address of the list with something changed; None takes it out."""
        parameters = self.parameters | changes
        said = {k: v for k, v in parameters.items() if v is not None}
        return f"?{urlencode(said, doseq=True)}"

    def get_paginate_by(self, queryset):
        size = self.request.GET.get("size", "")
        return int(size) if size in map(str, PAGE_SIZES) else self.paginate_by or MOST

    def filter_queryset(self, rows):
        """Return those of the rows that are searched for and fit the filters."""
        if "q" in self.parameters:
            rows = search_rows(rows, self.search_fields, *self.parameters["q"])
        return self.filterset.filter_queryset(rows) if self.conditions else rows

    def paginate_queryset(self, queryset, page_size):
        rows = sort_rows(queryset, self.sort_keys) if self.sort_keys else queryset
        orphans, name = self.get_paginate_orphans(), self.page_kwarg
        paginator = self.get_paginator(rows, page_size, orphans=orphans)
        number = self.request.GET.get(name) or self.kwargs.get(name)
        is_narrowed = self.conditions or "q" in self.parameters
        is_limited = isinstance(paginator, LimitedPaginator)
        if is_limited and is_narrowed and count_rows(self.object_list, MOST) > MOST:
            paginator.count_ahead(number)
        page = paginator.get_page(number)
        if is_limited and paginator.is_long:
            page.object_list = find_rows(page)
        return paginator, page, page.object_list, page.has_other_pages()

    def get_context_data(self, **kwargs):
        rows = self.filter_queryset(kwargs.pop("object_list", self.object_list))
        named = get_resolver().reverse_dict
        self.sets_values = f"{self.url_name}_set" in named
        context = super().get_context_data(object_list=rows, **kwargs)
        page = context["page_obj"]
        numbers = page.paginator.get_elided_page_range(page.number)
        # A list may go by the name of another, whose address has no arguments.
        match, kwargs = self.request.resolver_match, {}
        if match and match.view_name == self.url_name:
            kwargs = self.kwargs
        path = self.request.path
        address = reverse(self.url_name, kwargs=kwargs) if self.url_name else path
        panel = "" if "close" in self.request.GET else self.request.GET.get("panel", "")
        changes = {
            each: reverse(f"{self.url_name}_{each}", kwargs=kwargs)
            for each in (*self.bulk_actions, *(("add",) if panel == "add" else ()))
            if f"{self.url_name}_{each}" in named
        }
        context |= {
            "list_address": escape(address),
            "search_text": "".join(self.parameters.get("q", ())),
            "has_filters": self.filterset_class is not FilterSet,
            "headings": list(self.list_headings()),
            "chips": [
                {"text": text, "link": self.link(**dict.fromkeys(names))}
                for text, names in self.conditions
            ],
            "query": self.link(
                **{self.page_kwarg: self.request.GET.get(self.page_kwarg)}
            ),
            "position": spell_position(page),
            "page_address": self.link(**{self.page_kwarg: ""}),
            "export_address": self.link(export=""),
            "page_range": [str(number) for number in numbers],
            "changes": changes,
            "has_quick_add": f"{self.url_name}_add" in named,
            "may_set": self.sets_values and context["may_change"],
            "may_select": any(
                context[f"may_{each}"] for each in self.bulk_actions if each in changes
            ),
            "panel": panel,
        }
        return self.open_panel(panel, context) if panel else context

    def open_panel(self, panel, context):
        """Add what the panel shows that the address asks for."""
        if panel == "filters":
            context["filters"] = self.list_filters()
        if panel == "add" and context["may_add"] and "add" in context["changes"]:
            context |= {"quick_form": self.make_add_form(), "token": make_token()}
        return context

    def list_filters(self):
        """The form of the filters, whose inputs have the classes of Bootstrap."""
        form = self.filterset.form
        form.auto_id = "filter_%s"
        for field in form.fields.values():
            field.widget.attrs.setdefault("class", name_class(field.widget))
        return form

    def list_headings(self):
        """The columns, each with the address that sorts by it, if it can be sorted."""
        (chosen,) = self.parameters.get("sort", [None])
        for name, title in self.columns.items():
            direction = chosen in (name, f"-{name}") and DIRECTIONS[chosen[0] == "-"]
            heading = {"title": title, "direction": direction}
            is_open = name not in self.masked
            if is_open and read_sort_key(self.object_list, name, self.paths):
                # A third click goes back to the order at first.
                following = {name: f"-{name}", f"-{name}": None}
                heading["link"] = self.link(sort=following.get(chosen, name))
            yield heading
