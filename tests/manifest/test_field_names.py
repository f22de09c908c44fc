"""A field may be called like its type, and lines about it are still about it."""

from pathlib import Path
from typing import Any

import pytest

from transformer.manifest import read_project

TEXT = """
enum state:
  on
  off
entity Person:
  name: str
  email: email
  date: date
  state: state
  {line}
service crm:
foreign_model Contact from crm:
  {model}
  slug: slug
"""


def read(tmp_path: Path, line: str, model: str = "key: slug") -> dict[str, Any]:
    file = tmp_path / "app.dsl"
    file.write_text(TEXT.format(line=line, model=model), encoding="utf-8")
    analysis = read_project(file)
    assert analysis.manifest is not None, analysis.problems
    return analysis.manifest


@pytest.mark.parametrize(
    ("line", "key", "value"),
    [
        ("display_field: email", "display", "email"),
        ("display_field: state", "display", "state"),
        ("unique email", "uniques", [{"fields": ["email"]}]),
        ("index date", "indexes", [{"fields": [{"field": "date", "descending": False}]}]),
        ("filter date", "filters", ["date"]),
        ("search email", "search", {"fields": ["email"]}),
        ("soft_delete: date", "soft_delete", {"field": "date"}),
    ],
)
def test_line_about_a_field(tmp_path: Path, line: str, key: str, value: Any) -> None:
    (person,) = read(tmp_path, line)["entities"]
    assert person[key] == value
    names = [field["name"] for field in person["fields"]]
    assert names == ["id", "name", "email", "date", "state"]


@pytest.mark.parametrize(
    "line", ["filter: text", "search: url", "index: int", "filter: date required", "unique: bool"]
)
def test_field_with_the_name_of_such_a_line(tmp_path: Path, line: str) -> None:
    (person,) = read(tmp_path, line)["entities"]
    field = person["fields"][-1]
    assert f"{field['name']}: {field['type']}" == line.removesuffix(" required")


@pytest.mark.parametrize("line", ["index: date", "filter: state", "search: email"])
def test_line_that_may_be_a_field_as_well_is_an_error(tmp_path: Path, line: str) -> None:
    file = tmp_path / "app.dsl"
    file.write_text(TEXT.format(line=line, model="key: slug"), encoding="utf-8")
    (problem,) = [each for each in read_project(file).problems if each.code != "unshown-entity"]
    assert problem.code == "ambiguous-line"
    assert problem.span and problem.span.line == 10
    (person,) = read(tmp_path, f"{line} optional")["entities"]
    assert person["fields"][-1]["name"] == line.partition(":")[0]
    assert not person["uniques"] and not person["indexes"]


def test_unique_is_about_the_field(tmp_path: Path) -> None:
    (person,) = read(tmp_path, "unique: email")["entities"]
    assert len(person["uniques"]) == 1
    assert "unique" not in {field["name"] for field in person["fields"]}


def test_pattern_speaks_of_fields_whatever_they_are_called(tmp_path: Path) -> None:
    line = "@use searchable_entity(search_fields=[email], filter_fields=[date])"
    (person,) = read(tmp_path, line)["entities"]
    assert person["search"]["fields"] == ["email"]
    assert person["filters"] == ["date"]


@pytest.mark.parametrize("model", ["key: slug", "field key: str\n  key: slug, key"])
def test_key_of_a_foreign_model(tmp_path: Path, model: str) -> None:
    (contact,) = read(tmp_path, "x: str", model)["foreign_models"]
    assert contact["key"] == model.split("key: ")[-1].split(", ")
