"""What the language implies is said out loud in the manifest."""

from pathlib import Path
from typing import Any

import pytest

from transformer.diagnostics.problems import has_errors
from transformer.manifest import Analysis, dump_manifest, read_manifest, read_project


def read(tmp_path: Path, text: str) -> Analysis:
    file = tmp_path / "app.dsl"
    file.write_text(text, encoding="utf-8")
    return read_project(file)


def manifest_of(tmp_path: Path, text: str) -> dict[str, Any]:
    analysis = read(tmp_path, text)
    assert analysis.manifest is not None, analysis.problems
    path = tmp_path / "manifest.yaml"
    path.write_text(dump_manifest(analysis.manifest), encoding="utf-8")
    again = read_manifest(path)
    assert again.manifest == analysis.manifest, again.problems
    assert dump_manifest(again.manifest or {}) == path.read_text(encoding="utf-8")
    return analysis.manifest


def field_of(tmp_path: Path, line: str) -> dict[str, Any]:
    text = f"entity A:\n  id: uuid pk\n  {line}\nentity B:\n  x: str\n"
    field: dict[str, Any] = manifest_of(tmp_path, text)["entities"][0]["fields"][1]
    return field


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("x: str", {"length": 255, "nullable": False, "required": False, "unique": "no"}),
        ("x: str unique?", {"nullable": True, "unique": "present"}),
        ('x: str regex("[a-z]+")', {"pattern": "^[a-z]+$"}),
        ("x: int", {"nullable": True, "input": "always"}),
        ("x: int required", {"nullable": False, "required": True}),
        ("x: bool", {"nullable": False, "default": {"value": False}}),
        ("x: bool optional", {"nullable": True}),
        ("x: bool required", {"nullable": False, "required": True}),
        ("x: datetime auto_add", {"automatic": "created", "input": "never", "nullable": False}),
        ("x: datetime auto_update", {"automatic": "updated", "input": "never"}),
        ("x: date = today + 7d", {"default": {"moment": "today", "offset": 604800}}),
        ("x: decimal(5, 2) = 1.50", {"default": {"value": "1.50"}, "digits": 5, "places": 2}),
        ("x: int = -1 min(-5) max(5)", {"default": {"value": -1}, "minimum": -5, "maximum": 5}),
        ("x: float min(0.5)", {"minimum": 0.5}),
        ("x: enum[open, today]=today", {"default": {"value": "today"}}),
        ("x: enum[open, done]=open", {"default": {"value": "open"}}),
        ("x: ref B", {"on_delete": "nullify", "nullable": True, "target_kind": "entity"}),
        ("x: ref B required", {"on_delete": "restrict", "nullable": False}),
        ("x: ref B cascade", {"on_delete": "cascade", "nullable": True}),
        ("x: ref User", {"target": "User", "target_kind": "account"}),
        ("x: str pii(category=contact)", {"pii": "contact", "sensitive": True}),
        ("x: str was=y", {"was": "y"}),
        ("x: money", {"type": "money"}),
    ],
)
def test_field(tmp_path: Path, line: str, expected: dict[str, Any]) -> None:
    field = field_of(tmp_path, line)
    assert {key: field.get(key) for key in expected} == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("x: str", ("id", "uuid", "never", "uuid")),
        ("n: int pk", ("n", "int", "never", "sequence")),
        ("n: uuid pk", ("n", "uuid", "never", "uuid")),
        ("sku: str(24) pk", ("sku", "str", "create", None)),
        ("kind: enum[a, b] pk", ("kind", "enum", "create", None)),
    ],
)
def test_key(tmp_path: Path, line: str, expected: tuple[str, ...]) -> None:
    entity = manifest_of(tmp_path, f"entity A:\n  {line}\n")["entities"][0]
    key = entity["fields"][0]
    found = (entity["key"], key["type"], key["input"], key.get("automatic"))
    assert found == expected
    assert (key["required"], key["unique"], key["nullable"]) == (True, "always", False)


def test_inverses_never_clash(tmp_path: Path) -> None:
    text = """
entity Comment:
  task: ref Task
  author: ref User
  editor: ref User
entity Task:
  comments: int
  parent: ref Task
  blocker: ref Task
"""
    comment, task = manifest_of(tmp_path, text)["entities"]
    names = [
        field["inverse"]["name"]
        for field in (*comment["fields"], *task["fields"])
        if "inverse" in field
    ]
    assert names == [
        "comments_2",
        "author_comments",
        "editor_comments",
        "children",
        "blocker_tasks",
    ]


