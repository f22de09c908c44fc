"""Inputs that were made to break the program: each gets reports, soon, and nothing else."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from transformer.diagnostics.reports import describe_problem
from transformer.manifest import Analysis, dump_manifest, read_manifest, read_project

SECONDS = 20  # on a busy machine; each takes well under one
VOCABULARY = "dazzle/local_vocab/manifest.yml"
FIELD = "entity A:\n  x: int\n"


@contextmanager
def limit_time(seconds: int) -> Iterator[None]:
    """A stretch of the program that must not take longer."""

    def stop(*_: object) -> None:
        raise TimeoutError(f"more than {seconds} seconds")

    earlier = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, earlier)


def read(folder: Path, files: dict[str, str | bytes], start: str = "") -> Analysis:
    """What comes of the files, with every problem put into words."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with limit_time(SECONDS):
        analysis = (read_manifest if start.endswith(".yaml") else read_project)(folder / start)
        for problem in analysis.problems:
            assert describe_problem(problem, analysis.sources)
    return analysis


def make_chain(length: int, line: str) -> str:
    return "".join(line.format(i, i + 1) for i in range(length))


DSL = {
    "brackets": "entity A:\n  x: enum" + "[" * 10_000,
    "nested brackets": f"{FIELD}  invariant: {'(' * 10_000}x{')' * 10_000}",
    "operators": f"{FIELD}  invariant: {' + '.join(['x'] * 5000)} > 1",
    "conditions": f"{FIELD}  invariant: {' and x > 1 or '.join(['x > 1'] * 2500)}",
    "prefixes": f"{FIELD}  invariant: {'not ' * 5000}x > {'- ' * 5000}1",
    "calls": f"{FIELD}  invariant: {'round(' * 5000}x{')' * 5000} > 1",
    "nested blocks": "".join(" " * i + f"b{i}:\n" for i in range(5000)),
    "nested entities": "".join(" " * i + "entity A:\n" for i in range(3000)),
    "nested surfaces": "".join("  " * i + f'surface a{i} "x":\n' for i in range(2000)),
    "a long path": "entity A:\n  a: ref A\n  invariant: a" + ".a" * 20_000 + " is null",
    "a long line": f"entity A:\n  x: enum[{','.join(f'v{i}' for i in range(50_000))}]",
    "large numbers": f"entity A:\n  x: int max({'9' * 100_000})\n  y: str({'9' * 5000})",
    "a long time": f"entity A:\n  d: date=today + {'9' * 5000}d\n  e: datetime=now+999999d",
    "quotes": '"' * 20_001,
    "escapes": f'app a "{chr(92) * 20_001}"',
    "archetypes": make_chain(3000, "archetype A{0}:\n  extends: A{1}\n")
    + "entity E:\n  extends: A0\n",
    "archetypes that meet": "".join(
        f"archetype A{i}:\n  f{i}: int\n  extends: A{max(i - 1, 0)}, A{max(i - 2, 0)}\n"
        for i in range(25)
    )
    + "entity E:\n  extends: A24\n",
    "doubling": "entity A:\n  c0: int\n" + make_chain(60, "  c{1}: computed c{0} + c{0}\n"),
    "a long computation": "entity A:\n  c3000: int\n" + make_chain(300, "  c{0}: computed c{1}\n"),
    "unknown names": make_chain(1000, "entity A{0}:\n  x: ref B{1}\n"),
    "steps": "experience e:\n  start: s0\n"
    + make_chain(2000, "  step s{0}:\n    kind: process\n    success -> s{1}\n"),
    "a zigzag": "".join(" " * (i % 50) + "x: y\n" for i in range(10_000)),
    "a slope": FIELD + "".join(" " * (2000 - i) + "x: int\n" for i in range(1900)),
    "patterns": "@use crud_surface_set(entity_name=A, title_field=x)\n" * 300 + FIELD,
    "an expression to match": 'entity A:\n  x: str regex("(a+)+$") ="aaaaaaaaaaaaaaaaaaaaaaaaab"\n',
    "odd digits": "entity A:\n  x: int=١٢٣\n  y: int=²\n  z²: int\n  w: str(１２)\n",
    "a zero byte": "entity A:\n  x: \0int\n",
}


@pytest.mark.parametrize("name", DSL)
def test_dsl(name: str, tmp_path: Path) -> None:
    read(tmp_path, {"a.dsl": DSL[name]})


def test_computed_values_in_a_cycle_over_entities_are_reported(tmp_path: Path) -> None:
    text = (
        "entity A:\n  b: ref B\n  x: computed b.y + 1\nentity B:\n  a: ref A\n  y: computed a.x\n"
    )
    analysis = read(tmp_path, {"a.dsl": text})
    assert [problem.code for problem in analysis.problems] == ["computed-cycle"]


def test_manifest_of_deep_expressions_can_be_read_again(tmp_path: Path) -> None:
    text = f"{FIELD}  invariant: {'(' * 30}x{' + 1)' * 30} > 1\n"
    manifest = read(tmp_path, {"a.dsl": text}).manifest
    assert manifest
    again = read(tmp_path, {"m.yaml": dump_manifest(manifest)}, "m.yaml")
    assert again.manifest == manifest


