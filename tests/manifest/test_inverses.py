"""The way back of a reference, beside what its target has anyway."""

from pathlib import Path

import pytest

from transformer.manifest import dump_manifest, read_manifest, read_project

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


@pytest.mark.parametrize("member", ["repairs: computed street", "repairs: embeds Repair"])
def test_clash_in_a_manifest_is_reported(tmp_path: Path, member: str) -> None:
    file = tmp_path / "app.dsl"
    file.write_text(DECLARED.format(member=member), encoding="utf-8")
    printed = tmp_path / "manifest.yaml"
    text = dump_manifest(read_project(file).manifest or {})
    printed.write_text(text.replace("name: repairs_2", "name: repairs"), encoding="utf-8")
    reading = read_manifest(printed)
    assert [problem.code for problem in reading.problems] == ["manifest-fault"]
    assert "`repairs` is taken" in reading.problems[0].words["reason"]
