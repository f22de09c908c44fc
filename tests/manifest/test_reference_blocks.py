"""What the reference says of patterns, pages, flows and other systems is what the manifest says."""

from pathlib import Path
from typing import Any

import pytest

from transformer.diagnostics.problems import Problem
from transformer.manifest import Analysis, read_project

BASE = """
entity User:
  email: email required unique
  role: enum[member, manager]=member
entity Task:
  title: str required
  priority: enum[low, high, urgent]=low
  made: datetime auto_add
  changed: datetime auto_update
  fee: decimal(8, 2)
  owner: ref User
surface tasks:
  uses entity Task
  mode: list
surface new:
  uses entity Task
  mode: create
"""


def read(tmp_path: Path, text: str, vocabulary: str = "") -> Analysis:
    file = tmp_path / "dazzle" / "local_vocab" / "manifest.yml"
    file.parent.mkdir(parents=True)
    (tmp_path / "app.dsl").write_text(text, encoding="utf-8")
    if vocabulary:
        file.write_text(vocabulary, encoding="utf-8")
    return read_project(tmp_path)


def manifest_of(analysis: Analysis) -> dict[str, Any]:
    assert analysis.manifest is not None, analysis.problems
    return analysis.manifest


def make_entry(name: str, body: str, *parameters: str) -> str:
    lines = "".join(f"\n        {line}" for line in body.split("\n"))
    said = "".join(f"\n      - {parameter}" for parameter in parameters)
    heading = f"    parameters:{said}\n" if said else ""
    return f"  - id: {name}\n    kind: entity\n{heading}    expansion:\n      body: |{lines}\n"


def list_fields(analysis: Analysis, name: str = "Thing") -> list[str]:
    entities = manifest_of(analysis)["entities"]
    fields = next(entity["fields"] for entity in entities if entity["name"] == name)
    return [field["name"] for field in fields]


NAMED = (
    make_entry(
        "named",
        "{{ prefix | lower }}_name: str\n{% if with_code %}\n{{ prefix }}_code: str\n{% endif %}",
        "{name: prefix, type: name, required: true}",
        "{name: with_code, type: bool, default: false}",
    ),
)
THING = "entity Thing:\n  first: str\n  {}\n  last: str\n"


@pytest.mark.parametrize(
    ("use", "fields"),
    [
        ("@use named(prefix=Ab)", ["ab_name"]),
        ("@use named(prefix=Ab, with_code=true)", ["ab_name", "Ab_code"]),
        ("@use twice", ["a_name", "b_name", "b_code"]),
        ("@use versioned_entity(version_field=edition)", ["edition"]),
        ("@use soft_delete_behavior(include_user=false)", ["deleted_at"]),
        ("@use audit_fields", ["mine"]),
        ("@use audit_fields()", ["mine"]),
    ],
)
def test_pattern_of_the_project(tmp_path: Path, use: str, fields: list[str]) -> None:
    nested = make_entry("twice", "@use named(prefix=a)\n@use named(prefix=b, with_code=true)")
    vocabulary = "".join(["entries:\n", *NAMED, nested, make_entry("audit_fields", "mine: str")])
    analysis = read(tmp_path, THING.format(use), vocabulary)
    assert list_fields(analysis) == ["id", "first", *fields, "last"]


def test_cycle_of_patterns_is_shown(tmp_path: Path) -> None:
    vocabulary = "entries:\n" + make_entry("a", "@use b") + make_entry("b", "@use a")
    (problem,) = read(tmp_path, THING.format("@use a"), vocabulary).problems
    assert (problem.code, problem.words["cycle"]) == ("pattern-cycle", "a → b → a")


def locate(problem: Problem) -> tuple[str, int]:
    assert problem.span is not None
    return Path(problem.span.file).name, problem.span.line


def test_fault_in_a_pattern_names_both_lines(tmp_path: Path) -> None:
    vocabulary = "entries:\n" + make_entry("odd", "fine: str\nwrong: strng")
    (problem,) = read(tmp_path, THING.format("@use odd"), vocabulary).problems
    assert (problem.code, *locate(problem)) == ("unknown-type", "app.dsl", 3)
    (note, span) = problem.related[0]
    line = vocabulary.split("\n").index("        wrong: strng") + 1
    assert (note, Path(span.file).name, span.line) == (
        "in the pattern `odd`",
        "manifest.yml",
        line,
    )


