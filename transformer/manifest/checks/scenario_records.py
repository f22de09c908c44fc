"""Records of scenarios that can't be made: without a value, or of others that aren't there."""

from collections.abc import Callable, Iterator

from transformer.diagnostics.problems import Problem, Span, find_closest
from transformer.model import Model
from transformer.model.entities import Entity
from transformer.model.entity_fields import Field
from transformer.model.scenarios import FixedValue, Record, Scenario

_Locate = Callable[[str], Span | None]
_Made = dict[str, set[str]]
"""Entity → what its records made so far are called."""


def find_scenario_problems(model: Model, locate: _Locate) -> Iterator[Problem]:
    """Find records that lack what is required, or refer to none that was made before."""
    for number, scenario in enumerate(model.scenarios):
        yield from _check_scenario(scenario, f"scenarios/{number}/demo", locate)


def _check_scenario(scenario: Scenario, path: str, locate: _Locate) -> Iterator[Problem]:
    made: _Made = {each.name: set() for each in scenario.model.entities}
    for place, records in enumerate(scenario.demo):
        for number, record in enumerate(records.records):
            where = f"{path}/{place}/records/{number}"
            yield from _check_record(record, made, where, locate)
            made[record.entity.name] |= set(_list_names(record))


def _check_record(record: Record, made: _Made, path: str, locate: _Locate) -> Iterator[Problem]:
    given = {each.field_name for each in record.values}
    for field in record.entity.fields:
        if field.name not in given and _is_needed(field):
            words = {"entity": record.entity.name, "name": field.name}
            yield Problem("incomplete-record", locate(f"{path}/values/0"), words)
    for number, each in enumerate(record.values):
        target = each.field.target
        if target and isinstance(each, FixedValue) and _is_named_by_text(target):
            yield from _check_name(
                target, str(each.value), made[target.name], locate(f"{path}/values/{number}/value")
            )


def _check_name(
    target: Entity, name: str, known: set[str], place: Span | None
) -> Iterator[Problem]:
    if name in known:
        return
    words = {"entity": target.name, "word": name}
    if near := find_closest(name, known):
        words["closest"] = near
    yield Problem("record-not-made", place, words)


def _is_needed(field: Field) -> bool:
    return field.required and field.default is None and field.input != "never"


def _is_named_by_text(entity: Entity) -> bool:
    """Tell whether records are called by a text that a scenario gives them."""
    return entity.display is not None and entity.display.type in ("str", "text", "email", "slug")


def _list_names(record: Record) -> Iterator[str]:
    display = record.entity.display
    for each in record.values:
        if display and each.field is display and isinstance(each, FixedValue):
            yield str(each.value)
