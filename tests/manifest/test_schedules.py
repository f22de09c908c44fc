"""A schedule has the five fields of cron, with numbers that there are."""

from pathlib import Path

import pytest

from transformer.manifest import read_project

SYNC = """\
entity Client:
  vrn: str
service bank:
integration i:
  uses service bank
  sync s:
    mode: scheduled "{}"
    from operation /clients
    into entity Client
    match on:
      id <-> vrn
"""


@pytest.mark.parametrize(
    ("schedule", "codes"),
    [
        ("0 2 * * *", []),
        ("*/15 8-18/2 1,15 JAN-MAR MON-FRI", []),
        ("59 23 31 12 7", []),
        ("0 24 * * *", ["bad-schedule"]),
        ("60 * * * *", ["bad-schedule"]),
        ("0 0 0 * *", ["bad-schedule"]),
        ("0 0 1 0 *", ["bad-schedule"]),
        ("0 0 1 13 *", ["bad-schedule"]),
        ("0 0 1 1 8", ["bad-schedule"]),
        ("0 0 1 1 0", []),
        ("*/0 * * * *", ["bad-schedule"]),
        ("0 1- * * *", ["bad-schedule"]),
        ("0 2 * *", ["bad-schedule"]),
        ("0 2 * * * *", ["bad-schedule"]),
    ],
)
def test_schedule(tmp_path: Path, schedule: str, codes: list[str]) -> None:
    file = tmp_path / "app.dsl"
    file.write_text(SYNC.format(schedule), encoding="utf-8")
    problems = read_project(file).problems
    assert [each.code for each in problems if each.code != "unshown-entity"] == codes