@pytest.mark.parametrize(
    ("use", "code"),
    [
        ("@use named", "missing-argument"),
        ('@use named(prefix="a b")', "wrong-argument"),
        ("@use named(prefix=a, with_code=3)", "wrong-argument"),
        ("@use named(prefix=a, withcode=true)", "unknown-argument"),
        ("@use nmaed(prefix=a)", "unknown-pattern"),
    ],
)
def test_wrong_use_of_a_pattern(tmp_path: Path, use: str, code: str) -> None:
    analysis = read(tmp_path, THING.format(use), "".join(["entries:\n", *NAMED]))
    assert [problem.code for problem in analysis.problems] == [code]


def test_crud_surfaces_show_the_title_first(tmp_path: Path) -> None:
    pattern = "@use crud_surface_set(entity_name=Task, title_field=fee)\n"
    text = BASE.split("surface")[0] + pattern
    found = {
        surface["mode"]: [
            item["field"] for section in surface["sections"] for item in section["fields"]
        ]
        for surface in manifest_of(read(tmp_path, text))["surfaces"]
    }
    shown = ["fee", "title", "priority", "made", "changed", "owner"]
    asked = ["fee", "title", "priority", "owner"]
    assert found == {"list": shown, "view": shown, "create": asked, "edit": asked}


NEEDS = """  ux:
    sort: priority desc, title
    attention warning:
      when: priority = urgent
    attention notice:
      when: owner = null
    for member:
      scope: owner = current_user
      show_aggregate: total, late
    as manager:
      scope: all
workspace team:
  late:
    source: tasks
  owned:
    source: Task
  numbers:
    aggregate:
      late: count(Task where priority = urgent and owner = current_user)
      mean: round(avg(Task.fee) * 2, 1)
"""


def read_needs(tmp_path: Path) -> dict[str, Any]:
    pages = BASE.replace("surface new", "surface later").replace("mode: create", "mode: list")
    return manifest_of(read(tmp_path, pages + NEEDS))


def test_needs_of_a_page(tmp_path: Path) -> None:
    ux = read_needs(tmp_path)["surfaces"][1]["ux"]
    order = [(each["field"], each["descending"]) for each in ux["sort"]]
    assert order == [("priority", True), ("title", False)]
    assert [each["level"] for each in ux["attentions"]] == ["warning", "notice"]
    assert [each["persona"] for each in ux["variants"]] == ["member", "manager"]
    assert ux["variants"][0]["scope"]["operands"][1] == {
        "person": [],
        "type": "record",
        "entity": "User",
    }
    assert "scope" not in ux["variants"][1]


def test_parts_of_a_workspace(tmp_path: Path) -> None:
    late, owned, numbers = read_needs(tmp_path)["workspaces"][0]["regions"]
    assert (late["surface"], late["entity"], late["display"]) == ("tasks", "Task", "list")
    assert ("surface" in owned, owned["entity"], numbers["display"]) == (False, "Task", "metrics")
    count, mean = (each["expression"] for each in numbers["aggregates"])
    assert (count["aggregate"], count["entity"]) == ("count", "Task")
    assert count["where"]["operator"] == "and"
    assert (mean["function"], mean["type"]) == ("round", "number")


def test_order_of_an_enum_is_that_of_its_declaration(tmp_path: Path) -> None:
    fields = manifest_of(read(tmp_path, BASE))["entities"][1]["fields"]
    values = next(field["values"] for field in fields if field["name"] == "priority")
    assert [each["value"] for each in values] == ["low", "high", "urgent"]


@pytest.mark.parametrize(
    ("name", "codes"), [("manager", []), ("boss", ["persona-without-role"]), ("member", [])]
)
def test_persona_is_a_role(tmp_path: Path, name: str, codes: list[str]) -> None:
    text = BASE + f'persona {name}:\n  goals: "a", "b"\n'
    analysis = read(tmp_path, text)
    assert [each.code for each in analysis.problems if each.code != "unshown-entity"] == codes
    assert manifest_of(analysis)["personas"][0]["goals"] == ["a", "b"]
