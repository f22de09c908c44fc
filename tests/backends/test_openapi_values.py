"""What a specification permits, and the words of people in it."""

from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from openapi_spec_validator import validate

from tests.projects import FIXTURES
from tests.specifications import HEAD, specify, specify_fixture, specify_text
from transformer.engine.render import render_project
from transformer.manifest import read_project


def check_value(specification: Any, schema: str, value: Any) -> bool:
    """Whether a value is one of a component's."""
    document = {**specification, "$ref": f"#/components/schemas/{schema}"}
    checker = jsonschema.FormatChecker()
    return jsonschema.Draft202012Validator(document, format_checker=checker).is_valid(value)


@pytest.mark.parametrize(
    ("field", "good", "bad"),
    [
        ("x: str(3) required", ["a", "abc"], ["", "abcd", None, 1]),
        ("x: str(5)", ["", "a"], [None, "abcdef"]),
        ("x: str(5) max(3)", ["abc"], ["abcd"]),
        ("x: text min(2) max(3)", ["", "ab", "abc"], ["a", "abcd"]),
        ('x: str regex("^[A-Z]+$") required', ["A"], ["a", ""]),
        ("x: str unique", [None, "a"], [1]),
        ("x: str min(0)", ["", "a"], [None]),
        ('x: slug regex("[a-z]-[0-9]") required', ["a-1"], ["1", "a b", ""]),
        ('x: str regex("(?P<year>[0-9]+)") required', ["1", "a"], [""]),
        ("x: int min(-1) max(5)", [-1, 5, None], [-2, 6, 1.5, "1"]),
        ("x: float required", [1, 1.5], [None, "1"]),
        ("x: decimal(4,2) required", ["12.34", "-1"], ["123", "1.234", 1.5, ""]),
        ("x: decimal(3,3) required", ["0.123"], ["0.1234", "12"]),
        ("x: money", ["10.50", None], ["1.505", 1]),
        ("x: bool", [True, False], [None, "yes"]),
        ("x: date", ["2026-01-31", None], ["31.1.2026", "2026-02-30", ""]),
        ("x: time required", ["09:30", "09:30:15"], ["930", None]),
        ("x: datetime required", ["2026-01-31T09:30:00Z"], [None, 5]),
        ("x: uuid required", ["6f1e2a34-5b6c-4d7e-8f90-a1b2c3d4e5f6"], [None, "a"]),
        ("x: email", ["", "a@b.example"], ["a", None]),
        ("x: slug required", ["a-b"], ["a b", ""]),
        ('x: enum[a "A", b]', ["a", "b", ""], ["c", None]),
        ("x: enum[a, b] required", ["a"], ["c", "", None]),
        ("x: enum[a, b] unique?", ["a", None], ["c", ""]),
        ("x: Hue unique?", ["red", None], ["blue"]),
        ("x: Hue", ["red", ""], ["blue"]),
        ("x: Hue required", ["red"], ["", "blue"]),
        ("x: ref B", ["k", None], [1, {}]),
        ("x: ref B required", ["k"], [None, 1, ""]),
        ("x: json", [{}, [1], None, "a"], []),
    ],
)
def test_values_are_judged(tmp_path: Path, field: str, good: list[Any], bad: list[Any]) -> None:
    text = f"{HEAD}enum Hue:\n  red\nentity B:\n  k: str pk\nentity A:\n  {field}\n"
    text += "surface a_create:\n  uses entity A\n  mode: create\n"
    found = specify_text(tmp_path, text)
    validate(found)
    for value in good:
        assert check_value(found, "A.create", {"x": value}), value
    for value in bad:
        assert not check_value(found, "A.create", {"x": value}), value


def test_only_what_is_left_out_may_be_missing(tmp_path: Path) -> None:
    text = f"{HEAD}entity A:\n  x: int required\n  y: date required=today\n"
    text += "".join(f"surface {m}:\n  uses entity A\n  mode: {m}\n" for m in ("create", "edit"))
    found = specify_text(tmp_path, text)
    assert check_value(found, "A.create", {"x": 1})
    assert not check_value(found, "A.create", {"y": "2026-01-01"})
    assert not check_value(found, "A.create", {"x": 1, "id": 1})
    assert check_value(found, "A.edit", {"y": "2026-01-01"})
    assert not check_value(found, "A.edit", {})


@pytest.mark.parametrize(
    "title",
    [
        'it\'s "quoted"',
        "${7*7} % <% x %> ## y",
        "a: b # c",
        "- list",
        "{flow: [1]}",
        "&anchor *alias !tag |literal >folded",
        "no",
        "1.0",
        "2026-01-01",
        "~",
        "\\n back\\\\slash \\",
        "trailing space ",
        " leading",
        "🦉 日本語 é \u2028 \u00a0 \u200d \ufeff",
        "\x07\x1b\x7f\x85",
        "x" * 500,
        "'",
        "%",
        "---",
    ],
)
def test_words_survive(tmp_path: Path, title: str) -> None:
    said = title.replace("\\", "\\\\").replace('"', '\\"')
    text = f'app odd "{said}"\nentity A "{said}":\n  x: enum[v "{said}"]\n  y: str="{said}"\n'
    text += f'surface a_create "{said}":\n  uses entity A\n  mode: create\n'
    text = text.replace("y: str=", "y: str(600)=")
    (tmp_path / "app.dsl").write_text(text, encoding="utf-8")
    manifest = read_project(tmp_path).manifest
    assert manifest is not None, read_project(tmp_path).problems
    found = specify(tmp_path)
    validate(found)
    schemas = found["components"]["schemas"]
    assert found["info"]["title"] == manifest["app"]["title"] == title
    assert schemas["A.create"]["description"] == title
    (choice,) = manifest["entities"][0]["fields"][1]["values"]
    shown = schemas["A.create"]["properties"]["x"]["x-enum-descriptions"]
    assert shown == [choice["title"], "–"]
    assert schemas["A.create"]["properties"]["y"]["default"] == title
    assert (
        found["paths"]["/" + manifest["entities"][0]["address"].strip("/")]["post"]["summary"]
        == title
    )


def test_text_of_several_lines_survives(tmp_path: Path) -> None:
    words = 'One: "line" # no comment\n\n  - and ${another}\n\tone'
    manifest = {**read_project(FIXTURES / "simple_task").manifest}  # type: ignore[dict-item]
    manifest["app"] = {**manifest["app"], "description": words}
    text = render_project(manifest, "openapi").files["openapi.yaml"]
    said, _, conventions = yaml.safe_load(text)["info"]["description"].rpartition("\n\n")
    assert said == words and conventions


def test_descriptions_have_no_tags() -> None:
    info = specify_fixture("awkward_names")["info"]["description"]
    assert info.startswith("&lt;script>alert(1)&lt;/script>")
