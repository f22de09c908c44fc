"""A field of the manifest as the declaration of a Django model field."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from string import Template
from typing import Any

from transformer.backends.django.field_traits import find_traits, list_words
from transformer.backends.django.literals import spell_number
from transformer.backends.django.names import Names, spell_members
from transformer.diagnostics.resources import digest
from transformer.engine.literals import spell_string

_ON_DELETE = {"cascade": "CASCADE", "restrict": "RESTRICT", "nullify": "SET_NULL"}
_BARE_CALL = re.compile(r"\w+\(\)")
_LONGEST_NAME = 60  # of a function, for its line's sake
_UNITS = {"days": 86400, "hours": 3600, "minutes": 60, "seconds": 1}


@dataclass(frozen=True)
class FieldContext:
    """A field with all that its declaration depends on."""

    entity: Mapping[str, Any]
    field: Mapping[str, Any]
    names: Names

    @property
    def attribute(self) -> str:
        """The name of the attribute that holds the value."""
        return self.names.entities[self.entity["name"]].attributes[self.field["name"]]

    @property
    def column(self) -> str | None:
        """The database column, where it isn't Django's choice."""
        return self.names.entities[self.entity["name"]].columns.get(self.field["name"])

    @property
    def is_display(self) -> bool:
        """Whether a row goes by the field's value."""
        return bool(self.field["name"] == self.entity["display"])

    @property
    def is_titled(self) -> bool:
        """Whether the title differs from the one that Django makes of the attribute's name."""
        made, title = self.attribute.replace("_", " "), self.field["title"]
        if self.field.get("automatic") in ("uuid", "sequence"):
            # A key that no one fills in has a label only where somebody gave it one.
            return bool(made.casefold() != title.casefold())
        return bool(made[:1].upper() + made[1:] != title)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words that `traits.yaml` asks for."""
        said = {"renamed": self.column, "titled": self.is_titled}
        return frozenset(list_words(self.entity, self.field)) | {
            w for w, yes in said.items() if yes
        }

    @property
    def enum_class(self) -> str | None:
        """The class of the field's values, if it has any."""
        if "enum" in self.field:
            return self.names.enums[self.field["enum"]]
        return self.names.entities[self.entity["name"]].enums.get(self.field["name"])


def declare_field(context: FieldContext, *, frozen: bool = False) -> str:
    """The Python source of the declaration.

    A migration wants it frozen: with the choices themselves rather than the class that has them.
    """
    traits = find_traits(context.words | ({"frozen"} if frozen else set()))
    spelled = spell_values(context, frozen=frozen)
    arguments = (
        f"{fill(name, spelled)}={fill(source, spelled)}" if source else fill(name, spelled)
        for name, source in traits.options.items()
    )
    return f"{traits.columns['model']}({', '.join(arguments)})"


def fill(template: str, values: Mapping[str, str]) -> str:
    """A text of the tables with its `$words` replaced."""
    return Template(template).substitute(values) if "$" in template else template


def spell_values(context: FieldContext, *, frozen: bool) -> dict[str, str]:
    """`$word` of the tables → Python source, for all that the field says."""
    field = context.field
    values = {k: str(field[k]) for k in ("length", "digits", "places") if k in field}
    values |= {k: spell_limit(context, field[k]) for k in ("minimum", "maximum") if k in field}
    values["upload_to"] = spell_string(f"{context.entity['slug']}/{context.attribute}/")
    values["title"] = spell_string(field["title"])
    values["column"] = spell_string(context.column or "")
    values["pattern"] = spell_string(field.get("pattern", ""))
    values["refusal"] = _spell_refusal(field.get("pattern_message", ""))
    values["help"] = spell_string(field.get("help", ""))
    if "values" in field:
        values |= _spell_enum(context, frozen=frozen)
    if "target" in field:
        values |= _spell_reference(context, frozen=frozen)
    if "default" in field:
        values["default"] = spell_default(context, frozen=frozen)
    return values


