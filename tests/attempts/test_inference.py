"""What somebody can't see can't be inferred: no answer to them hangs on it."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.attempts.test_attempts import TABLES, build_example, read_table
from tests.projects import ROOT, BuiltProject, run_python
from tests.rules.ruled_apps import Bug

PEOPLE = {f"{path.stem}-{name}": path for path in TABLES for name in read_table(path)["hidden"]}
LEAST = 700  # addresses that are asked for
FIRST = "personnel-lead"
BUGS: dict[str, Bug] = {
    "all rows": (
        "records/querysets.py",
        "return policy.narrow(self, user, operation) if policy else self",
        "return self",
    ),
    "columns of the admin": (
        "records/masked_fields.py",
        "        if obj is None or self.has_change_permission(request, obj):",
        "        if True:",
    ),
    "lookups of the admin": (
        "records/masked_fields.py",
        "return not is_masked and super()",
        "return super()",
    ),
    "sums of groups": (
        "pages/generic/details.py",
        "rows = restrict(everything, self.request.user)\n        return rows.filter",
        "rows = everything\n        return rows.filter",
    ),
}


def infer(built: BuiltProject, path: Path, person: str) -> Any:
    here = {"PYTHONPATH": str(ROOT), "DATA_DIR": str(built.folder.parent)}
    words = ("-m", "tests.attempts.inference", str(path), person)
    done = run_python(built.folder, *words, **here)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)[person]


@pytest.mark.parametrize(
    "case",
    [FIRST, *(pytest.param(each, marks=pytest.mark.long) for each in PEOPLE if each != FIRST)],
)
def test_answers_hang_on_nothing_hidden(case: str, tmp_path: Path) -> None:
    path, person = PEOPLE[case], case.partition("-")[2]
    found = infer(build_example(path, tmp_path), path, person)
    assert found["asked"] > LEAST
    assert found["told"] > 0
    assert found["inferred"] == []


@pytest.mark.long
@pytest.mark.parametrize("bug", BUGS)
def test_app_that_tells_more_is_noticed(bug: str, tmp_path: Path) -> None:
    path = PEOPLE["personnel-baker"]
    built = build_example(path, tmp_path)
    place, old, new = BUGS[bug]
    source = (built.folder / place).read_text(encoding="utf-8")
    assert old in source
    (built.folder / place).write_text(source.replace(old, new), encoding="utf-8")
    assert infer(built, path, "baker")["inferred"]
