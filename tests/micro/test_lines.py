"""Lines that are edited in the form of the record that they refer to, under the rules of both."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.micro.bill_script import SCRIPT
from tests.micro.bills import PROJECT
from tests.projects import BuiltProject, run_dazzle

NOTHING: list[list[Any]] = [[], []]
APPLE = ["Apple", 0, 7, "1", "open"]
NEW = ["New", 0, 7, "1", "open"]

# What would let somebody do more, by what of the answers below would show it.
PLANTED = {
    "keys of any rows": (
        "row = rows.pop(key, None)",
        "row = {str(row.pk): row for row in self.model._base_manager.all()}.get(key)",
        "forged",
    ),
    "a way that is an input": (
        "form.fields.pop(lines.way, None)",
        "form.fields[lines.way].required = False",
        "ignored",
    ),
    "changes of what is closed": ("form.fields if is_closed else", "", "ignored"),
    "removal of what is kept": ("self.row.pk in self.lines.removable", "self.row.pk", "removed"),
    "new lines that nobody may add": ("not self.may_add and any", "False and any", "no seal"),
    "closed pages": ("if not self.is_page_open(self.inline.change)", "if False", "closed seal"),
    "what pages hide": ("if lines.hides(name)", "if False", "ignored"),
}


def build_bills(folder: Path) -> BuiltProject:
    (folder / "app.dsl").write_text(PROJECT, encoding="utf-8")
    done = run_dazzle(folder, "build", "app.dsl", "--output", "out")
    assert (done.returncode, "not-built" in done.stdout) == (0, False), done.stdout
    built = BuiltProject("app", folder / "out/django_micro")
    assert built.manage("migrate", "--verbosity=0").returncode == 0
    return built


def ask(built: BuiltProject, *, is_right: bool = True) -> dict[str, Any]:
    done = built.manage("shell", "-v0", "--no-imports", "-c", SCRIPT)
    assert done.returncode == 0 or not is_right, done.stderr
    answers: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answers


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> BuiltProject:
    """An app with bills, before anybody has used it."""
    return build_bills(tmp_path_factory.mktemp("lines"))


@pytest.fixture(scope="module")
def found(built: BuiltProject, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a clerk and a boss see and do."""
    folder = tmp_path_factory.mktemp("used") / "app"
    shutil.copytree(built.folder, folder)
    return ask(BuiltProject("app", folder))


def test_project_has_no_findings(built: BuiltProject) -> None:
    assert built.manage("makemigrations", "--check").returncode == 0
    assert "no issues" in built.manage("check", "--fail-level", "WARNING").stdout


def test_form_has_the_lines_in_sight_in_the_order_of_their_list(found: dict[str, Any]) -> None:
    assert found["shown"] == ["Apple", "Frozen", "Kept"]
    assert found["inputs"] == [True, False, False, False, False, True]
    assert found["states"] == ["open", "done"]
    assert found["prototype"]
    assert found["blank"] == 1


def test_lines_are_changed_added_and_removed(found: dict[str, Any]) -> None:
    changed = ["Apple", 5, 7, "1", "open"]
    assert found["changed"] == [302, [changed], [APPLE]]
    assert found["added"] == [302, [["Pear", 3, 7, "1", "open"]], []]
    assert found["removed"] == [302, [], [APPLE]]
    assert found["swapped"] == [302, [["Apple", 9, 7, "1", "open"]], [APPLE]]
    assert found["left out"] == [302, *NOTHING]


def test_line_that_one_may_not_change_or_delete_is_shown_so(found: dict[str, Any]) -> None:
    assert found["closed"]
    assert found["removable"] == [True, True, False]


def test_forged_key_changes_nothing(found: dict[str, Any]) -> None:
    assert len(found["forged"]) == 6
    assert set(map(str, found["forged"].values())) == {str([200, *NOTHING])}


def test_what_is_no_input_is_not_taken(found: dict[str, Any]) -> None:
    ignored = found["ignored"]
    assert ignored["new with a key"] == [302, [NEW], []]
    assert ignored["hidden in new"] == [302, [NEW], []]
    for each in ("another bill", "another key", "hidden", "frozen", "no count"):
        assert ignored[each] == [302, *NOTHING], each
    assert ignored["count"] == [[302, *NOTHING]] * 6


