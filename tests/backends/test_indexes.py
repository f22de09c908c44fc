"""Indexes of emitted models: of what lists sort and filter by, where databases take one."""

import re
from pathlib import Path

import pytest

from transformer.backends.django.constraints import name_constraint
from transformer.engine.render import render_project
from transformer.manifest import read_project

TASK = """\
entity Task:
  name: str(500) required
  long: str(501)
  code: str unique
  secret: date sensitive
  changed: datetime auto_update
  first: int
  second: int
  part: str(9)
  whole: str(9)
  unique whole, part
"""
SURFACE = """\
surface tasks:
  uses entity Task
  mode: list
  section main:
    field {field} "Shown"
  ux:
    sort: {sort}
"""


def list_indexes(tmp_path: Path, text: str) -> list[str]:
    """The first field of each index; the other one is the key."""
    (tmp_path / "app.dsl").write_text(text, encoding="utf-8")
    manifest = read_project(tmp_path / "app.dsl").manifest
    assert manifest
    models = render_project(manifest, "django_micro").files["core/models.py"].decode()
    return re.findall(r'Index\(\s*fields=\["(\w+)", "id"\]', models)


@pytest.mark.parametrize(
    ("field", "sort", "indexed"),
    [
        ("name", "name", ["name"]),  # 500 characters are the most that all databases take
        ("long", "name", ["name"]),
        ("code", "name", ["name"]),  # what is unique has an index
        ("whole", "name", ["name"]),  # so has the first of several
        ("part", "name", ["name", "part"]),
        ("secret", "name", ["name"]),
        ("name", "first, second", ["name", "first"]),
        ("part", "first desc", ["name", "first", "part"]),  # rows go by their names
    ],
)
def test_list_asks_for_indexes(tmp_path: Path, field: str, sort: str, indexed: list[str]) -> None:
    assert list_indexes(tmp_path, TASK + SURFACE.format(field=field, sort=sort)) == indexed


def test_without_a_list_there_is_no_index(tmp_path: Path) -> None:
    assert list_indexes(tmp_path, TASK) == []


def test_list_is_narrowed_by_dates_but_not_by_the_last_change(tmp_path: Path) -> None:
    text = f"{TASK}  due: date\n" + SURFACE.format(field="name", sort="name")
    assert list_indexes(tmp_path, text) == ["name", "due"]


def test_list_in_the_order_of_making_is_looked_up_by_name_too(tmp_path: Path) -> None:
    text = f"{TASK}  made: datetime auto_add\n" + SURFACE.format(field="code", sort="first")
    assert list_indexes(tmp_path, text) == ["name", "first", "made"]


@pytest.mark.parametrize(("length", "is_plain"), [(21, True), (22, False)])
def test_name_of_an_index_has_at_most_30_characters(length: int, is_plain: bool) -> None:
    name = name_constraint("task", ["k" * length], "idx", set())
    assert len(name) == 30
    assert (name == f"task_{'k' * length}_idx") is is_plain
