"""Values that are computed from others, of this or another entity, and from who is signed in."""

from pathlib import Path

import pytest

from transformer.manifest import Analysis, dump_manifest, read_manifest, read_project

PEOPLE = """
entity Person:
  auth: identity
  email: email required unique
  role: enum[member, manager]=member
  team: ref Team
entity Team:
  name: str required
"""


def read(folder: Path, text: str) -> Analysis:
    file = folder / "app.dsl"
    file.write_text(text, encoding="utf-8")
    return read_project(file)


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (["x: computed y", 'y: computed current_user.team.name + "!"'], "text"),
        (['y: computed current_user.team.name + "!"', "x: computed y"], "text"),
        (["x: computed y", "y: computed owner = current_user"], "bool"),
        (["y: computed owner = current_user", "x: computed y"], "bool"),
    ],
)
def test_value_may_be_computed_from_who_is_signed_in(
    tmp_path: Path, lines: list[str], kind: str
) -> None:
    body = "".join(f"  {line}\n" for line in lines)
    analysis = read(tmp_path, f"{PEOPLE}entity Task:\n  owner: ref Person\n{body}")
    assert analysis.manifest, analysis.problems
    computed = analysis.manifest["entities"][2]["computed"]
    expressions = {each["name"]: each["expression"] for each in computed}
    assert expressions["x"] == {"path": ["y"], "type": kind}


def test_mistake_is_reported_at_its_place_whatever_was_asked_before(tmp_path: Path) -> None:
    text = f"{PEOPLE}entity Task:\n  x: computed y = 1\n  y: computed current_user.tem.name\n"
    (problem,) = read(tmp_path, text).problems
    assert (problem.code, problem.words["word"]) == ("unknown-user-field", "tem")
    assert problem.span and text.split("\n")[problem.span.line - 1][problem.span.column - 1 :] == (
        "tem.name"
    )


def test_cycle_over_another_entity_is_reported_in_a_written_manifest(tmp_path: Path) -> None:
    text = "entity A:\n  b: ref B\n  x: int\n  p: computed b.q + 1\n"
    text += "entity B:\n  a: ref A\n  q: computed a.x + 1\n"
    manifest = read(tmp_path, text).manifest
    assert manifest
    manifest["entities"][1]["computed"][0]["expression"]["operands"][0]["path"] = ["a", "p"]
    file = tmp_path / "manifest.yaml"
    file.write_text(dump_manifest(manifest), encoding="utf-8")
    analysis = read_manifest(file)
    assert [problem.code for problem in analysis.problems] == ["computed-cycle"]
    assert analysis.manifest is None


@pytest.mark.parametrize(
    ("computed", "codes"),
    [
        ("total: computed sum(Task.total)", ["computed-cycle"]),
        ("total: computed sum(Task.open)", []),
        ("low: computed state = max(Task.open)", ["mixed-types"]),
        ("low: computed open = max(Task.open)", []),
    ],
)
def test_field_of_an_aggregate_is_no_name_of_the_record(
    tmp_path: Path, computed: str, codes: list[str]
) -> None:
    text = f"entity Task:\n  state: enum[open, closed]\n  open: int\n  {computed}\n"
    assert [problem.code for problem in read(tmp_path, text).problems] == codes


def test_value_of_a_field_whose_line_is_wrong_is_not_reported(tmp_path: Path) -> None:
    text = "entity Task:\n  hours: float requird\n  x: computed hours + 1\n"
    assert [problem.code for problem in read(tmp_path, text).problems] == ["unknown-modifier"]


CYCLES = {
    "entity A:\n  x: computed x + 1\n": ["x → x"],
    "entity A:\n  x: computed y + z\n  y: computed z\n  z: computed w\n  w: computed x\n": [
        "x → z → w → x"
    ],
    "entity A:\n  b: ref B\n  x: computed b.y + 1\n"
    "entity B:\n  a: ref A\n  y: computed z\n  z: computed a.x\n": ["A.x → B.y → B.z → A.x"],
    "entity A:\n  x: computed sum(b.y)\n  b: has_many B\n"
    "entity B:\n  a: ref A\n  y: computed a.x\n": ["A.x → B.y → A.x"],
}


@pytest.mark.parametrize(("text", "cycles"), CYCLES.items())
def test_cycle_is_named(tmp_path: Path, text: str, cycles: list[str]) -> None:
    file = tmp_path / "app.dsl"
    file.write_text(text, encoding="utf-8")
    problems = read_project(file).problems
    found = [each.words["cycle"] for each in problems if each.code == "computed-cycle"]
    assert found == cycles
