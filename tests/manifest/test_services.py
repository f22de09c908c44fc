"""The system that a call or a sync is about, where its own lines don't name it."""

from pathlib import Path
from typing import Any

import pytest

from transformer.manifest import read_project

DECLARED = """\
entity Parcel:
  number: str
service courier:
  spec: url "https://courier.example"
service post:
  spec: url "https://post.example"
surface parcels:
  uses entity Parcel
  mode: create
foreign_model Sent from post:
  key: number
  number: str
integration follow:
"""
SYNC = """\
  sync moves:
    mode: event_driven
    {origin}
    into entity Parcel
    match on:
      number <-> number
"""
CALL = """\
  action ask:
    call operation /parcels
"""


def read_integration(tmp_path: Path, lines: str) -> tuple[dict[str, Any] | None, list[str]]:
    file = tmp_path / "app.dsl"
    file.write_text(DECLARED + lines, encoding="utf-8")
    analysis = read_project(file)
    found = analysis.manifest["integrations"][0] if analysis.manifest else None
    return found, [problem.code for problem in analysis.problems if problem.level == "error"]


@pytest.mark.parametrize(
    ("used", "origin", "service"),
    [
        ("", "from foreign Sent", "post"),
        ("  uses service courier\n", "from foreign_model Sent", "post"),
        ("  uses service courier\n", "from operation /parcels", "courier"),
        ("  uses service courier\n  uses service post\n", "from service courier", "courier"),
    ],
)
def test_sync_has_a_service(tmp_path: Path, used: str, origin: str, service: str) -> None:
    found, errors = read_integration(tmp_path, used + SYNC.format(origin=origin))
    assert errors == []
    assert found and found["syncs"][0]["from"]["service"] == service


def test_call_is_of_the_only_service(tmp_path: Path) -> None:
    found, errors = read_integration(tmp_path, f"  uses service post\n{CALL}")
    assert errors == []
    assert found and found["actions"][0]["call"] == {"service": "post", "operation": "/parcels"}


@pytest.mark.parametrize("used", ["", "  uses service courier\n  uses service post\n"])
def test_call_of_one_of_several_services_has_to_say_which(tmp_path: Path, used: str) -> None:
    _, errors = read_integration(tmp_path, used + CALL)
    assert errors == ["missing-line"]


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (SYNC.format(origin="from foreign Snet"), "unknown-foreign-model"),
        (
            SYNC.format(origin="from foreign Sent") + "    map:\n      number <- foreign.nubmer\n",
            "unknown-foreign-field",
        ),
        ("  uses service psot\n" + CALL, "unknown-service"),
        (
            "  uses service post\n  action a:\n    when surface parcels submitted\n",
            "missing-line",
        ),
    ],
)
def test_wrong_name_is_one_report(tmp_path: Path, lines: str, code: str) -> None:
    _, errors = read_integration(tmp_path, lines)
    assert errors == [code]


@pytest.mark.parametrize(("name", "errors"), [("weight", []), ("number", ["unknown-field"])])
def test_values_of_an_answer_come_from_its_entity(
    tmp_path: Path, name: str, errors: list[str]
) -> None:
    lines = f"""\
  uses service post
  action weigh:
    when surface parcels submitted
    call operation /weigh
    map response Sent -> entity Load:
      weight <- entity.{name}
entity Load:
  weight: int
"""
    _, found = read_integration(tmp_path, lines)
    assert found == errors
