"""Expressions in each dialect: as queries on SQLite and on PostgreSQL, and as Python."""

import pickle
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from tests.expressions.interpreter import evaluate
from tests.expressions.world import World
from tests.projects import clean_environment
from transformer.backends.django.expressions.compiler import (
    compile_annotation,
    compile_attribute,
    compile_filter,
    compile_test,
)
from transformer.backends.django.names import Names, spell_names
from transformer.backends.django.printing import spell
from transformer.model import build_model
from transformer.model.entities import Entity
from transformer.model.expressions import Expression, Operation

SIDE = Path(__file__).with_name("django_side.py")


@dataclass(frozen=True)
class Difference:
    """A row of which a dialect says something else than the interpreter."""

    text: str
    dialect: str
    source: str
    expected: Any
    found: Any


def compile_sources(manifest: Any, entity: str) -> dict[str, dict[str, str]]:
    """The sources of an entity's computed values `value_…`, by name."""
    model = build_model(manifest)
    about, names = model.entity(entity), spell_names(model)
    return {
        each.name: {
            "query": spell(compile_annotation(each.expression, about, names)),
            "python": spell(compile_attribute(each.expression, about, names)),
            **compile_conditions(each.expression, about, names),
        }
        for each in about.computed
        if each.name.startswith("value_")
    }


def compile_conditions(expression: Expression, about: Entity, names: Names) -> dict[str, str]:
    """The sources of a condition and of its opposite."""
    if getattr(expression, "type", None) != "bool":
        return {}
    opposite = Operation("not", (expression,), type="bool")
    return {
        "true": spell(compile_filter(expression, about, names)),
        "false": spell(compile_filter(opposite, about, names)),
        "python": f"bool({spell(compile_test(expression, about, names))})",
    }


def run_sources(
    project: Path, worlds: Sequence[World], sources: Any, entity: str, **variables: str
) -> Any:
    """What Django makes of the sources in each world."""
    folder = project.parent
    task = {
        "worlds": [{"rows": w.rows, "now": w.now, "person": w.person} for w in worlds],
        "timezone": str(worlds[0].timezone),
        "sources": [*sources.values()],
        "entity": entity,
    }
    given, found = folder / "task.pickle", folder / "found.pickle"
    given.write_bytes(pickle.dumps(task))
    command = [sys.executable, str(SIDE), str(project), str(given), str(found)]
    subprocess.run(command, check=True, cwd=project, env=clean_environment(**variables))
    return pickle.loads(found.read_bytes())


def find_differences(
    manifest: Any,
    worlds: Sequence[World],
    found: Any,
    sources: Any,
    texts: Any,
    entity: str,
    label: str,
) -> Iterator[Difference]:
    """Each row of which a dialect says something else."""
    for world, answers in zip(worlds, found, strict=True):
        for (name, source), answer in zip(sources.items(), answers, strict=True):
            node = world.entities[entity].computed[name]
            expected = {
                record.row[record.info.key]: normalize(evaluate(node, record))
                for record in world.list_records(entity)
            }
            for way, value in answer.items():
                if not agrees(way, value, expected):
                    yield Difference(texts[name], f"{label} {way}", source[way], expected, value)


def agrees(way: str, value: Any, expected: dict[Any, Any]) -> bool:
    if isinstance(value, str):
        return False
    if isinstance(value, set):
        return value == {key for key, truth in expected.items() if truth == (way == "true")}
    return {key: normalize(each) for key, each in value.items()} == expected


def normalize(value: Any) -> Any:
    """A value as it is compared: an empty text is nothing, numbers and moments are alike."""
    if value is None or value == "":
        return None
    if isinstance(value, bool | timedelta):
        return value
    if isinstance(value, int | float | Decimal):
        return Decimal(f"{value:.15g}" if isinstance(value, float) else value).normalize() + 0
    return value.astimezone(UTC) if isinstance(value, datetime) else value
