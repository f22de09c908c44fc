"""Computed values that build on others, and what a project that has them says of random records."""

import pickle
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from tests.expressions.coverage import BERLIN, read_batch, write_batch
from tests.expressions.dialects import SETTINGS, normalize
from tests.expressions.interpreter import evaluate
from tests.expressions.random_expressions import PROJECT
from tests.expressions.random_worlds import make_world
from tests.expressions.world import World
from tests.projects import BACKEND, ROOT, clean_environment, run_dazzle
from transformer.manifest import read_project

SIDE = Path(__file__).with_name("chains_side.py")
# What may follow from two values of a type.
FOLLOWING: Mapping[str, Sequence[str]] = {
    "number": [
        *("{a} + {b}", "{a} > {b}", "round({a}, 2)", "{a} / 3", "{a} is null", "{a} = {b}"),
        *("not ({a} <= {b})", "-{a}"),
    ],
    "bool": ["{a} and not {b}", "{a} or {b}", "not {a}", "{a} = {b}", "{a} is null"],
    "text": ["{a} + {b}", "{a} = {b}", "{a} < {b}", "{a} is null", "{a} contains {b}"],
    "date": ["{a} = {b}", "{a} < {b}", "{a} + 1d", "days_since({a})", "{a} - {b}"],
    "datetime": ["{a} = {b}", "{a} < {b}", "{a} + 1d", "days_since({a})", "{a} != due"],
    "duration": ["{a} + {b}", "{a} > 1d", "{a} / 3", "-{a}"],
}
OF_LINES = [
    *("sum(lines.{a})", "avg(lines.{a})", "min(lines.{a})", "max(lines.{a})"),
    *("sum(lines.{a}) / count(lines)", "round(avg(lines.{a} where {c}), 2)"),
    "count(lines where {c})",
]


@dataclass(frozen=True)
class Chains:
    """Computed values by entity and name, and worlds to try them in."""

    texts: Mapping[tuple[str, str], str]
    manifest: Any
    worlds: Sequence[World]


def build_chains(seed: int, count: int, folder: Path) -> Chains:
    """Build a project with so many random values, and half as many that build on them."""
    random = Random(seed)
    texts = write_batch(random, count, has_aggregates=True)
    kinds: dict[str, list[str]] = {}
    for each in read_batch(texts)["entities"][-1]["computed"]:
        if each["name"].startswith("value_"):
            kinds.setdefault(each["expression"]["type"], []).append(each["name"])
    draw = list(follow(random, kinds, count // 2))
    lines = {f"value_{n}": text for n, text in enumerate([*texts, *draw])}
    orders = {f"whole_{n}": follow_lines(random, kinds) for n in range(count // 4)}
    source = folder / "source"
    source.mkdir(parents=True)
    (source / "dazzle.toml").write_text(SETTINGS, encoding="utf-8")
    (source / "app.dsl").write_text(insert(Line=lines, Order=orders), encoding="utf-8")
    manifest = read_project(source / "app.dsl").manifest
    done = run_dazzle(ROOT, "build", str(source), "--output", str(folder / "out"))
    assert done.returncode == 0, done.stdout + done.stderr
    worlds = [make_world(random, manifest or {}, BERLIN) for _ in range(2)]
    named = {"Line": lines, "Order": orders}
    found = {(entity, name): t for entity, own in named.items() for name, t in own.items()}
    return Chains(found, manifest, worlds)


def follow(random: Random, kinds: Mapping[str, Sequence[str]], count: int) -> Iterator[str]:
    """Write values that follow from two others of a type."""
    for _ in range(count):
        kind = random.choice([each for each in FOLLOWING if each in kinds])
        a, b = random.choices(kinds[kind], k=2)
        yield random.choice(FOLLOWING[kind]).format(a=a, b=b)


def follow_lines(random: Random, kinds: Mapping[str, Sequence[str]]) -> str:
    """Write a value of an order that follows from those of its lines."""
    names = {"a": random.choice(kinds["number"]), "c": random.choice(kinds["bool"])}
    return random.choice(OF_LINES).format(**names)


def insert(**values: Mapping[str, str]) -> str:
    """Write the project with further values of its entities."""
    text = PROJECT.read_text(encoding="utf-8")
    for entity, own in values.items():
        head = f"entity {entity}:\n"
        lines = "".join(f"  {name}: computed {value}\n" for name, value in own.items())
        text = text.replace(head, head + lines)
    return text


def compare_chains(chains: Chains, folder: Path, **variables: str) -> tuple[int, list[str]]:
    """How many values the project has, and where it says something else than the interpreter."""
    task = {
        "worlds": [{"rows": each.rows, "now": each.now} for each in chains.worlds],
        "timezone": str(chains.worlds[0].timezone),
        "values": list(chains.texts),
    }
    given, found = folder / "task.pickle", folder / "found.pickle"
    given.write_bytes(pickle.dumps(task))
    project = folder / "out" / BACKEND
    command = [sys.executable, str(SIDE), str(project), str(given), str(found)]
    variables["PYTHONPATH"] = str(ROOT)
    subprocess.run(command, check=True, cwd=project, env=clean_environment(**variables))
    worlds = pickle.loads(found.read_bytes())
    return len(worlds[0]), [
        f"{entity}: {chains.texts[entity, name]}: {answer} instead of {wanted}"
        for world, answers in zip(chains.worlds, worlds, strict=True)
        for (entity, name), answer in answers.items()
        if not agrees(answer, wanted := list_wanted(world, entity, name))
    ]


def list_wanted(world: World, entity: str, name: str) -> dict[Any, Any]:
    """What the interpreter says of each record."""
    node = world.entities[entity].computed[name]
    records = world.list_records(entity)
    return {each.row[each.info.key]: normalize(evaluate(node, each)) for each in records}


def agrees(answer: Any, wanted: Mapping[Any, Any]) -> bool:
    """Whether a project says the same; an error, which is a text, never does."""
    if isinstance(answer, str):
        return False
    return {key: normalize(value) for key, value in answer.items()} == wanted
