"""The entities of a model as Django models, in finished pieces for templates."""

import ast
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from transformer.backends.django.account_models import list_account_names, write_account
from transformer.backends.django.accounts import is_person
from transformer.backends.django.application import ModelClass
from transformer.backends.django.behaviour import declare_behaviour, list_bases
from transformer.backends.django.clean_rules import RuleView, view_rules
from transformer.backends.django.code import (
    Code,
    gather_names,
    make_list,
    make_literal,
    make_texts,
    make_tuple,
    parse_cell,
)
from transformer.backends.django.field_traits import FALSY
from transformer.backends.django.fields import ModelField, list_default_functions
from transformer.backends.django.indexes import list_all_searched
from transformer.backends.django.literals import measure_width, spell_string
from transformer.backends.django.many_to_many import declare_members
from transformer.backends.django.names import Names, spell_members
from transformer.backends.django.printing import (
    WIDTH,
    Assignment,
    print_assignments,
    print_code,
    spell,
)
from transformer.backends.django.querysets import QuerySetView, view_queryset
from transformer.backends.django.soft_deletion import (
    SOFT_NAMES,
    print_managers,
)
from transformer.backends.django.state_moments import declare_since
from transformer.model.entities import Order
from transformer.model.entity_fields import Choice, Enum, Field
from transformer.model.removal import is_soft

_LONGEST_TITLE = 244  # Django's check auth.E007


@dataclass(frozen=True, slots=True)
class EnumView:
    """A `TextChoices` class: its name and the lines of its members."""

    name: str
    members: str


@dataclass(frozen=True, slots=True)
class ModelView:
    """A model class in pieces that stand as they are."""

    name: str
    bases: str
    """What the class inherits from."""
    enums: list[EnumView]
    declarations: str
    options: str
    text: str
    search: str
    """The line that says where a search looks, or the empty string."""
    behaviour: str
    """The lines that say what is kept of rows, and what notes that one is put away; or empty."""
    rules: list[RuleView]
    """What `clean` asks of a row."""
    account: str
    """The lines about signing in, if these are the people who do, or the empty string."""
    address: str
    """The line that returns the address of a row's own page, or the empty string."""
    queryset: QuerySetView | None
    """The class of its queries; None where Django's own serves."""
    used: frozenset[str]
    """The names that its pieces refer to."""

    @property
    def managers(self) -> str:
        """The lines of its managers if rows are put away instead of being deleted, or empty."""
        name = self.queryset.name if self.queryset else "QuerySet"
        return print_managers(name) if self.used >= SOFT_NAMES else ""


@dataclass(frozen=True, slots=True)
class FunctionView:
    """A function that gives a default: its name and the lines of its body."""

    name: str
    text: str
    used: frozenset[str]
    """The names that it refers to."""


def view_shared_enums(enums: Iterable[Enum], names: Names) -> list[EnumView]:
    """Make the classes of enumerations that several models use."""
    return [view_enum(names.enums[enum.name], enum.values, 4) for enum in enums]


def view_enum(name: str, values: Iterable[Choice], indent: int) -> EnumView:
    """Make the class of an enumeration, its members indented as asked."""
    members = spell_members(values := list(values))
    lines = (_write_member(members[choice.value], choice, indent) for choice in values)
    return EnumView(name, "\n".join(lines))


def _write_member(member: str, choice: Choice, indent: int) -> str:
    value, title = spell_string(choice.value), spell_string(choice.title)
    line = f"{' ' * indent}{member} = {value}, {title}"
    if measure_width(line) <= WIDTH:
        return line
    pair = make_tuple(make_literal(text) for text in (choice.value, choice.title))
    return print_code(pair, indent, f"{member} = ")


def view_model(made: ModelClass, address: str | None) -> ModelView:
    """Make the model of an entity; `address` is the name of that of a row's own page."""
    declared = declare_members(made.fields, made.links) | dict(declare_since(made))
    options, text = make_options(made), _find_text(made)
    link = _make_address(address) if address else None
    rules = view_rules(made.entity, made.names)
    queryset = view_queryset(made)
    pieces = [*declared.values(), *([link] if link else []), *([text[1]] if text else [])]
    pieces += [*options.values(), *rules.pieces]
    searched = [made.names.name_attribute(field) for field in list_all_searched(made.entity)]
    return ModelView(
        name=made.name,
        bases=", ".join(list_bases(made)),
        enums=list(_view_own_enums(made)),
        declarations=print_assignments((Assignment(*each) for each in declared.items()), 4),
        options=print_assignments((Assignment(*each) for each in options.items()), 8),
        search=print_code(make_texts(searched), 4, "search_fields = ") if searched else "",
        behaviour=print_assignments(declare_behaviour(made), 4),
        text="\n".join(_write_text(text)),
        account="\n".join(write_account(made)) if is_person(made.entity) else "",
        rules=rules.views,
        address=print_code(link, 8, "return ") if link else "",
        queryset=queryset,
        used=gather_names(pieces) | _list_used(made, queryset),
    )


