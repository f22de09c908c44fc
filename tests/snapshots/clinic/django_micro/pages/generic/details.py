"""Pages of one row."""

from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import cached_property
from django.views import generic

from records.ordering import read_sort_key, sort_rows
from records.permissions import may
from records.querysets import restrict
from records.values import GroupedFormatter, find_columns

from ..adjacent_rows import get_adjacent_rows
from ..filters import name_parameter
from ..paging import count_rows, spell_count
from .page import ReadingMixin, RecordMixin

SHOWN = 20
COUNTED = 1_000


class Related(NamedTuple):
    """Rows that refer to the one on a page, by the name of the way back to them.

    `index` is the address of their list, and `add` the one where a row is added.
    `columns` has the titles of what is shown of them, by attribute; `link` is the
    attribute that leads to a row's page, and `computed` are those that are computed.
    `sums` has what the row on the page says below a column. `sort_by` is the order of
    their list; `paths` lead from references to what targets are sorted by.
    Where it `is_open_by_row`, the row on the page decides who may add one to it.
    """

    name: str
    title: str
    select: tuple[str, ...] = ()
    index: str = ""
    add: str = ""
    columns: Mapping[str, str] = {}
    link: str = ""
    computed: tuple[str, ...] = ()
    sums: Mapping[str, str] = {}
    sort_by: tuple[str, ...] = ()
    paths: Mapping[str, str] = {}
    is_open_by_row: bool = False

    @property
    def sorting(self):
        """Those of the computed values that the order takes."""
        keys = {text.removeprefix("-") for text in self.sort_by}
        return tuple(name for name in self.computed if name in keys)

    def extend(self, rows, computed):
        """Give rows what is shown of them."""
        rows = rows.select_related(*self.select) if self.select else rows
        return rows.with_computed(*computed) if computed else rows

    def sort(self, rows):
        """Return the rows in the order of their list."""
        keys = [read_sort_key(rows, text, self.paths) for text in self.sort_by]
        return sort_rows(rows, keys) if keys else rows


class DetailView(ReadingMixin, RecordMixin, generic.DetailView):
    """A row, its neighbours, and the rows that refer to it, one group at a time."""

    related = ()

    def get_context_data(self, **kwargs):
        rows = self.get_queryset()
        previous, following = get_adjacent_rows(self.object, rows)
        found = {
            "previous": previous,
            "following": following,
            "tabs": [self.describe_tab(group) for group in self.groups],
        }
        return super().get_context_data(**{**found, **kwargs})

    @cached_property
    def groups(self):
        """The groups whose rows are open to whoever asks."""
        user = self.request.user
        found = ((group, self.find_model(group)) for group in self.related)
        return [group for group, model in found if may(user, "view", model)]

    def find_model(self, group):
        return self.model._meta.get_field(group.name).related_model

    @cached_property
    def chosen_name(self):
        names = [group.name for group in self.groups]
        asked = self.request.GET.get("tab")
        return asked if asked in names else next(iter(names), None)

    def describe_tab(self, group):
        reference = self.model._meta.get_field(group.name)
        rows = self.list_rows(group)
        count = count_rows(rows, COUNTED)
        tab = {
            "name": group.name,
            "title": group.title,
            "is_single": reference.one_to_one,
            "count": spell_count(count, COUNTED),
            "is_chosen": group.name == self.chosen_name,
        }
        if tab["is_chosen"]:
            rows = group.extend(rows, group.computed)
            tab |= {"rows": list(group.sort(rows)[:SHOWN]), "is_cut": count > SHOWN}
            tab |= self.link(group, reference.field)
            if group.columns:
                columns = find_columns(rows, group.columns)
                tab |= self.lay_out(group, tab["rows"], columns)
        return tab

    def list_rows(self, group):
        """The rows of a group that one may see."""
        field = self.model._meta.get_field(group.name).field
        everything = field.model._default_manager.all()
        rows = restrict(everything, self.request.user)
        return rows.filter(**{field.name: self.object})

    def sees_all(self, group):
        """Whether one sees all rows of a group, which is what computed values count."""
        field = self.model._meta.get_field(group.name).field
        everything = field.model._default_manager.all()
        if restrict(everything, self.request.user) is everything:
            return True
        seen = self.list_rows(group).order_by().values("pk")
        rows = everything.filter(**{field.name: self.object})
        return not rows.exclude(pk__in=seen).exists()

    def lay_out(self, group, rows, columns):
        """The columns of rows, a line for each row, and the sums below.

        A text of a line has beside it whether it leads to the row. Without some of the
        rows, the sums wouldn't be those of what is above them.
        """
        formatter = GroupedFormatter()
        links = [name == group.link for name in group.columns]
        shown = group.sums if group.sums and self.sees_all(group) else {}
        sums = {name: getattr(self.object, value) for name, value in shown.items()}
        return {
            "columns": columns,
            "lines": [
                (row, list(zip(formatter.format_row(columns, row), links, strict=True)))
                for row in rows
            ],
            "sums": [
                formatter.formats[type(sums[name])](sums[name]) if name in sums else ""
                for name in (group.columns if sums else ())
            ],
        }

    def may_add(self, group, field):
        """Whether one may add a row to a group, or in some groups to this row."""
        user, model = self.request.user, self.find_model(group)
        row = field.model(**{field.name: self.object}) if group.is_open_by_row else None
        return may(user, "add", model, row)

    def link(self, group, field):
        """The addresses of the list of these rows, and of the form that adds one."""
        key = self.object.pk
        links = {}
        if group.index:
            query = urlencode({name_parameter(field.name): key})
            links["index"] = f"{reverse(group.index)}?{query}"
        if group.add and self.may_add(group, field):
            query = urlencode({field.name: key, "next": self.request.path})
            links["add"] = f"{reverse(group.add)}?{query}"
        return links