def test_only_reachable_states_are_taken(found: dict[str, Any]) -> None:
    done = ["Apple", 0, 7, "1", "done"]
    assert found["state"] == [[302, [done], [APPLE]], [200, *NOTHING]]


def test_wrong_line_keeps_everything_from_being_written(found: dict[str, Any]) -> None:
    assert found["wrong"] == [200, *NOTHING]
    assert found["wrong twice"] == [200, *NOTHING]
    assert found["said"] == ["Please look at the lines again."]
    assert not found["kept number"]
    assert found["shown again"] == 2
    assert found["not made"] == [200, False, 2]


def test_row_decides_who_adds_a_line(found: dict[str, Any]) -> None:
    assert found["sent"] == [[200, *NOTHING], True, 302]
    assert found["at once"] == [200, *NOTHING]
    assert found["no seal"] == [False, False, 200, 200, 1]


def test_page_of_a_line_that_is_closed_closes_its_line(found: dict[str, Any]) -> None:
    assert found["closed seal"] == [[302, 302], "Ora"]


def test_line_to_which_others_refer_stays(found: dict[str, Any]) -> None:
    assert found["referred"] == [200, *NOTHING]
    assert found["paid"] == [200, *NOTHING]


def test_what_stands_in_a_removed_line_does_not_matter(found: dict[str, Any]) -> None:
    assert found["removed wrong"] == [302, [], [APPLE]]


def test_line_that_begins_with_a_moment_and_is_left_alone_is_none(found: dict[str, Any]) -> None:
    inputs, *answer = found["left alone"]
    assert inputs > 3
    assert answer == [302, 1]


def test_what_the_edit_page_of_a_line_leaves_out_stays_as_it_is(found: dict[str, Any]) -> None:
    assert found["fixed"] == [302, True]


def test_secrets_of_lines_are_not_carried_through_the_sign_in(found: dict[str, Any]) -> None:
    assert found["carried"] == [True, False]


def test_no_line_is_dropped_where_there_are_too_many(found: dict[str, Any]) -> None:
    assert found["too many"] == [[200, *NOTHING], 120]


def test_another_line_comes_without_scripts(found: dict[str, Any]) -> None:
    assert found["another"] == [200, True, True, False, True]


def test_new_row_is_made_once_with_its_lines(found: dict[str, Any]) -> None:
    assert found["made"] == [[302, 302], ["One", "Two"], True]
    assert found["audited"] == 1


def test_what_somebody_else_has_changed_is_told(found: dict[str, Any]) -> None:
    assert found["clash"] == [200, True, True]


def test_only_record_is_edited_in_place(found: dict[str, Any]) -> None:
    assert found["seal"] == [[302, 302], ["Ora"]]
    assert found["second seal"] == [200, 1]
    assert found["seal shown"] == [True, False]


def test_references_of_lines_are_searched(found: dict[str, Any]) -> None:
    matches, status = found["search"]
    assert [each["text"] for each in matches] == ["Nail"]
    assert status == 200


def test_many_lines_cost_no_more_queries(found: dict[str, Any]) -> None:
    few, many = found["queries"]
    assert few == many
    assert found["large"] == [True, False]


@pytest.mark.parametrize("name", PLANTED)
def test_planted_bug_shows(
    name: str, built: BuiltProject, found: dict[str, Any], tmp_path: Path
) -> None:
    old, new, place = PLANTED[name]
    shutil.copytree(built.folder, tmp_path / "app")
    places = [tmp_path / f"app/pages/forms/{each}.py" for each in ("inlines", "lines", "line")]
    texts = {path: path.read_text(encoding="utf-8") for path in places}
    (path,) = (path for path, text in texts.items() if old in text)
    path.write_text(texts[path].replace(old, new), encoding="utf-8")
    answers = ask(BuiltProject("app", tmp_path / "app"), is_right=False)
    assert answers[place] != found[place]
