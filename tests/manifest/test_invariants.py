"""Rules without words of their own, in words."""

from pathlib import Path

import pytest

from transformer.manifest import dump_manifest, read_manifest, read_project


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        ("size > 0", "Please check “Size”"),
        ("end_at is null or end_at > start_at", "Please check “End at” and “Start at”"),
        ("size + 1 in [2, size] or end_at > now or start_at = end_at",
         "Please check “Size”, “End at” and “Start at”"),
        ("not role(guest)", "Please check this"),
        ('size > 0\n    message: "Too small"', "Too small"),
        ("size > 0\n    code: TOO_SMALL", "Please check “Size”"),
    ],
)  # fmt: skip
def test_every_rule_says_what_is_wrong(tmp_path: Path, rule: str, message: str) -> None:
    file = tmp_path / "app.dsl"
    fields = "  size: int\n  start_at: datetime\n  end_at: datetime\n"
    file.write_text(f"entity Slot:\n{fields}  invariant: {rule}\n", encoding="utf-8")
    analysis = read_project(file)
    assert analysis.manifest, analysis.problems
    assert analysis.manifest["entities"][0]["invariants"][0]["message"] == message
    printed = tmp_path / "manifest.yaml"
    printed.write_text(dump_manifest(analysis.manifest), encoding="utf-8")
    assert read_manifest(printed).manifest == analysis.manifest
