"""What is kept of changes: on each way in, by whom, and who gets to read it."""

from pathlib import Path
from typing import Any

from tests.micro.audit_scripts import ADMIN, CODE, FORMS, LISTS, READING
from tests.micro.audited import ask_audited
from tests.projects import BACKEND, BuiltProject


def ask(built: BuiltProject, folder: Path, script: str) -> Any:
    """What a script finds in a copy of the app."""
    return ask_audited(built.copy_to(folder / BACKEND), script)


REFERENCE = {"key": "…", "name": "ann"}


def _appear(**values: str) -> dict[str, list[str | None]]:
    return {name: [None, value] for name, value in values.items()}


FORMED = {
    "new": [["chief", "create", "A", _appear(code="x", hours="1.50", status="fresh", title="A")]],
    "edit": [
        [
            "chief",
            "update",
            "B",
            {
                "assignee": [None, REFERENCE],
                "status": ["fresh", "taken"],
                "title": ["A", "B"],
            },
        ]
    ],
    "same": [],
    "quick": [["chief", "create", "Q", _appear(hours="0.00", status="fresh", title="Q")]],
    "forbidden": [],
    "refused": [],
}


def test_forms_leave_entries(audited: BuiltProject, tmp_path: Path) -> None:
    found = ask(audited, tmp_path, FORMS)
    found["edit"][0][3]["assignee"][1]["key"] = "…"
    assert found == FORMED


def test_lists_and_files_leave_entries(audited: BuiltProject, tmp_path: Path) -> None:
    assert ask(audited, tmp_path, LISTS) == {
        "inline": [["chief", "update", "A", {"status": ["fresh", "taken"]}]],
        "transition": [["chief", "update", "A", {"status": ["taken", "done"]}]],
        "bulk": [["chief", "update", "B", {"status": ["fresh", "taken"]}]],
        "bulk delete": [
            ["chief", "delete", "N"],
            ["chief", "delete", "A"],
            ["chief", "delete", "B"],
        ],
        "preview": [],
        "import": [["chief", "create", "A"], ["chief", "create", "B"]],
    }


def test_code_leaves_entries_of_nobody(audited: BuiltProject, tmp_path: Path) -> None:
    assert ask(audited, tmp_path, CODE) == {
        "create": [[None, "create", "A"]],
        "save": [
            [None, "update", "A", {"hours": ["0.00", "2.00"]}],
            [None, "update", "B", {"title": ["A", "B"]}],
        ],
        "some": [["create", "N"]],
        "password": [],
        "nullified": [["root", "delete", "ann"], ["root", "update", "B"]],
        "to nothing": [None],
        "oneself": [[None, "create", "eve"], ["eve", "delete", "eve"]],
        "before": 1,
        "same key": [0, [[None, "update", "B", {"name": ["A", "B"]}]]],
    }


HIDDEN = "••••••"
READ = {
    "chief": [
        [
            "update",
            ["Status", "New", "Taken"],
            ["Assignee", "", "ann"],
            ["Code", "old secret", "new secret"],
        ],
        [
            "create",
            ["Title", "", "=A"],
            ["Status", "", "New"],
            ["Hours", "", "0.00"],
            ["Code", "", "old secret"],
        ],
    ],
    "ann": [
        [
            "update",
            ["Status", "New", "Taken"],
            ["Assignee", "", "ann"],
            ["Code", HIDDEN, HIDDEN],
        ],
        [
            "create",
            ["Title", "", "=A"],
            ["Status", "", "New"],
            ["Hours", "", "0.00"],
            ["Code", "", HIDDEN],
        ],
    ],
    "file": [
        ["What", "Field", "Before", "After"],
        ["Changed", "Status", "fresh", "taken"],
        ["Changed", "Assignee", "", "ann"],
        ["Changed", "Code", HIDDEN, HIDDEN],
        ["Added", "Title", "", "'=A"],
        ["Added", "Status", "", "fresh"],
        ["Added", "Hours", "", "0.00"],
        ["Added", "Code", "", HIDDEN],
    ],
    "stranger": [403, 403],
    "more queries": [False, False],
    "shown": 20,
    "list": 0,
}


def test_history_is_for_those_who_read_the_record(audited: BuiltProject, tmp_path: Path) -> None:
    assert ask(audited, tmp_path, READING) == READ


def test_admin_shows_history_and_changes_none(audited: BuiltProject, tmp_path: Path) -> None:
    assert ask(audited, tmp_path, ADMIN) == {
        "add": [["root", "create", "A"]],
        "row": [True, False],
        "named": True,
        "staff": [403, 403],
        "gone": [["root", "delete", "A"]],
        "history": True,
        "closed": [403, 403, 403],
        "kept": 1,
        "file": [True, False],
    }
