"""A manifest written by hand says only what a backend can rely on, also beyond its entities."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from transformer.manifest import dump_manifest, read_manifest, read_project

SOURCE = """
entity User:
  email: email required unique
  role: enum[agent, manager]=agent
  tasks: has_many Task
  desk: has_one Desk
  tags: many_to_many Tag
entity Desk:
  user: ref User
entity Tag:
  name: str
entity Task:
  title: str
  owner: ref User
  state: enum[open, done]=open
  transitions:
    open -> done
test renamed:
  setup:
    t: create Task with title="A"
  action: update t
  data:
    title: "B"
  expect:
    status: success
    field title equals "B"
"""

Manifest = dict[str, Any]
Change = Callable[[Manifest], Any]


def find_faults(folder: Path, change: Change) -> list[str]:
    """Where faults are reported once the manifest has been changed."""
    file = folder / "app.dsl"
    file.write_text(SOURCE, encoding="utf-8")
    manifest = read_project(file).manifest
    assert manifest
    change(manifest)
    written = folder / "manifest.yaml"
    written.write_text(dump_manifest(manifest), encoding="utf-8")
    analysis = read_manifest(written)
    faults = [each for each in analysis.problems if each.code == "manifest-fault"]
    assert all(each.span for each in faults)
    return [each.words["path"] for each in faults]


def relation(manifest: Manifest, number: int) -> Any:
    return manifest["entities"][0]["relations"][number]


@pytest.mark.parametrize(
    ("change", "path"),
    [
        (lambda m: m["person"].update(entity="Usr"), "person.entity"),
        (lambda m: m["person"].update(role="rle"), "person.role"),
        (lambda m: m["person"].update(sign_in="mail"), "person.sign_in"),
        (lambda m: m["person"].pop("entity"), "person.role"),
        (lambda m: relation(m, 0).update(via="title"), "entities.0.relations.0.via"),
        (lambda m: relation(m, 0).update(via="ownr"), "entities.0.relations.0.via"),
        (lambda m: relation(m, 0).pop("via"), "entities.0.relations.0"),
        (lambda m: relation(m, 0).update(kind="has_one"), "entities.0.relations.0.kind"),
        (lambda m: relation(m, 0).update(kind="embeds"), "entities.0.relations.0.kind"),
        (lambda m: relation(m, 1).update(on_delete="cascade"), "entities.0.relations.1.on_delete"),
        (lambda m: relation(m, 2).update(via="name"), "entities.0.relations.2"),
        (
            lambda m: m["entities"][3]["transitions"]["rules"][0].update(to="doen"),
            "entities.3.transitions.rules.0.to",
        ),
        (lambda m: m["tests"][0]["action"].pop("record"), "tests.0.action"),
        (lambda m: m["tests"][0]["action"].update(kind="create"), "tests.0.action"),
        (lambda m: m["tests"][0]["expect"][0].update(field="title"), "tests.0.expect.0"),
        (lambda m: m["tests"][0]["expect"][1].pop("field"), "tests.0.expect.1"),
        (lambda m: m["tests"][0]["expect"][1].pop("value"), "tests.0.expect.1"),
        (lambda m: m["tests"][0]["expect"][1].update(other="title"), "tests.0.expect.1"),
    ],
)
def test_fault_is_reported_where_it_is(tmp_path: Path, change: Change, path: str) -> None:
    assert path in find_faults(tmp_path, change)


def test_what_is_read_from_a_project_has_no_fault(tmp_path: Path) -> None:
    assert find_faults(tmp_path, lambda manifest: None) == []