def test_addresses_avoid_what_the_app_needs(tmp_path: Path) -> None:
    names = ["MaintenanceTask", "Static", "Media", "Page", "Account", "Maintenance_Task"]
    text = "".join(f"entity {name}:\n  x: str\n" for name in names)
    addresses = [entity["address"] for entity in manifest_of(tmp_path, text)["entities"]]
    assert addresses == [
        "/maintenance-tasks/",
        "/statics/",
        "/media-records/",
        "/pages/",
        "/accounts/",
        "/maintenance-tasks-2/",
    ]


def test_surfaces_have_their_own_addresses(tmp_path: Path) -> None:
    modes = ["list", "list", "create", "create", "view", "view", "edit", "edit", "custom"]
    text = "entity Task:\n  x: str\n" + "".join(
        f"surface s_{n}:\n  uses entity Task\n  mode: {mode}\n" for n, mode in enumerate(modes)
    )
    surfaces = manifest_of(tmp_path, text)["surfaces"]
    assert [(surface["address"], surface["default"]) for surface in surfaces] == [
        ("/tasks/", True),
        ("/tasks/list/s-1/", False),
        ("/tasks/new/", True),
        ("/tasks/new/s-3/", False),
        ("/tasks/{key}/", True),
        ("/tasks/{key}/view/s-5/", False),
        ("/tasks/{key}/edit/", True),
        ("/tasks/{key}/edit/s-7/", False),
        ("/page/s-8/", True),
    ]


FORMS = """
entity Task:
  sku: slug pk
  title: str required
  state: enum[open, done]=open required
  owner: ref User required
  done: bool required
  created: datetime auto_add
  note: text
surface new:
  uses entity Task
  mode: create
  section main:
    field note
    field created
surface change:
  uses entity Task
  mode: edit
  section main:
    field sku
    field note
    field created
"""


def test_create_form_has_what_a_record_needs(tmp_path: Path) -> None:
    analysis = read(tmp_path, FORMS)
    assert [problem.code for problem in analysis.problems] == [
        "field-added",
        "field-added",
        "field-added",
        "left-out",
        "shown-read-only",
        "shown-read-only",
    ]
    new, change = manifest_of(tmp_path, FORMS)["surfaces"]
    asked = [item["field"] for item in new["sections"][0]["fields"]]
    assert asked == [
        "note",
        "sku",
        "title",
        "done",
    ]
    assert new["presets"] == [{"field": "owner", "value": "current_user"}]
    shown = [(item["field"], item.get("readonly")) for item in change["sections"][0]["fields"]]
    assert shown == [("sku", True), ("note", None), ("created", True)]


def test_surface_without_sections_shows_what_makes_sense(tmp_path: Path) -> None:
    text = "entity Task:\n  title: str required\n  made: datetime auto_add\n" + "".join(
        f"surface s_{mode}:\n  uses entity Task\n  mode: {mode}\n" for mode in ("list", "create")
    )
    shown = [
        [item["field"] for section in surface["sections"] for item in section["fields"]]
        for surface in manifest_of(tmp_path, text)["surfaces"]
    ]
    assert shown == [["title", "made"], ["title"]]


@pytest.mark.parametrize(
    ("lines", "display", "order"),
    [
        ("  a: str\n  title: str\n", "title", [("title", False)]),
        ("  a: str\n  b: str\n", "a", [("a", False)]),
        ("  a: int\n", None, []),
        ("  a: int\n  made: date auto_add\n", None, [("made", True)]),
        ("  name: str\n  b: int\n  display_field: b\n", "b", [("b", False)]),
    ],
)
def test_display_and_order(
    tmp_path: Path, lines: str, display: str | None, order: list[tuple[str, bool]]
) -> None:
    entity = manifest_of(tmp_path, f"entity A:\n{lines}")["entities"][0]
    assert entity["display"] == display
    assert [(item["field"], item["descending"]) for item in entity["order"]] == order


def test_twenty_mistakes_are_twenty_problems(tmp_path: Path) -> None:
    text = Path(__file__).with_name("mistakes.dsl").read_text(encoding="utf-8")
    analysis = read(tmp_path, text)
    lines = {number for number, line in enumerate(text.split("\n"), 1) if "# wrong" in line}
    found = [p.span.line for p in analysis.problems if p.span and p.level == "error"]
    assert len(lines) == 20
    assert sorted(found) == sorted(lines)


def test_cut_short_files_raise_nothing(tmp_path: Path) -> None:
    text = (Path(__file__).with_name("mistakes.dsl")).read_text(encoding="utf-8")
    for end in range(0, len(text), 25):
        analysis = read(tmp_path, text[:end])
        assert analysis.manifest is None or not has_errors(analysis.problems)
