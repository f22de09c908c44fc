"""A field of the model as the declaration of a Django model field."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import Literal

from transformer.backends.django.accounts import is_person
from transformer.backends.django.code import (
    Code,
    make_list,
    make_literal,
    make_tuple,
    parse_cell,
    refer_to,
)
from transformer.backends.django.field_traits import Traits, find_traits, list_flags, read_types
from transformer.backends.django.literals import spell_number
from transformer.backends.django.names import Names, spell_members
from transformer.diagnostics.resources import digest
from transformer.model.entity_fields import Field, FixedDefault, MomentDefault
from transformer.model.expressions import Moment, Scalar

_ON_DELETE = {"cascade": "CASCADE", "restrict": "RESTRICT", "nullify": "SET_NULL"}
_LONGEST_NAME = 60  # of a function, for its line's sake
_UNITS = {"days": 86400, "hours": 3600, "minutes": 60, "seconds": 1}

AdminUse = Literal["column", "filter", "search", "hierarchy"]
Holes = dict[str, Code | str | None]


@dataclass(frozen=True, eq=False)
class ModelField:
    """A field with the names that it has in Python, and what the tables say of it."""

    field: Field
    names: Names

    @cached_property
    def attribute(self) -> str:
        """The name of the attribute that holds the value."""
        return self.names.name_attribute(self.field)

    @property
    def column(self) -> str | None:
        """The database column, where it isn't Django's choice."""
        return self.names.entities[self.field.entity].columns.get(self.field.name)

    @property
    def is_titled(self) -> bool:
        """Whether the title differs from the one that Django makes of the attribute's name."""
        made, title = self.attribute.replace("_", " "), self.field.title
        if self.field.automatic in ("uuid", "sequence"):
            # A key that no one fills in has a label only where somebody gave it one.
            return made.casefold() != title.casefold()
        return made[:1].upper() + made[1:] != title

    @cached_property
    def flags(self) -> frozenset[str]:
        """What `traits.yaml` may ask for."""
        said = {"renamed": self.column is not None, "titled": self.is_titled}
        flags = frozenset(list_flags(self.field)) | {flag for flag, yes in said.items() if yes}
        return find_traits(flags).flags

    @cached_property
    def traits(self) -> Traits:
        """What the tables say of the field."""
        return find_traits(self.flags)

    def has_use(self, use: AdminUse) -> bool:
        """Tell whether the admin does something with the field: column, filter, search, …."""
        return use in self.traits.columns.get("admin", "").split()

    @property
    def enum_class(self) -> str | None:
        """The class of the field's values, if it has any."""
        return self.names.name_enum(self.field)


def declare_field(field: ModelField, *, frozen: bool = False) -> Code:
    """Make the declaration of a field.

    A migration wants it frozen: with the choices themselves rather than the class that has them.
    """
    traits = find_traits(field.flags | {"frozen"}) if frozen else field.traits
    holes = {word: _HOLES[word](field, frozen) for word in traits.holes}
    arguments = [parse_cell(name, holes) for name, cell in traits.options.items() if not cell]
    named = {name: parse_cell(cell, holes) for name, cell in traits.options.items() if cell}
    if traits.validators:
        named["validators"] = make_list(parse_cell(cell, holes) for cell in traits.validators)
    return refer_to(traits.columns["model"]).call(*arguments, **named)


def _refuse(message: str | None) -> Code | None:
    """Make the argument with what people are told; Django puts values into it at each `%`."""
    return make_literal(message.replace("%", "%%")) if message else None


def _list_choices(field: ModelField, frozen: bool) -> Code:
    if not frozen:
        return refer_to(field.enum_class or "")
    values = field.field.values or ()
    pairs = (make_tuple([make_literal(each.value), make_literal(each.title)]) for each in values)
    return make_list(pairs)


def _spell_target(field: ModelField, frozen: bool) -> Code:
    target = field.field.target
    if target is field.field.entity and not frozen:
        return make_literal("self")
    if target is None or is_person(target):
        return refer_to("settings.AUTH_USER_MODEL")
    model = field.names.name_model(target)
    return make_literal(f"core.{model.lower()}" if frozen else model)


