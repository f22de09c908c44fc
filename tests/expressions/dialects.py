"""Expressions in each dialect: as queries on SQLite and on PostgreSQL, and as Python."""

import pickle
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

from tests.expressions import day_cases, meaning_cases
from tests.expressions.coverage import BERLIN, read_batch, write_batch
from tests.expressions.edges import EDGES
from tests.expressions.interpreter import evaluate
from tests.expressions.random_expressions import PROJECT
from tests.expressions.random_worlds import make_world
from tests.expressions.world import World
from tests.projects import BACKEND, ROOT, clean_environment, run_dazzle, run_python
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
FUNCTIONS = ROOT / "transformer/backends/django_micro/files/records/functions"
# The project's people aren't those who sign in to the app; here they are, by hand.
SETTINGS = '[project]\nname = "expressions"\n\n[build]\nunenforced = "accept"\n'

_SENTENCES = {**meaning_cases.CASES, **day_cases.CASES}
LASTING = [*dict.fromkeys(text for cases in _SENTENCES.values() for text, *_ in cases), *EDGES]
"""Expressions about a line that are tried whatever chance writes."""

Sources = Mapping[str, str]
"""How a dialect, or a use of it, says an expression."""


@dataclass(frozen=True)
class Batch:
    """Random expressions about an entity, and worlds to try them in."""

    entity: str
    texts: list[str]
    manifest: Any
    worlds: list[World]

    def compile(self) -> list[Sources]:
        """The sources of each expression."""
        model = build_model(self.manifest)
        about, names = model.entity(self.entity), spell_names(model)
        named = {each.name: each.expression for each in about.computed}
        return [compile_all(named[f"value_{n}"], about, names) for n in range(len(self.texts))]


@dataclass(frozen=True)
class Difference:
    """An expression of which a dialect says something else than the interpreter."""

    text: str
    dialect: str
    source: str
    expected: Mapping[Any, Any]
    found: Any


def make_batch(seed: int, count: int, worlds: int, entity: str = "Line") -> Batch:
    """So many expressions and worlds, the same ones for the same seed."""
    random = Random(seed)
    lasting = LASTING if entity == "Line" else EDGES
    texts = [*lasting, *write_batch(random, count, entity, has_aggregates=True)]
    manifest = read_batch(texts, entity)
    made = [make_world(random, manifest, BERLIN) for _ in range(worlds)]
    return Batch(entity, texts, manifest, made)


def compile_all(expression: Expression, about: Entity, names: Names) -> Sources:
    """The sources of a value; for a condition, those of filters by it and by its opposite too."""
    sources = {
        "query": compile_annotation(expression, about, names),
        "python": compile_attribute(expression, about, names),
    }
    if getattr(expression, "type", None) == "bool":
        opposite = Operation("not", (expression,), type="bool")
        sources |= {
            "true": compile_filter(expression, about, names),
            "false": compile_filter(opposite, about, names),
            "test": compile_test(expression, about, names),
        }
    return {way: spell(code) for way, code in sources.items()}


def build_project(folder: Path) -> Path:
    """The project that the expressions are about, as Django has it."""
    source, built = folder / "source", folder / "built"
    source.mkdir()
    shutil.copy(PROJECT, source / "app.dsl")
    (source / "dazzle.toml").write_text(SETTINGS, encoding="utf-8")
    done = run_dazzle(ROOT, "build", str(source), "--output", str(built))
    assert done.returncode == 0, done.stdout + done.stderr
    shutil.copytree(FUNCTIONS, built / BACKEND / "records/functions", dirs_exist_ok=True)
    return built / BACKEND


def migrate(project: Path, **variables: str) -> None:
    """Make the tables of the project."""
    done = run_python(project, "manage.py", "migrate", "-v0", **variables)
    assert done.returncode == 0, done.stderr


def run_sources(project: Path, batch: Batch, sources: list[Sources], **variables: str) -> Any:
    """What Django makes of each source of each expression, in each world."""
    task = {
        "worlds": [{"rows": w.rows, "now": w.now, "person": w.person} for w in batch.worlds],
        "timezone": str(batch.worlds[0].timezone),
        "sources": sources,
        "entity": batch.entity,
    }
    given, found = project.parent / "task.pickle", project.parent / "found.pickle"
    given.write_bytes(pickle.dumps(task))
    command = [sys.executable, str(SIDE), str(project), str(given), str(found)]
    subprocess.run(command, check=True, cwd=project, env=clean_environment(**variables))
    return pickle.loads(found.read_bytes())


def list_differences(batch: Batch, sources: list[Sources], found: Any) -> Iterator[Difference]:
    """List where a dialect says something else than the interpreter."""
    for world, answers in zip(batch.worlds, found, strict=True):
        computed = world.entities[batch.entity].computed
        records = [*world.list_records(batch.entity)]
        for number, (text, answer) in enumerate(zip(batch.texts, answers, strict=True)):
            node = computed[f"value_{number}"]
            expected = {
                each.row[each.info.key]: normalize(evaluate(node, each)) for each in records
            }
            for way, value in answer.items():
                if not agrees(way, value, expected):
                    yield Difference(text, way, sources[number][way], expected, value)


def agrees(way: str, value: Any, expected: Mapping[Any, Any]) -> bool:
    """Whether a dialect says the same; an error, which is a text, never does."""
    if isinstance(value, set):
        return value == {key for key, truth in expected.items() if truth == (way == "true")}
    if isinstance(value, str):
        return False
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