def test_full_text_search_needs_fields_to_search(tmp_path: Path) -> None:
    analysis = read(tmp_path, {"a.dsl": f"{FIELD}  full_text: true\n"})
    assert [problem.code for problem in analysis.problems if problem.level == "error"] == [
        "missing-line"
    ]


def write_pattern(body: str, parameters: str = "") -> str:
    return (
        f"entries:\n  - id: a\n    kind: project\n{parameters}    expansion:\n"
        f"      body: |\n        {body}\n"
    )


def laugh(last: str) -> str:
    """A document of a few lines that is endless once its aliases are followed."""
    lines = [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 12)]
    return "\n".join(["x: &a0 [x]", *lines, last])


LOOP = "{% for i in x %}{% for j in x %}{% endfor %}{% endfor %}"
JOINED = "{{ x|join(x|join(x|join(x|join(x)))) }}"
PARAMETER = "    parameters:\n      - {{name: x, type: {}, default: {}}}\n"
VOCABULARIES = {
    "itself": write_pattern("@use a()"),
    "twice each": "entries:\n"
    + make_chain(
        40,
        "  - id: {0}\n    kind: project\n    expansion: {{body: '@use a()\n\n      @use a()'}}\n",
    ).replace("id: 0\n", "id: a\n"),
    "loops over a text": write_pattern(LOOP, PARAMETER.format("text", "a" * 20_000)),
    "loops over a list": write_pattern(LOOP, PARAMETER.format("list", "[" + "1," * 9000 + "1]")),
    "joins": write_pattern(JOINED, PARAMETER.format("list", "[" + "1," * 300 + "1]")),
    "filters": write_pattern("{{ 'a'" + "|upper" * 5000 + " }}"),
    "nested": write_pattern("{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}"),
    "ifs": write_pattern("{% if true %}" * 2000 + "{% endif %}" * 2000),
    "power": write_pattern("{{ 9**9**9 }}"),
    "attribute": write_pattern("{{ ''.__class__ }}"),
    "range": write_pattern("{% for i in range(999999999) %}x{% endfor %}"),
    "unclosed": write_pattern("{% if x"),
    "aliases": laugh("entries: *a11\n"),
    "alias in itself": "entries: &a [*a]\n",
    "merge": "a: &x {body: q}\nentries:\n  - id: a\n    kind: project\n    expansion: {<<: *x}\n",
    "depth": "[" * 20_000,
    "digits": "entries: 1:" + "59:" * 5000 + "1\n",
    "object": "entries: !!python/object/apply:os.system [ls]\n",
    "truth": "entries: !!bool abc\n",
    "moment": "entries: !!timestamp abc\n",
    "key": "? [a]\n: b\nentries: []\n",
}


@pytest.mark.parametrize("name", VOCABULARIES)
def test_vocabulary(name: str, tmp_path: Path) -> None:
    analysis = read(tmp_path, {"a.dsl": "@use a()\n" + FIELD, VOCABULARY: VOCABULARIES[name]})
    if name not in ("filters",):
        assert analysis.manifest is None or not analysis.manifest["extensions"]
    assert not any("python" in (problem.hint or "") for problem in analysis.problems)


MANIFESTS = {
    "depth": "a: " + "[" * 20_000,
    "aliases": laugh("app: *a11\n"),
    "itself": "&a [*a]",
    "merge": "<<: [1]",
    "digits": "app: 1:" + "59:" * 5000 + "1",
    "truth": "!!bool x",
    "moment": "!!timestamp x",
    "whole": "!!int x",
    "no number": "manifest_version: .nan",
    "zero": 'a: "\\0"',
    "surrogate": 'app: "\\ud800"\n',
    "nothing": "",
    "key": "? [a]\n: b\n",
    "date": "2020-13-45: 1\n",
}


@pytest.mark.parametrize("name", MANIFESTS)
def test_manifest(name: str, tmp_path: Path) -> None:
    assert read(tmp_path, {"m.yaml": MANIFESTS[name]}, "m.yaml").problems


SETTINGS: dict[str, str | bytes] = {
    "depth": "a=" + "[" * 20_000,
    "dots": ".".join(["a"] * 5000) + "=1",
    "digits": "a=" + "9" * 5000,
    "a long name": f"[project]\nname='{'x' * 100_000}'",
    "a long path": f"[modules]\npaths=['{'x' * 5000}']",
    "a zero byte": '[modules]\npaths=["\\u0000"]',
    "a surrogate": b'[project]\nname="\xed\xa0\x80"',
    "no date": "a=2020-13-45",
    "empty keys": '""=1\n"a.b"=2\n["project"."name"]\n',
}


@pytest.mark.parametrize("name", SETTINGS)
def test_settings(name: str, tmp_path: Path) -> None:
    assert read(tmp_path, {"dazzle.toml": SETTINGS[name], "a.dsl": FIELD}).problems
