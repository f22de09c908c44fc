"""The entities of a manifest as Django models, in finished pieces for templates."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from transformer.backends.django.constraints import list_rules
from transformer.backends.django.field_traits import find_traits
from transformer.backends.django.fields import (
    FieldContext,
    declare_field,
    fill,
    list_default_functions,
)
from transformer.backends.django.names import Names, spell_members
from transformer.backends.django.printing import WIDTH, format_expression
from transformer.engine.literals import measure_width, spell_string

_FALSY = {"written", "upload"}  # what is missing is empty, not None
_LONGEST_TITLE = 244  # Django's check auth.E007

Entities = Mapping[str, Mapping[str, Any]]
"""Name → entity."""


@dataclass(frozen=True, slots=True)
class EnumView:
    """A `TextChoices` class: its name and the lines of its members."""

    name: str
    members: str


@dataclass(frozen=True, slots=True)
class ModelView:
    """A model class in pieces that stand as they are."""

    name: str
    enums: list[EnumView]
    declarations: str
    options: str
    text: str
    search: str
    """The line that says where a search looks, or the empty string."""
    address: str
    """The line that returns the address of a row's own page, or the empty string."""


def view_enum(name: str, values: Iterable[Mapping[str, str]], indent: int) -> EnumView:
    """The class of an enumeration, its members indented as asked."""
    values = list(values)
    members = spell_members(values)
    lines = (_write_member(members[v["value"]], v, indent) for v in values)
    return EnumView(name, "\n".join(lines))


def _write_member(member: str, choice: Mapping[str, str], indent: int) -> str:
    value, title = spell_string(choice["value"]), spell_string(choice["title"])
    line = f"{' ' * indent}{member} = {value}, {title}"
    if measure_width(line) <= WIDTH:
        return line
    return format_expression(f"({value}, {title})", indent, f"{member} = ")


def list_contexts(entity: Mapping[str, Any], names: Names) -> list[FieldContext]:
    """The fields of an entity, each with what its declaration depends on."""
    return [FieldContext(entity, field, names) for field in entity["fields"]]


def view_model(
    entity: Mapping[str, Any], names: Names, entities: Entities, address: str | None
) -> ModelView:
    """The model of an entity."""
    contexts = list_contexts(entity, names)
    options = write_options(entity, names).items()
    return ModelView(
        name=names.entities[entity["name"]].model,
        enums=[
            view_enum(context.enum_class or "", context.field["values"], 8)
            for context in contexts
            if "values" in context.field and "enum" not in context.field
        ],
        declarations="\n".join(
            format_expression(declare_field(c), 4, f"{c.attribute} = ") for c in contexts
        ),
        options="\n".join(format_expression(source, 8, f"{key} = ") for key, source in options),
        search=_write_search(entity, contexts),
        text="\n".join(_write_text(entity, contexts, entities)),
        address=_write_address(address) if address else "",
    )


def _write_search(entity: Mapping[str, Any], contexts: Iterable[FieldContext]) -> str:
    attributes = {context.field["name"]: context.attribute for context in contexts}
    names = [spell_string(attributes[name]) for name in entity["indexed"]]
    return format_expression(f"[{', '.join(names)}]", 4, "search_fields = ") if names else ""


def _write_address(name: str) -> str:
    source = f'reverse({spell_string(name)}, kwargs={{"pk": self.pk}})'
    return format_expression(source, 8, "return ")


def goes_in_circles(entity: Mapping[str, Any], entities: Entities) -> bool:
    """Whether a row would go by the name of one that goes by the name of it."""
    seen: set[str] = set()
    while entity["name"] not in seen:
        seen.add(entity["name"])
        fields: dict[str, Mapping[str, Any]] = {f["name"]: f for f in entity["fields"]}
        shown = fields.get(entity["display"], {})
        if shown.get("target_kind") != "entity":
            return False
        entity = entities[shown["target"]]
    return True


def _write_text(
    entity: Mapping[str, Any], contexts: Iterable[FieldContext], entities: Entities
) -> Iterator[str]:
    """The body of `__str__`; title and key stand in where the display field may be empty."""
    shown = next((c for c in contexts if c.is_display), None)
    stand_in = 'return f"{self._meta.verbose_name} {str(self.pk)[:8]}"'
    if shown is None or goes_in_circles(entity, entities):
        yield f"        {stand_in}"
        return
    if not shown.field["required"]:
        value = f"self.{shown.attribute}"
        yield f"        if {f'not {value}' if shown.words & _FALSY else f'{value} is None'}:"
        yield f"            {stand_in}"
    text = fill(find_traits(shown.words).columns["text"], {"name": shown.attribute})
    yield f"        return {text}"


def write_options(
    entity: Mapping[str, Any], names: Names, present: Collection[str] | None = None
) -> dict[str, str]:
    """The `Meta` of a model, option → Python source, as far as it needs only the fields present."""
    options = {
        "verbose_name": spell_string(shorten_title(entity["title"])),
        "verbose_name_plural": spell_string(entity["plural"]),
        "ordering": _write_list(map(spell_string, _list_order(entity, entity["order"], names))),
    }
    rules = [r for r in list_rules(entity, names) if present is None or {*r.fields} <= {*present}]
    for option in dict.fromkeys(rule.option for rule in rules):
        options[option] = _write_list(rule.source for rule in rules if rule.option == option)
    return options


def shorten_title(title: str) -> str:
    """A title that fits into the names of permissions, "Can change …" being the longest."""
    return title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1]}…"


def _write_list(items: Iterable[str]) -> str:
    return f"[{', '.join(items)}]"


def _list_order(
    entity: Mapping[str, Any], order: Iterable[Mapping[str, Any]], names: Names
) -> Iterator[str]:
    """Sort keys; the primary key comes last, so that equal rows keep their places on pages."""
    keys = list(list_sort_keys(entity, order, names))
    yield from keys
    # In one direction with the last of them, so that an index of both serves.
    yield "-pk" if keys and keys[-1].startswith("-") else "pk"


def list_sort_keys(
    entity: Mapping[str, Any], order: Iterable[Mapping[str, Any]], names: Names
) -> Iterator[str]:
    """Sort keys as Django spells them; references by key, lest two models chase each other."""
    attributes = names.entities[entity["name"]].attributes
    references = {field["name"] for field in entity["fields"] if "target" in field}
    for key in order:
        ending = "_id" if key["field"] in references else ""
        yield f"{'-' if key['descending'] else ''}{attributes[key['field']]}{ending}"


def write_default_functions(contexts: Iterable[FieldContext]) -> list[tuple[str, str]]:
    """Names and `return` lines of the functions that defaults need."""
    functions = list_default_functions(contexts)
    return [(name, "\n".join(_write_return(source))) for name, source in functions]


def _write_return(source: str) -> Iterator[str]:
    """The lines that return a sum; one that is too long is taken in two steps."""
    cut = max(source.find(" + datetime."), source.find(" - datetime."))
    if len(f"    return {source}") <= WIDTH or cut < 0:
        yield format_expression(source, 4, "return ")
    else:
        yield format_expression(source[:cut], 4, "start = ")
        yield f"    return start{source[cut:]}"
