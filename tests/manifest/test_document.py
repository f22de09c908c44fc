"""A manifest written by hand: faults have places, and nothing ends in a traceback."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from transformer.diagnostics.problems import Problem
from transformer.diagnostics.resources import read_schema
from transformer.manifest import dump_manifest, read_manifest, read_project

SOURCE = """
enum State:
  open
  done
entity Task:
  title: str(20) required
  size: decimal(5, 2)
  state: State = open
  owner: ref User
  group: ref Group
  unique title, state
entity Group:
  code: str(9) pk
  name: str
surface tasks:
  uses entity Task
  mode: list
surface task_new:
  uses entity Task
  mode: create
surface group_edit:
  uses entity Group
  mode: edit
surface about:
  mode: custom
"""

Manifest = dict[str, Any]


@pytest.fixture
def manifest(tmp_path: Path) -> Manifest:
    file = tmp_path / "app.dsl"
    file.write_text(SOURCE, encoding="utf-8")
    found = read_project(file).manifest
    assert found is not None
    return found


def problems_of(tmp_path: Path, text: str) -> list[Problem]:
    path = tmp_path / "manifest.yaml"
    path.write_text(text, encoding="utf-8")
    analysis = read_manifest(path)
    assert (analysis.manifest is None) == bool(analysis.problems)
    return analysis.problems


def task(manifest: Manifest) -> Any:
    return manifest["entities"][0]


def field(manifest: Manifest, name: str) -> Any:
    return next(each for each in task(manifest)["fields"] if each["name"] == name)


Change = Callable[[Manifest], Any]
CHANGES: dict[str, Change] = {
    "no entities": lambda m: m.pop("entities"),
    "a property too many": lambda m: task(m).update(color="red"),
    "a wrong type": lambda m: field(m, "title").update(type="strng"),
    "a number with a point": lambda m: field(m, "title").update(length=20.0),
    "a name with a line break": lambda m: task(m).update(name="Task\n"),
    "an address with a line break": lambda m: task(m).update(address="/tasks/\n"),
    "no length": lambda m: field(m, "title").pop("length"),
    "a length on a decimal": lambda m: field(m, "size").update(length=3),
    "a pattern on a decimal": lambda m: field(m, "size").update(pattern="x"),
    "a broken pattern": lambda m: field(m, "title").update(pattern="["),
    "an endless bound": lambda m: field(m, "size").update(minimum=float("inf")),
    "an unknown target": lambda m: field(m, "group").update(target="Gruop"),
    "no target": lambda m: field(m, "group").pop("target"),
    "an account that isn't": lambda m: field(m, "owner").update(target="Group"),
    "an impossible nullify": lambda m: field(m, "owner").update(nullable=False),
    "an inverse twice": lambda m: field(m, "group")["inverse"].update(name="name"),
    "an unknown enum": lambda m: field(m, "state").update(enum="Status"),
    "other values": lambda m: field(m, "state")["values"].pop(),
    "a wrong default": lambda m: field(m, "state").update(default={"value": "gone"}),
    "a default of a wrong type": lambda m: field(m, "title").update(default={"value": 3}),
    "an unknown key": lambda m: task(m).update(key="nothing"),
    "a key that can't be one": lambda m: task(m).update(key="size"),
    "a key from people": lambda m: field(m, "id").update(input="always"),
    "a clock that isn't": lambda m: field(m, "title").update(automatic="created", input="never"),
    "a value from people once": lambda m: field(m, "title").update(input="create"),
    "personal data for all to see": lambda m: field(m, "title").update(pii="contact"),
    "an unknown display": lambda m: task(m).update(display="nothing"),
    "an unknown order": lambda m: task(m).update(order=[{"field": "x", "descending": True}]),
    "an unknown unique": lambda m: task(m)["uniques"][0]["fields"].append("x"),
    "a doubled name": lambda m: m["entities"][1].update(name="task"),
    "a doubled slug": lambda m: m["entities"][1].update(slug="task"),
    "a doubled address": lambda m: m["entities"][1].update(address="/tasks/"),
    "a reserved address": lambda m: task(m).update(address="/admin/"),
    "a long address": lambda m: task(m).update(address="/a/b/"),
    "an unknown entity": lambda m: m["surfaces"][0].update(entity="Taks"),
    "no entity": lambda m: m["surfaces"][0].pop("entity"),
    "an unknown field": lambda m: m["surfaces"][0]["sections"][0]["fields"][0].update(field="x"),
    "a surface at a reserved address": lambda m: m["surfaces"][0].update(address="/static/"),
    "a doubled surface address": lambda m: m["surfaces"][1].update(address="/tasks/"),
    "a key in a list's address": lambda m: m["surfaces"][0].update(address="/tasks/{key}/"),
    "no default surface": lambda m: m["surfaces"][0].update(default=False),
    "a form without what is needed": lambda m: m["surfaces"][1].update(sections=[]),
    "a form that asks for a key": lambda m: m["surfaces"][1]["sections"][0]["fields"].append(
        {"field": "id", "title": "ID"}
    ),
    "a form that changes a key": lambda m: m["surfaces"][2]["sections"][0]["fields"].insert(
        0, {"field": "code", "title": "Code"}
    ),
    "a page of its own that asks for a key": lambda m: (
        m["surfaces"][1].update(mode="custom"),
        m["surfaces"][1]["sections"][0]["fields"].append({"field": "id", "title": "ID"}),
    ),
    "a preset that isn't an account": lambda m: m["surfaces"][1].update(
        presets=[{"field": "group", "value": "current_user"}]
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_fault_has_a_place(tmp_path: Path, manifest: Manifest, change: Change) -> None:
    change(manifest)
    problems = problems_of(tmp_path, dump_manifest(manifest))
    assert problems
    assert all(problem.span and problem.message for problem in problems)


# The property that is wrong, and what the reason has to say of it. The fields of the task are its
# id, title, size, state, owner and group.
FAULTS = {
    "no length": ("entities.0.fields.1.type", "needs `length`"),
    "a length on a decimal": ("entities.0.fields.2.length", "can't have `length`"),
    "a pattern on a decimal": ("entities.0.fields.2.pattern", "can't have `pattern`"),
    "an unknown target": ("entities.0.fields.5.target", "no entity `Gruop`"),
    "an account that isn't": ("entities.0.fields.4.target_kind", "called `User`"),
    "an impossible nullify": ("entities.0.fields.4.on_delete", "needs `nullable: true`"),
    "an inverse twice": ("entities.0.fields.5.inverse.name", "`name` is a duplicate"),
    "an unknown enum": ("entities.0.fields.3.enum", "no enum `Status`"),
    "other values": ("entities.0.fields.3.values", "differ from those of the enum `State`"),
    "an unknown key": ("entities.0.key", "no field `nothing`"),
    "a key that can't be one": ("entities.0.fields.2.name", "`unique: always`"),
    "a key from people": ("entities.0.fields.0.input", "`always` doesn't fit"),
    "a clock that isn't": ("entities.0.fields.1.automatic", "`created` doesn't fit"),
    "a value from people once": ("entities.0.fields.1.input", "`create` doesn't fit"),
    "personal data for all to see": ("entities.0.fields.1.pii", "`sensitive: true`"),
    "a doubled slug": ("entities.1.slug", "`task` is a duplicate"),
    "a doubled address": ("entities.1.address", "`/tasks/` is a duplicate"),
    "a reserved address": ("entities.0.address", "reserved"),
    "a long address": ("entities.0.address", "one part"),
    "a surface at a reserved address": ("surfaces.0.address", "reserved"),
    "a key in a list's address": ("surfaces.0.address", "doesn't fit the mode `list`"),
    "no default surface": ("surfaces.0.default", "only the first surface"),
    "a form without what is needed": ("surfaces.1.sections", "`title` is missing"),
    "a form that asks for a key": (
        "surfaces.1.sections.0.fields.5",
        "`: the field can't be an input here, so it must be read-only",
    ),
    "a form that changes a key": ("surfaces.2.sections.0.fields.0", "must be read-only"),
    "a page of its own that asks for a key": ("surfaces.1.sections.0.fields.5", "read-only"),
    "a preset that isn't an account": ("surfaces.1.presets.0", "the signed-in person"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_fault_names_its_property_and_reason(tmp_path: Path, manifest: Manifest, name: str) -> None:
    CHANGES[name](manifest)
    place, reason = FAULTS[name]
    problems = problems_of(tmp_path, dump_manifest(manifest))
    assert any(each.words["path"] == place and reason in each.message for each in problems)


def test_untouched_manifest_is_fine(tmp_path: Path, manifest: Manifest) -> None:
    assert problems_of(tmp_path, dump_manifest(manifest)) == []


def test_fault_points_at_its_line(tmp_path: Path, manifest: Manifest) -> None:
    text = dump_manifest(manifest).replace("type: decimal", "type: decimla")
    problem = next(iter(problems_of(tmp_path, text)))
    line = text.split("\n").index("    type: decimla") + 1
    assert problem.span and problem.span.line == line


@pytest.mark.parametrize(
    "text",
    [
        "",
        "just text",
        "a: [1, 2",
        "a: 1\na: 2\n",
        "? [a]\n: b\n",
        "a: &x [1]\nb: *x\n",
        "!!python/object/apply:os.system ['true']",
        "a: !!binary zzz\n",
        "[" * 500 + "]" * 500,
        "a: 2026-99-99\n",
        "--- 1\n--- 2\n",
        "\tx: 1",
    ],
)
def test_odd_documents_are_problems(tmp_path: Path, text: str) -> None:
    assert problems_of(tmp_path, text)


def test_every_truncation_is_told(tmp_path: Path, manifest: Manifest) -> None:
    text = dump_manifest(manifest)
    for end in range(0, len(text) - 30, 97):
        assert problems_of(tmp_path, text[:end])


def test_any_value_anywhere_raises_nothing(tmp_path: Path, manifest: Manifest) -> None:
    for name in ("title", "size", "state", "group", "id"):
        for key in list(field(manifest, name)):
            for value in (None, -1, "x", [], {}, True, 1.5):
                changed = yaml.safe_load(dump_manifest(manifest))
                field(changed, name)[key] = value
                path = tmp_path / "changed.yaml"
                path.write_text(dump_manifest(changed), encoding="utf-8")
                read_manifest(path)


def test_parts_stand_in_the_order_of_the_schema(manifest: Manifest) -> None:
    schema = read_schema("manifest")["$defs"]["field"]["properties"]
    for each in task(manifest)["fields"]:
        assert list(each) == [key for key in schema if key in each]


@pytest.mark.parametrize("key", ["on", "1", "~", "1.5", "2020-01-01", "<<", "[a]"])
def test_key_that_is_no_text_has_a_place(manifest: Manifest, tmp_path: Path, key: str) -> None:
    text = dump_manifest(manifest)
    options = f"services:\n- name: pay\n  title: Pay\n  auth:\n    options:\n      {key}: x\n"
    (problem,) = problems_of(tmp_path, text + options)
    assert problem.code == "yaml-syntax" and problem.span
    assert (problem.span.line, problem.span.column) == (text.count("\n") + 6, 7)


def test_version_is_a_whole_number(manifest: Manifest, tmp_path: Path) -> None:
    text = dump_manifest(manifest).replace("manifest_version: 1\n", "manifest_version: 1.0\n")
    assert [problem.code for problem in problems_of(tmp_path, text)] == ["manifest-fault"]
