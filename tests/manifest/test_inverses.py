"""The inverse of a reference, beside the other members of its target."""

from pathlib import Path

import pytest

from tests.manifest.test_expression_nodes import EXAMPLES, lower_project, read_filled
from transformer.manifest import dump_manifest, read_manifest, read_project
from transformer.manifest.completion.inverses import choose_inverses

DECLARED = """\
entity House:
  street: str
  {member}
entity Repair:
  house: ref House
"""


@pytest.mark.parametrize(
    ("member", "inverse"),
    [
        ("rooms: int", ("repairs", "Repairs")),
        ("repairs: int", ("repairs_2", "Repairs")),
        ("repairs: computed street", ("repairs_2", "Repairs")),
        ("repairs: many_to_many Repair", ("repairs_2", "Repairs")),
        ("what_broke: has_many Repair cascade", ("what_broke", "What broke")),
    ],
)
def test_inverse_clashes_with_nothing(
    tmp_path: Path, member: str, inverse: tuple[str, str]
) -> None:
    file = tmp_path / "app.dsl"
    file.write_text(DECLARED.format(member=member), encoding="utf-8")
    manifest = read_project(file).manifest
    assert manifest
    field = manifest["entities"][1]["fields"][1]
    assert (field["inverse"]["name"], field["inverse"]["title"]) == inverse
    printed = tmp_path / "manifest.yaml"
    printed.write_text(dump_manifest(manifest), encoding="utf-8")
    assert read_manifest(printed).manifest == manifest


@pytest.mark.parametrize("member", ["repairs: computed street", "repairs: many_to_many Repair"])
def test_clash_in_a_manifest_is_reported(tmp_path: Path, member: str) -> None:
    file = tmp_path / "app.dsl"
    file.write_text(DECLARED.format(member=member), encoding="utf-8")
    printed = tmp_path / "manifest.yaml"
    text = dump_manifest(read_project(file).manifest or {})
    printed.write_text(text.replace("name: repairs_2", "name: repairs"), encoding="utf-8")
    analysis = read_manifest(printed)
    assert [problem.code for problem in analysis.problems] == ["manifest-fault"]
    assert "`repairs` is a duplicate" in analysis.problems[0].words["reason"]


TWO_INVERSES = """\
entity User:
  email: email
  {relations}
entity Ticket:
  reporter: ref User
  assigned: ref User
"""


@pytest.mark.parametrize(
    ("relations", "ways"),
    [
        (["assigned: has_many Ticket", "told: has_many Ticket"], ["assigned", "reporter"]),
        (["told: has_many Ticket", "assigned: has_many Ticket"], ["reporter", "assigned"]),
        (["a: has_many Ticket", "b: has_many Ticket"], ["reporter", "assigned"]),
        (["assigned: has_one Ticket"], ["assigned"]),
    ],
)
def test_relations_lead_back_by_ways_of_their_own(
    tmp_path: Path, relations: list[str], ways: list[str]
) -> None:
    file = tmp_path / "app.dsl"
    file.write_text(TWO_INVERSES.format(relations="\n  ".join(relations)), encoding="utf-8")
    manifest = read_project(file).manifest
    assert manifest
    user, ticket = manifest["entities"]
    assert [relation["via"] for relation in user["relations"]] == ways
    inverses = {field["name"]: field.get("inverse", {}).get("name") for field in ticket["fields"]}
    assert all(inverses[each["via"]] == each["name"] for each in user["relations"])


def test_relation_without_a_way_of_its_own_is_reported(tmp_path: Path) -> None:
    file = tmp_path / "app.dsl"
    relations = "\n  ".join(f"{name}: has_many Ticket" for name in ("a", "b", "c"))
    file.write_text(TWO_INVERSES.format(relations=relations), encoding="utf-8")
    found = [
        problem for problem in read_project(file).problems if problem.code == "missing-inverse"
    ]
    assert [problem.span.line for problem in found if problem.span] == [5]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_names_are_the_same_before_completion(path: Path) -> None:
    chosen = choose_inverses(lower_project(path).manifest)
    named = {(each.entity["name"], each.field["name"]): each.name for each in chosen}
    completed = read_filled(path)["entities"]
    assert named == {
        (entity["name"], field["name"]): field["inverse"]["name"]
        for entity in completed
        for field in entity["fields"]
        if "inverse" in field
    }