def _list_used(made: ModelClass, queryset: QuerySetView | None) -> frozenset[str]:
    """List the names that the class of a model refers to beside those of its pieces."""
    used = frozenset({"models", *list_bases(made)} - {"models.Model"})
    used |= queryset.used if queryset else {"QuerySet"}
    used |= SOFT_NAMES if is_soft(made.entity) else set()
    return used | list_account_names(made) if is_person(made.entity) else used


def _view_own_enums(made: ModelClass) -> Iterator[EnumView]:
    """View the classes of values that only one field has."""
    for field in made.fields:
        if field.field.values is not None and field.field.enum_name is None:
            yield view_enum(field.enum_class or "", field.field.values, 8)


def _make_address(name: str) -> Code:
    return parse_cell('reverse($name, kwargs={"pk": self.pk})', {"name": make_literal(name)})


def _find_text(made: ModelClass) -> tuple[ModelField, Code] | None:
    """Find the field that a row goes by, and its value as text; None where title and key serve."""
    shown = next((each for each in made.fields if each.field.is_display), None)
    if shown is None or made.entity.display_path.end == "cycle":
        return None
    return shown, parse_cell(shown.traits.columns["text"], {"name": shown.attribute})


def _write_text(found: tuple[ModelField, Code] | None) -> Iterator[str]:
    """Write the body of `__str__`; title and key stand in where the display field may be empty."""
    stand_in = 'return f"{self._meta.verbose_name} {str(self.pk)[:8]}"'
    if found is None:
        yield f"        {stand_in}"
        return
    shown, text = found
    if not shown.field.required:
        value = f"self.{shown.attribute}"
        yield f"        if {f'not {value}' if shown.flags & FALSY else f'{value} is None'}:"
        yield f"            {stand_in}"
    yield f"        return {spell(text)}"


def make_options(made: ModelClass, present: Collection[str] | None = None) -> dict[str, Code]:
    """Make the `Meta` of a model, option → value, as far as it needs only the fields present."""
    entity, rules = made.entity, made.constraints
    options = {
        "verbose_name": make_literal(shorten_title(entity.title)),
        "verbose_name_plural": make_literal(entity.plural),
        "ordering": make_texts(_list_order(entity.order, made.names)),
    }
    rules = tuple(r for r in rules if present is None or {*r.fields} <= {*present})
    for option in dict.fromkeys(rule.option for rule in rules):
        chosen = [rule for rule in rules if rule.option == option]
        options[option] = make_list(
            each.code if present is None else each.frozen for each in chosen
        )
    return options


def shorten_title(title: str) -> str:
    """Shorten a title to fit into the names of permissions, "Can change …" being the longest."""
    return title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1]}…"


def _list_order(order: Iterable[Order], names: Names) -> Iterator[str]:
    """Sort keys; the primary key comes last, so that equal rows keep their places on pages."""
    keys = list(list_sort_keys(order, names))
    yield from keys
    # In one direction with the last of them, so that an index of both serves.
    yield "-pk" if keys and keys[-1].startswith("-") else "pk"


def list_sort_keys(order: Iterable[Order], names: Names) -> Iterator[str]:
    """List sort keys as Django has them; references by key, lest two models chase each other."""
    for key in order:
        if isinstance(key.field, Field):
            ending = "_id" if key.field.is_reference else ""
            yield f"{'-' if key.descending else ''}{names.name_attribute(key.field)}{ending}"


def view_default_functions(fields: Iterable[ModelField]) -> list[FunctionView]:
    """Make the functions that defaults need."""
    return [
        FunctionView(name, "\n".join(_write_return(code)), code.names)
        for name, code in list_default_functions(fields)
    ]


def _write_return(code: Code) -> Iterator[str]:
    """Write the lines that return a sum; one that is too long is taken in two steps."""
    is_short = len(f"    return {spell(code)}") <= WIDTH
    match code.node:
        case ast.BinOp(left=left, op=op, right=right) if not is_short:
            yield print_code(Code(left), 4, "start = ")
            yield f"    return {spell(Code(ast.BinOp(ast.Name('start'), op, right)))}"
        case _:
            yield print_code(code, 4, "return ")
