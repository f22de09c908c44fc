"""Lines: rows that are edited in the form of the row that they refer to."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from transformer.backends.django.accounts import is_person
from transformer.backends.django.application import Application
from transformer.backends.django.code import Code, make_literal, make_texts, refer_to
from transformer.backends.django.contents import ShownField
from transformer.backends.django.names import list_reserved
from transformer.backends.django_micro.additions import depends_on_target
from transformer.backends.django_micro.inputs import (
    AnyInput,
    FormNames,
    Input,
    LineInput,
    list_inputs,
    pick_inputs,
    pick_lines,
)
from transformer.backends.django_micro.lists import list_first_order
from transformer.backends.django_micro.pages import Page, Site
from transformer.model.entities import Entity
from transformer.model.entity_fields import Field
from transformer.model.naming import make_unique
from transformer.model.removal import notes_removal
from transformer.model.surfaces import Mode
from transformer.model.variants import list_variants


@dataclass(frozen=True)
class InlinePlan:
    """The forms of lines, by the entity that lines are of."""

    application: Application
    site: Site
    forms: Mapping[Entity, str]
    """Entity → class of the form."""
    further: tuple[tuple[str, tuple[AnyInput, ...]], ...]
    """Those of these forms that no page has: class and inputs."""

    def make_inline(self, each: LineInput) -> Code:
        """Make what a form says of its lines."""
        entity = each.reference.entity
        return refer_to("Inline").call(
            refer_to(self.forms[entity]),
            make_literal(each.shown.title),
            help=make_literal(each.shown.help) if each.shown.help else None,
            **{name: make_texts(found) for name, found in self._list_names(each) if found},
            is_required=make_literal(True) if each.shown.relation.required else None,
            is_open_by_row=make_literal(True) if depends_on_target(each.reference) else None,
            **dict(self._list_pages(entity)),
        )

    def _list_names(self, lines: LineInput) -> Iterator[tuple[str, list[str]]]:
        name, entity = self.application.names.name_attribute, lines.reference.entity
        yield "sort_by", list(self._list_keys(entity))
        yield "fixed", [name(e) for e in self._list_fixed(entity) if e is not lines.reference]
        yield "made_by", list(map(name, self._list_presets(entity, "create")))
        yield "changed_by", list(map(name, self._list_presets(entity, "edit")))

    def _list_keys(self, entity: Entity) -> Iterator[str]:
        """List by what the list of the rows is sorted, as far as that is in the rows themselves."""
        page = self.site.find_page(entity, "list")
        for key in list_first_order(page) if page else ():
            if isinstance(key.field, Field) and not key.field.is_reference:
                attribute = self.application.names.name_attribute(key.field)
                yield f"{'-' * key.descending}{attribute}"

    def _list_fixed(self, entity: Entity) -> Iterator[Field]:
        """List the fields that stay as they are once a row is there, as its edit page has it."""
        changed, asked = (self._list_asked(entity, mode) for mode in ("edit", "create"))
        for each in entity.fields:
            if each.input == "create" or (each in asked and each not in changed):
                yield each

    def _list_asked(self, entity: Entity, mode: Mode) -> set[Field]:
        """List the fields that a page asks for; without one, all of them."""
        page = self.site.find_page(entity, mode)
        if page is None:
            return {each for each in entity.fields if each.input != "never"}
        return {each.shown.field for each in pick_inputs(list_inputs(page, self.application))}

    def _list_presets(self, entity: Entity, mode: Mode) -> list[Field]:
        """List the fields that are set to whoever makes or changes a row."""
        if page := self.site.find_page(entity, mode):
            return list(page.content.presets)
        moments = ("created", "updated") if mode == "create" else ("updated",)
        return [each for each in entity.fields if each.automatic in moments and _names_person(each)]

    def _list_pages(self, entity: Entity) -> Iterator[tuple[str, Code]]:
        modes: dict[str, Mode] = {"add": "create", "change": "edit"}
        for word, mode in modes.items():
            page = self.site.find_page(entity, mode)
            if page and _is_for_some(page):
                yield word, make_literal(page.address)


def _names_person(field: Field) -> bool:
    target = field.target if field.is_reference else None
    return field.target_kind == "account" or (target is not None and is_person(target))


def _is_for_some(page: Page) -> bool:
    """Tell whether rules of a page itself keep some from what it does."""
    variants = list_variants(page.surface)
    return page.surface.access is not None or any(each.read_only for each in variants)


def plan_inlines(forms: FormNames, site: Site, application: Application) -> InlinePlan:
    """Plan which forms lines have: that of the page that adds one, or one with all inputs."""
    names = application.names
    taken = names.list_models() | {name.lower() for name in list_reserved("classes")}
    taken |= {name.lower() for name, _ in forms.values()}
    chosen: dict[Entity, str] = {}
    further: list[tuple[str, tuple[AnyInput, ...]]] = []
    lines = [each for _, inputs in forms.values() for each in pick_lines(inputs)]
    for _, inputs in forms.values():
        for entity in (each.reference.entity for each in pick_lines(inputs)):
            page = site.find_page(entity, "create")
            if entity in chosen:
                continue
            if page and page in forms and not pick_lines(forms[page][1]):
                chosen[entity] = forms[page][0]
                continue
            wanted = f"{names.name_model(entity)}LineForm"
            chosen[entity] = make_unique(wanted, taken, "")
            taken.add(chosen[entity].lower())
            ways = {each.reference for each in lines if each.reference.entity is entity}
            asked = _list_inputs(entity, ways if len(ways) == 1 else (), application)
            further.append((chosen[entity], tuple(asked)))
    return InlinePlan(application, site, chosen, tuple(further))


def _list_inputs(
    entity: Entity, ways: Collection[Field], application: Application
) -> Iterator[Input]:
    """List the inputs of a line; which row it belongs to is none, where that is always the same."""
    for field in entity.fields:
        if field.input != "never" and field not in ways and not notes_removal(field):
            shown = ShownField(field, field.title, field.help)
            yield Input(application.find_field(field), shown, "main", "")
