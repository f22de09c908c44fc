"""How pages show values: the templates that `cells.yaml` names, filled in."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from string import Template
from typing import Literal, TypedDict

from transformer.backends.django.application import Application
from transformer.backends.django.contents import (
    Group,
    Shown,
    ShownComputed,
    ShownLink,
    get_member,
)
from transformer.backends.django.field_traits import find_traits
from transformer.backends.django.policies import has_rules
from transformer.backends.django_micro.page_access import ask_on
from transformer.backends.django_micro.pages import Page, Site, find_converter, find_heading
from transformer.diagnostics.resources import read_table
from transformer.engine.backend import read_file
from transformer.engine.escapes import to_html
from transformer.model.entities import Computed, Entity, Member
from transformer.model.entity_fields import Field
from transformer.model.rights import asks_own_fields, hides_rows, list_rights_fields
from transformer.model.variants import is_hidden

PARTS = Path(__file__).resolve().parent / "parts"

Column = Literal["cell", "shown", "changed"]
"""A column of `types.yaml` that names a row of `cells.yaml`."""


class CellRow(TypedDict, total=False):
    """A row of `cells.yaml`."""

    template: str
    file: str
    live: Literal["yes"]


def read_cells() -> Mapping[str, CellRow]:
    """Read `cells.yaml`: name → how a value is shown."""
    return read_table("django/cells", dict[str, CellRow])


@cache
def read_part(file: str) -> Template:
    """Read a template in `parts/`; its lines become one.

    Raises BackendError if it can't be read.
    """
    return Template(" ".join(read_file(PARTS / file).decode().split()))


@cache
def find_template(name: str) -> Template:
    """Find the template of a row of `cells.yaml`."""
    row = read_cells()[name]
    return Template(row["template"]) if "template" in row else read_part(row["file"])


@dataclass(frozen=True, slots=True)
class Cell:
    """A value on a page: its label and the template that shows it."""

    title: str
    source: str
    value: str
    """The variable of the template that has the value."""
    is_optional: bool
    """Whether there may be no value."""
    is_plain: bool
    """Whether the value can stand within a link."""
    names_row: bool
    """Whether it is what a row goes by."""
    condition: str = ""
    """Under what condition it is there, as a template asks; or the empty string."""

    @property
    def link(self) -> str:
        """What a link to the row says: the value, or where there is none what the row goes by."""
        if not self.is_optional:
            return self.source
        test = f"{{% if {self.value} is None or {self.value} == '' %}}"
        return f"{test}{{{{ object }}}}{{% else %}}{self.source}{{% endif %}}"


@dataclass(frozen=True, slots=True)
class Presenter:
    """How the values of a page are shown: as a column of `types.yaml` says, but for some.

    Those that are `changed` right on the page are shown so that they can be.
    """

    application: Application
    site: Site
    column: Column
    changed: Collection[Field] = ()

    def show_groups(self, page: Page, only: Collection[Member] | None = None) -> list[Group[Cell]]:
        """Show the groups of a page; with `only`, just these members.

        A group without a value is left out.
        """
        groups = []
        for number, group in enumerate(page.content.groups, 1):
            added = page.content.added if number == len(page.content.groups) else ()
            values = [each for each in (*group.values, *added) if not each.hidden]
            shown = (each for each in values if only is None or get_member(each) in only)
            cells = [self._limit(self._show(each, page), each, page) for each in shown]
            if only is None and number == len(page.content.groups):
                cells += [self._show_link(each, page) for each in page.content.links]
            groups.append(Group(group.name, find_heading(page, group), tuple(cells)))
        return [group for group in groups if group.values]

    def _limit(self, cell: Cell, shown: Shown, page: Page) -> Cell:
        """Show a value to those who may see it."""
        member = get_member(shown)
        if shown in page.content.added or is_hidden(page.surface, member):
            name = cell.value.removeprefix("object.")
            cell = replace(cell, condition=f"'{name}' not in view.omitted")
        return self._guard(cell, member)

    def _guard(self, cell: Cell, member: Field | Computed) -> Cell:
        """Mask a sensitive value on a record's page for those who can't change it."""
        if self.column != "shown" or not member.sensitive:
            return cell
        masked = find_template("masked").substitute(value=cell.value)
        source = f"{{% if may_change %}}{cell.source}{{% else %}}{masked}{{% endif %}}"
        return replace(cell, source=source)

    def _show(self, shown: Shown, page: Page) -> Cell:
        if isinstance(shown, ShownComputed):
            return self._show_computed(shown)
        field = self.application.find_field(shown.field)
        column: Column = "changed" if shown.field in self.changed else self.column
        flags = field.flags | set(self._list_flags(shown.field))
        name, said = find_traits(frozenset(flags)).columns[column], shown.field
        key = _write_key(page, said.entity) if column == "changed" else ""
        cell = make_cell(name, field.attribute, shown.title, said.currency or "", key)
        if "linked" in flags:
            cell = self._lead(cell, page, said.target)
        if column == "changed" and said in list_rights_fields(said.entity.model):
            kept = find_traits(frozenset(flags)).columns[self.column]
            other = make_cell(kept, field.attribute, shown.title, "", "")
            is_role = said is said.entity.model.person.role
            cell = _close(cell, other, "gives_role_to" if is_role else "gives_rights_to")
        return replace(cell, is_optional=not said.required, names_row=said.is_display)

    def _show_link(self, shown: ShownLink, page: Page) -> Cell:
        """Show the names of rows that a row of a list is linked to."""
        name = self.application.names.name_link(shown.relation)
        cell = make_cell("linked", name, shown.title, "", "")
        is_omitted = is_hidden(page.surface, shown.relation)
        condition = f"'{name}' not in view.omitted" if is_omitted else ""
        return replace(cell, is_plain=False, condition=condition)

    def _lead(self, cell: Cell, page: Page, target: Entity | None) -> Cell:
        """Let a link be there only for those to whom the page of the row is open."""
        asked = ask_on(page, self.site.find_page(target, "view", "edit"))
        if not asked:
            return cell
        plain = find_template("optional").substitute(value=cell.value)
        source = f"{{% if {asked} %}}{cell.source}{{% else %}}{plain}{{% endif %}}"
        return replace(cell, source=source)

    def _show_computed(self, shown: ShownComputed) -> Cell:
        value = self.application.computed[shown.computed]
        name = value.shown if self.column == "shown" else value.cell
        return make_cell(name, value.attribute, shown.title, value.currency or "", "")

    def _list_flags(self, field: Field) -> Iterator[str]:
        """List what of the rows that a field refers to decides about a link to them."""
        page = self.site.find_page(field.target, "view", "edit")
        if page:
            yield "linked"
        if page and page.mode == "edit" and field.target and has_rules(field.target):
            yield "form"
        if field.target and hides_rows(field.target):
            yield "guarded"
            if asks_own_fields(field.target):
                yield "guarded-by-fields"


def _close(cell: Cell, other: Cell, asked: str) -> Cell:
    """Let those change a value who may, as a filter says, and show it to others."""
    test = f"{{% if user|{asked}:object %}}"
    return replace(cell, source=f"{test}{cell.source}{{% else %}}{other.source}{{% endif %}}")


def _write_key(page: Page, entity: Entity) -> str:
    """Write the part of a template that gives the address at which a value of a row is set.

    A list asks for many of these, and finding an address takes Django longer than all else of
    one; only keys that people chose have to be escaped as Django does it.
    """
    if find_converter(entity) != "key":
        return "{{ list_address }}{{ key }}/set/$name/"
    return f"{{% url '{page.address}_set' object.pk '$name' %}}"


@lru_cache(256)
def make_cell(name: str, attribute: str, title: str, currency: str, key: str) -> Cell:
    """Make a cell by the part of that name; fields that are alike share it."""
    words = {
        "value": f"object.{attribute}",
        "name": attribute,
        "label": to_html(title),
        "currency": currency,
        "address": Template(key).substitute(name=attribute),
    }
    return Cell(
        title=title,
        source=find_template(name).substitute(words),
        value=words["value"],
        is_optional=True,
        is_plain="live" not in read_cells()[name],
        names_row=False,
    )
