"""Scenarios: rows to show an app with, as instances of its models."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from transformer.backends.django.accounts import (
    USERNAME,
    choose_sign_in,
    has_username,
    is_person,
)
from transformer.backends.django.application import Application
from transformer.backends.django.code import (
    Code,
    gather_names,
    make_literal,
    make_texts,
    refer_to,
)
from transformer.backends.django.field_traits import read_types
from transformer.backends.django.fields import spell_literal, spell_moment
from transformer.backends.django.identifiers import spell_class
from transformer.backends.django.printing import print_code
from transformer.model import Model
from transformer.model.entities import Entity
from transformer.model.naming import make_unique
from transformer.model.scenarios import FieldValue, FixedValue, MomentValue, Record, Scenario


@dataclass(frozen=True, slots=True)
class ScenarioView:
    """A scenario: its class, and a line for each row."""

    name: str
    facts: str
    """The lines that say what it is called, what it is about and who can sign in."""
    rows: list[str]
    used: frozenset[str]
    """The names that the rows refer to."""


def is_made(value: FieldValue) -> bool:
    """Tell whether the value of a field can be made, as that of a file can't."""
    return value.field.is_reference or "literal" in read_types()[value.field.type]


def is_counted(entity: Entity) -> bool:
    """Tell whether records of scenarios are called by keys that count up, and none says its own."""
    display, model = entity.display, entity.model
    if display is None or not display.is_key or display.type != "int":
        return False
    records = (r for s in model.scenarios for d in s.demo if d.entity is entity for r in d.records)
    return not any(value.field is display for record in records for value in record.values)


def list_unmade_values(model: Model) -> Iterator[str]:
    """List the paths of the values that no scenario of an app makes."""
    for place, scenario in enumerate(model.scenarios):
        for index, each in enumerate(scenario.demo):
            for number, record in enumerate(each.records):
                path = f"scenarios/{place}/demo/{index}/records/{number}/values"
                values = enumerate(record.values)
                yield from (f"{path}/{n}" for n, value in values if not is_made(value))


def view_scenarios(application: Application) -> Iterator[ScenarioView]:
    """Make the scenarios of an app that have records."""
    taken = application.names.list_models() | {"scenario", "register"}
    for scenario in application.model.scenarios:
        if scenario.demo:
            name = make_unique(spell_class(scenario.name), taken, "")
            taken.add(name.lower())
            yield _view_scenario(scenario, name, application)


def _view_scenario(scenario: Scenario, name: str, application: Application) -> ScenarioView:
    logins: dict[Record, str] = {}
    for each in scenario.demo:
        if is_person(each.entity):
            logins |= _choose_logins(each.records, logins.values())
    rows = [
        _make_row(record, logins.get(record), application)
        for each in scenario.demo
        for record in each.records
    ]
    return ScenarioView(
        name,
        _print_facts(scenario, list(logins.values())),
        [print_code(each, 8, "yield ") for each in rows],
        gather_names(rows),
    )


def _make_row(record: Record, login: str | None, application: Application) -> Code:
    """Make the instance of a record's model."""
    made = application.classes[record.entity]
    values = {
        application.find_field(each.field).attribute: _make_value(each, application)
        for each in record.values
        if is_made(each)
    }
    if login is not None:
        name = choose_sign_in(record.entity)
        own = {each.field.name: each.attribute for each in made.fields}
        values.setdefault(own.get(name, name), make_literal(login))
    return refer_to(made.name).call(**values)


def _make_value(value: FieldValue, application: Application) -> Code:
    field = application.find_field(value.field)
    match value:
        case MomentValue(moment=moment, offset=offset):
            return spell_moment(field, moment, offset)
        case FixedValue(value=fixed) if target := field.field.target:
            model = refer_to(application.names.name_model(target))
            if is_counted(target) and str(fixed).isdecimal():
                return refer_to("self.find_counted").call(model, make_literal(int(str(fixed))))
            return refer_to("self.find").call(model, make_literal(fixed))
        case FixedValue(value=fixed) if field.field.values is not None:
            return make_literal(fixed)
        case FixedValue(value=fixed):
            return spell_literal(field, fixed)
    raise LookupError(f"`{value.field_name}` has the name of a test's record")


def _print_facts(scenario: Scenario, people: list[str]) -> str:
    facts = {"name": make_literal(scenario.name), "title": make_literal(scenario.title)}
    if scenario.description:
        facts["description"] = make_literal(scenario.description)
    if people:
        facts["people"] = make_texts(people)
    return "\n".join(print_code(code, 4, f"{word} = ") for word, code in facts.items())


def _choose_logins(records: Iterable[Record], taken: Iterable[str]) -> dict[Record, str]:
    """Choose what people sign in with, as far as they have something."""
    known, found = set(taken), {}
    for record in records:
        sign_in = choose_sign_in(record.entity)
        login = _read_text(record, sign_in)
        login = login if sign_in == USERNAME else login.lower()  # as accounts keep addresses
        if not login and has_username(record.entity):
            display = record.entity.display
            text = _read_text(record, display.name) if display else ""
            login = make_unique(_spell_username(text) or "somebody", known, "")
        if login:
            known.add(login)
            found[record] = login
    return found


def _spell_username(text: str) -> str:
    return "".join(each for each in text.casefold() if each.isalnum())[:30]


def _read_text(record: Record, name: str) -> str:
    found = (each for each in record.values if each.field_name == name)
    return next((str(each.value) for each in found if isinstance(each, FixedValue)), "")