def spell_literal(field: ModelField, value: Scalar) -> Code:
    """Make a fixed value of the field."""
    cell, digits = field.traits.columns["literal"], spell_number(field.field, value)
    members = spell_members(field.field.values or ())
    holes: Holes = {
        "string": make_literal(str(value)),
        "plain": make_literal(value if digits == str(value) else digits),
        "json": make_literal(value),
    }
    if isinstance(value, str) and value in members:
        holes["member"] = refer_to(f"{field.enum_class}.{members[value]}")
    if "$aware" in cell:
        holes["aware"] = make_literal(_make_aware(str(value)))
    return parse_cell(cell, holes)


def _make_aware(text: str) -> str:
    moment = datetime.fromisoformat(text)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).isoformat()


def spell_limit(field: ModelField, limit: int | float | None) -> Code:
    """Make a bound of the field."""
    return parse_cell(field.traits.columns["limit"], {"plain": make_literal(limit)})


def spell_default(field: ModelField, *, frozen: bool) -> Code:
    """Make the default of the field, a function's name where there has to be one.

    Raises LookupError if the field has none.
    """
    default = field.field.default
    if frozen and field.field.values is not None and isinstance(default, FixedDefault):
        return make_literal(default.value)
    code = spell_default_value(field)
    if not is_computed(field):
        return code
    return code.function if code.is_bare_call else refer_to(name_default(field))


def is_computed(field: ModelField) -> bool:
    """Tell whether the default is made anew for each row: a moment, or what can change."""
    is_changeable = "changeable" in read_types()[field.field.type]
    return is_changeable or isinstance(field.field.default, MomentDefault)


def spell_default_value(field: ModelField) -> Code:
    """Make the value of the field's default.

    Raises LookupError if the field has none.
    """
    match field.field.default:
        case FixedDefault(value=value):
            return spell_literal(field, value)
        case MomentDefault(moment=moment, offset=offset):
            return spell_moment(field, moment, offset)
    raise LookupError(f"`{field.field.name}` has no default")


def spell_moment(field: ModelField, moment: Moment, offset: int) -> Code:
    """Make a value of the field that is counted from now, `offset` being seconds."""
    return parse_cell(field.traits.columns[moment], {"shift": _spell_shift(offset)})


def name_default(field: ModelField) -> str:
    """Name the function that gives the field's default."""
    name = f"{field.field.entity.slug}_{field.attribute}"
    return f"{name if len(name) <= _LONGEST_NAME else f'field_{digest(name)}'}_default"


def _spell_shift(offset: int) -> Code | None:
    """Make what is added to a moment, negative where it is taken off."""
    if not offset:
        return None
    return spell_duration(offset) if offset > 0 else spell_duration(-offset).negate()


def spell_duration(length: int) -> Code:
    """Make a duration of so many seconds, at least 0, in the greatest unit that suits."""
    unit, seconds = next((u, s) for u, s in _UNITS.items() if length % s == 0)
    return refer_to("datetime.timedelta").call(**{unit: make_literal(length // seconds)})


def list_default_functions(fields: Iterable[ModelField]) -> Iterator[tuple[str, Code]]:
    """List names and values of the functions that defaults need."""
    for field in fields:
        if field.field.default is not None and is_computed(field):
            code = spell_default_value(field)
            if not code.is_bare_call:
                yield name_default(field), code


_HOLES: Mapping[str, Callable[[ModelField, bool], Code | str | None]] = {
    "upload_to": lambda f, _: make_literal(f"{f.field.entity.slug}/{f.attribute}/"),
    "title": lambda f, _: make_literal(f.field.title),
    "column": lambda f, _: make_literal(f.column or ""),
    "pattern": lambda f, _: make_literal(f.field.pattern or ""),
    "refusal": lambda f, _: _refuse(f.field.pattern_message),
    "help": lambda f, _: make_literal(f.field.help or ""),
    "length": lambda f, _: make_literal(f.field.length),
    "digits": lambda f, _: make_literal(f.field.digits),
    "places": lambda f, _: make_literal(f.field.places),
    "minimum": lambda f, _: spell_limit(f, f.field.minimum),
    "maximum": lambda f, _: spell_limit(f, f.field.maximum),
    "longest": lambda f, _: make_literal(max(len(v.value) for v in f.field.values or ())),
    "choices": _list_choices,
    "target": _spell_target,
    "on_delete": lambda f, _: _ON_DELETE[f.field.on_delete or "restrict"],
    "inverse": lambda f, _: make_literal(f.names.inverses[f.field]),
    "default": lambda f, frozen: spell_default(f, frozen=frozen),
}
"""Word of a hole in a declaration → what makes it; whether that is frozen is told besides."""