def _spell_refusal(message: str) -> str:
    """The argument with what people are told; Django puts values into it at each `%`."""
    return f", {spell_string(message.replace('%', '%%'))}" if message else ""


def _spell_enum(context: FieldContext, *, frozen: bool) -> dict[str, str]:
    choices = context.field["values"]
    pairs = ", ".join(f"({spell_string(c['value'])}, {spell_string(c['title'])})" for c in choices)
    longest = max(len(choice["value"]) for choice in choices)
    return {"longest": str(longest), "choices": f"[{pairs}]" if frozen else str(context.enum_class)}


def _spell_reference(context: FieldContext, *, frozen: bool) -> dict[str, str]:
    field, entity = context.field, context.entity
    inverse = context.names.inverses[entity["name"], field["name"]]
    return {
        "target": _spell_target(context, frozen=frozen),
        "on_delete": _ON_DELETE[field["on_delete"]],
        "inverse": spell_string(inverse),
    }


def _spell_target(context: FieldContext, *, frozen: bool) -> str:
    if context.field["target_kind"] == "account":
        return "settings.AUTH_USER_MODEL"
    if context.field["target"] == context.entity["name"] and not frozen:
        return '"self"'
    model = context.names.entities[context.field["target"]].model
    return spell_string(f"core.{model.lower()}" if frozen else model)


def spell_literal(context: FieldContext, value: Any) -> str:
    """A fixed value of the field as Python source."""
    columns = find_traits(context.words).columns
    members = spell_members(context.field.get("values", ()))
    member = (
        f"{context.enum_class}.{members[value]}" if value in members else spell_string(str(value))
    )
    spelled = {
        "string": spell_string(str(value)),
        "plain": spell_number(context.field, value),
        "json": spell_string(value) if isinstance(value, str) else str(value),
        "member": member,
    }
    if "$aware" in columns["literal"]:
        spelled["aware"] = spell_string(_make_aware(str(value)))
    return fill(columns["literal"], spelled)


def _make_aware(text: str) -> str:
    moment = datetime.fromisoformat(text)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).isoformat()


def spell_limit(context: FieldContext, limit: float) -> str:
    """A bound of the field as Python source."""
    return fill(find_traits(context.words).columns["limit"], {"plain": str(limit)})


def spell_default(context: FieldContext, *, frozen: bool) -> str:
    """The default of the field as Python source, a function's name where there has to be one."""
    default = context.field["default"]
    if frozen and "values" in context.field:
        return spell_string(default["value"])
    source = spell_default_value(context)
    if not is_computed(context):
        return source
    return source[:-2] if _BARE_CALL.fullmatch(source) else name_default(context)


def is_computed(context: FieldContext) -> bool:
    """Whether the default is made anew for each row: a moment, or something that can change."""
    moment = "moment" in context.field["default"]
    return moment or "changeable" in find_traits(context.words).columns


def spell_default_value(context: FieldContext) -> str:
    """The value of the field's default as Python source."""
    default = context.field["default"]
    if "value" in default:
        return spell_literal(context, default["value"])
    shift = {"shift": _spell_shift(default["offset"])}
    return fill(find_traits(context.words).columns[default["moment"]], shift)


def name_default(context: FieldContext) -> str:
    """The name of the function that gives the field's default."""
    name = f"{context.entity['slug']}_{context.attribute}"
    return f"{name if len(name) <= _LONGEST_NAME else f'field_{digest(name)}'}_default"


def _spell_shift(offset: int) -> str:
    if not offset:
        return ""
    unit, seconds = next((u, s) for u, s in _UNITS.items() if offset % s == 0)
    return f" {'+' if offset > 0 else '-'} datetime.timedelta({unit}={abs(offset) // seconds})"


def list_default_functions(contexts: Iterable[FieldContext]) -> list[tuple[str, str]]:
    """Names and expressions of the functions that defaults need."""
    computed = (c for c in contexts if "default" in c.field and is_computed(c))
    sources = ((name_default(c), spell_default_value(c)) for c in computed)
    return [(name, source) for name, source in sources if not _BARE_CALL.fullmatch(source)]
