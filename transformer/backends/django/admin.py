"""The entities of a model as classes of the Django admin."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from transformer.backends.django.accounts import STAND_IN, is_person
from transformer.backends.django.application import Application, ModelClass
from transformer.backends.django.audit import list_audited
from transformer.backends.django.code import make_list, make_literal, make_tuple, refer_to
from transformer.backends.django.computed_values import ModelComputed
from transformer.backends.django.fields import AdminUse, ModelField
from transformer.backends.django.full_text import has_full_text
from transformer.backends.django.indexes import list_all_searched
from transformer.backends.django.literals import spell_string
from transformer.backends.django.printing import print_code
from transformer.backends.django.select_related import choose_joins, find_join
from transformer.model.entities import Entity
from transformer.model.naming import make_unique
from transformer.model.variants import has_hidden


@dataclass(frozen=True, slots=True)
class ComputedColumn:
    """A method of the admin that shows a computed value."""

    name: str
    display: str
    """The lines of its decorator."""
    value: str
    """What it returns."""


@dataclass(frozen=True, slots=True)
class AdminView:
    """A class of the admin in finished pieces."""

    name: str
    model: str
    base: str
    hides_fields: bool
    """Whether pages hide some of its fields from roles."""
    masks_fields: bool
    """Whether some of its fields are sensitive."""
    options: str
    fixed: str
    """The name of the key that can't change once a row is there, as Python, or empty."""
    inline_classes: list[str]
    """The classes that show what became of a row."""
    inlines: str
    """The line that names them, or the empty string."""
    computed: list[ComputedColumn]
    """The computed values that it shows."""

    @property
    def used(self) -> set[str]:
        """The names that it refers to beside its model's."""
        return {self.base, *self.inline_classes, *self.mixins}

    @property
    def bases(self) -> str:
        """The classes that it inherits from."""
        return ", ".join([*self.mixins, self.base])

    @property
    def mixins(self) -> list[str]:
        """The classes that come before the base."""
        mixins = {"HiddenFieldsMixin": self.hides_fields, "MaskedFieldsMixin": self.masks_fields}
        return [name for name, is_used in mixins.items() if is_used]


def view_admins(application: Application) -> list[AdminView]:
    """Make the admin's classes, in the order of the entities."""
    stand_in = set() if application.model.person.entity else {f"{STAND_IN}Admin".lower()}
    taken = application.names.list_models() | stand_in
    # Classes of different models never get the same name, so that only those of models are taken.
    return [
        _view_admin(make_unique(f"{made.name}Admin", taken, ""), made)
        for made in application.classes.values()
    ]


def _view_admin(name: str, made: ModelClass) -> AdminView:
    lines = [
        print_code(make_tuple(map(make_literal, value)), 4, f"{option} = ", explode=True)
        for option, value in _list_options(made)
        if value
    ]
    lines += [f"    date_hierarchy = {spell_string(date)}" for date in find_hierarchy(made.fields)]
    fixed = [each.attribute for each in made.fields if each.field.input == "create"]
    return AdminView(
        name=name,
        model=made.name,
        base="AccountAdmin" if is_person(made.entity) else "RecordAdmin",
        hides_fields=has_hidden(made.entity),
        masks_fields=any(_list_masked(made)),
        options="\n".join(lines),
        fixed=spell_string(fixed[0]) if fixed else "",
        inline_classes=(inlines := list(_list_inlines(made.entity))),
        inlines=print_code(make_list(map(refer_to, inlines)), 4, "inlines = ") if inlines else "",
        computed=list(map(_view_column, _list_columns(made))),
    )


def _list_inlines(entity: Entity) -> Iterator[str]:
    if entity.transitions is not None and entity.transitions.track:
        yield "StateChangeInline"
    if list_audited(entity):
        yield "AuditInline"


def _list_columns(made: ModelClass) -> list[ModelComputed]:
    return [each for each in made.computed if "admin" in each.row and not each.computed.sensitive]


def _view_column(value: ModelComputed) -> ComputedColumn:
    said = refer_to("@admin.display").call(
        description=make_literal(value.computed.title),
        ordering=make_literal(value.attribute),
        boolean=make_literal(True) if "boolean" in value.row else None,
    )
    # Django has a sign for what is true or false.
    is_sign = "boolean" in value.row
    shown = f"row.{value.attribute}" if is_sign else f'self.show(row, "{value.attribute}")'
    return ComputedColumn(_name_column(value), print_code(said, 4), shown)


def _name_column(value: ModelComputed) -> str:
    """Name a method, as none of Django's is called."""
    return f"display_{value.attribute}"


def _list_options(made: ModelClass) -> Iterator[tuple[str, list[str]]]:
    columns = list_uses(made.fields, "column")
    shown = [f for f in made.fields if f.field.is_reference and f.attribute in columns]
    selected = choose_joins(len(made.fields), (find_join(f.field, made.names) for f in shown))
    # Without a join each row would ask for the one it refers to.
    left_out = {each.attribute for each in shown[len(selected) :]}
    values = _list_columns(made)
    computed = list(map(_name_column, values))
    kept = [name for name in columns if name not in left_out]
    yield "list_display", [*(kept or ["__str__"]), *computed] if computed else kept
    yield "computed", [each.attribute for each in values]
    yield "masked", _list_masked(made)
    yield "list_filter", list_uses(made.fields, "filter")
    # An autocompleting input elsewhere asks for these, so no admin is without.
    yield "search_fields", _list_searched(made) or ["pk"]
    fixed = [f.attribute for f in made.fields if is_shown_only(f)]
    yield "readonly_fields", [*fixed, *computed]
    references = [each.attribute for each in made.fields if each.field.target is not None]
    yield "autocomplete_fields", [*references, *(link.attribute for link in made.links)]
    yield "list_select_related", [join.path for join in selected]


def _list_searched(made: ModelClass) -> list[str]:
    """List what the admin searches: all texts, or those that an index knows the words of."""
    if has_full_text(made.entity):
        return [made.names.name_attribute(each) for each in list_all_searched(made.entity)]
    return list_uses(made.fields, "search")


def _list_masked(made: ModelClass) -> list[str]:
    return [each.attribute for each in made.fields if each.field.sensitive]


def list_uses(fields: Iterable[ModelField], use: AdminUse) -> list[str]:
    """List the fields that the tables give a use in the admin."""
    return [each.attribute for each in fields if each.has_use(use)]


def is_shown_only(field: ModelField) -> bool:
    """Tell whether the admin can show the field but no one can fill it in."""
    return field.field.input == "never" and field.field.automatic != "sequence"


def find_hierarchy(fields: Iterable[ModelField]) -> list[str]:
    """Find the date to drill down by: when a row was made, else the first date there is."""
    fields = list(fields)
    made = [each.attribute for each in fields if each.field.automatic == "created"]
    dated = list_uses(fields, "hierarchy")
    return [name for name in [*made, *dated] if name in dated][:1]
