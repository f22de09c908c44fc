"""Records that are put away: gone everywhere, restored by those who may delete, purged in time."""

from pathlib import Path
from typing import Any

import pytest

from tests.long_runs import take_some
from tests.micro import put_away_scripts
from tests.micro.put_away import ask_put_away
from tests.projects import BACKEND, BuiltProject

TAKEN = "Repair with this Code already exists."
FOUND: dict[str, dict[str, Any]] = {
    "PAGES": {
        "said": ["“A” was put away."],
        "noted": [True, "chief"],
        "row": [404, 404, 404, 404],
        "lists": [["B"], [], ["B"], ["B"]],
        "file": ["B"],
        "computed": "1",
        "beside": ["1", ["B"]],
        "overview": "1",
        "type-ahead": False,
        "forged": ["repair"],
        "many": ["Nothing was selected."],
        "neighbours": [None, None],
    },
    "RESTORING": {
        "away": [["A"]],
        "others": [403, 403, 302],
        "there": [False, True, True],
        "free": 302,
        "taken": {"code": [TAKEN]},
        "clash": [TAKEN],
        "restored": [["“A” was restored."], ["A", "B"]],
        "page": 200,
        "twice": 404,
        "present": 404,
        "forbidden": 404,
        "unlisted": False,
        "kept": [
            ["", "create"],
            ["", "delete"],
            ["chief", "create"],
            ["", "delete"],
            ["chief", "restore"],
        ],
        "key": [["This clashes with something that is there already."]],
        "not replaced": ["old"],
    },
    "OTHERS": {
        "summary": [
            [["Repairs", ["A", "B"]], ["Note", ["N"]]],
            [["Visit (repair)", ["V"]]],
            [],
        ],
        "along": [[], 0],
        "lost": ["None", [["chief", "update", "V"]]],
        "first": ["“Home” was put away.", "“Home” has to be restored first."],
        "together": [["Home"], ["A", "B"]],
        "protected": [409, 409, ["A", "B"]],
        "in code": [True, True, True, ["A", "B"]],
        "query": [0, 3],
        "nobody": "None",
    },
    "FILES": {
        "new": [["new", []]],
        "known": [["changed", []]],
        "alike": [["wrong", [TAKEN]]],
        "rows": [["X", "A"], ["Y", "B"]],
        "young": [["Deleted 0 rows."], 3, 1],
        "used": [["Deleted 3 rows.", "1 are still referred to, and stay."], 1, 1],
        "old": [["Deleted 1 rows."], 0, 0],
    },
    "ADMIN": {
        "marked": [["B"], 2],
        "one": [[], 2],
        "by": "root",
        "lists": [[], ["A", "B"]],
        "page": 302,
        "restored": [["A"], ["B"]],
        "ahead": ["A"],
        "inputs": [],
        "all or none": [[TAKEN], ["A", "E"]],
    },
}


@pytest.mark.parametrize("script", FOUND)
def test_records_are_put_away(put_away: BuiltProject, tmp_path: Path, script: str) -> None:
    copy = put_away.copy_to(tmp_path / BACKEND)
    assert ask_put_away(copy, getattr(put_away_scripts, script)) == FOUND[script]


PLANTED = {
    "all rows are there": ("filter(is_put_away(self.model, False))", "all()", "PAGES", "lists"),
    "all rows are chosen from": (
        "filter(is_put_away(self.model, False))",
        "all()",
        "PAGES",
        "type-ahead",
    ),
    "unique among all": (
        "        plain.validate(model, *args, **kwargs)\n",
        "",
        "RESTORING",
        "taken",
    ),
    "keys are taken over": (
        "force_insert or self._state.adding",
        "force_insert",
        "RESTORING",
        "not replaced",
    ),
    "all come back": (
        "lambda each: models.Q(**{each.deletion_fields[0]: moment})",
        "is_put_away",
        "OTHERS",
        "together",
    ),
    "references are lost unseen": (
        "refuse_lost_reference(each)",
        "pass",
        "OTHERS",
        "first",
    ),
    "nobody does it": ("timezone.now(), find_actor()", "timezone.now(), None", "PAGES", "noted"),
    "references to nothing stay": (
        "change(field.model, keys, using, **{field.name: value})",
        "pass",
        "OTHERS",
        "lost",
    ),
}


@pytest.mark.parametrize("name", take_some(PLANTED, 4))
def test_planted_bugs_are_noticed(put_away: BuiltProject, tmp_path: Path, name: str) -> None:
    right, wrong, script, subject = PLANTED[name]
    copy = put_away.copy_to(tmp_path / BACKEND)
    file = copy.folder / "records/soft_deletion.py"
    source = file.read_text(encoding="utf-8")
    assert right in source
    file.write_text(source.replace(right, wrong), encoding="utf-8")
    found = ask_put_away(copy, getattr(put_away_scripts, script))
    assert found[subject] != FOUND[script][subject]


def test_any_delete_right_is_asked(put_away: BuiltProject, tmp_path: Path) -> None:
    copy = put_away.copy_to(tmp_path / BACKEND)
    file = copy.folder / "pages/generic/put_away.py"
    source = file.read_text(encoding="utf-8")
    file.write_text(source.replace('user, "delete")', "user)"), encoding="utf-8")
    found = ask_put_away(copy, put_away_scripts.RESTORING)
    assert found["unlisted"] != FOUND["RESTORING"]["unlisted"]
