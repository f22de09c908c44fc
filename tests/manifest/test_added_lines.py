"""Lines that add to what another line says are reported where that one is missing."""

from pathlib import Path

import pytest

from transformer.manifest import read_project


@pytest.mark.parametrize(
    ("lines", "missing"),
    [
        (["full_text: true"], ["`search: …`"]),
        (["history: true"], ["`versions: …`"]),
        (["search: title", "full_text: true"], []),
        (["versions: number", "history: true"], []),
    ],
)
def test_what_is_added_to_has_to_be_there(
    tmp_path: Path, lines: list[str], missing: list[str]
) -> None:
    file = tmp_path / "app.dsl"
    said = "".join(f"  {line}\n" for line in ["title: str", "number: int", *lines])
    file.write_text(f"entity Task:\n{said}", encoding="utf-8")
    problems = read_project(file).problems
    assert [each.words["missing"] for each in problems if each.code == "missing-line"] == missing
