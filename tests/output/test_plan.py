"""What a build would do, said by `dazzle plan` and `build --check`, which do nothing."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.output.test_files import snapshot
from tests.projects import Done, run_dazzle, run_python

PROJECT = """\
app shelf "Shelf"
entity Book:
  title: str required
  state: enum[wanted, here]=wanted
surface book_list "Books":
  uses entity Book
  mode: list
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project that was built, and edited since: its text, and what was built."""
    (tmp_path / "app.dsl").write_text(PROJECT, encoding="utf-8")
    assert build(tmp_path).returncode == 0
    app = tmp_path / "out/django_micro"
    with (app / "core/views.py").open("a") as file:
        file.write("\n# mine\n")
    with (app / "core/models.py").open("a") as file:
        file.write("\n# mine\n")
    (app / "core/templates/core/book_list.html").write_text("mine\n")
    (tmp_path / "app.dsl").write_text(PROJECT.replace("title: str", "title: str(80)"))
    return tmp_path


def read_actions(said: str) -> dict[str, str]:
    """Path → the word for what happens to it."""
    lines = re.findall(r"^([a-z]+) +(\S+)$", said, re.MULTILINE)
    return {path: action for action, path in lines}


def build(folder: Path, *options: str) -> Done:
    return run_dazzle(folder, "build", "app.dsl", "--output", "out", *options)


def plan(folder: Path, *options: str) -> Done:
    return run_dazzle(folder, "plan", "app.dsl", "--output", "out", *options)


def test_plan_names_what_happens_to_each_file_and_does_nothing(folder: Path) -> None:
    before = snapshot(folder)
    done = plan(folder)
    assert done.returncode == 0, done.stdout
    actions = read_actions(done.stdout)
    last = done.stdout.splitlines()[-1]
    assert actions["core/models.py"] == "merge"
    assert actions["core/views.py"] == "keep"
    assert actions["core/templates/core/book_list.html"] == "keep"
    (new,) = (path for path, action in actions.items() if action == "create")
    assert new.startswith("core/migrations/0002_")
    assert not any(path.startswith(".dazzle/") for path in actions)
    assert re.fullmatch(r".*/out/django_micro: 1 to create, .*\d+ unchanged", last)
    assert snapshot(folder) == before


def test_what_is_planned_is_what_a_build_does(folder: Path) -> None:
    said = json.loads(plan(folder, "--json").stdout)["outputs"][0]
    before = snapshot(folder / "out/django_micro")
    done = json.loads(build(folder, "--json").stdout)["outputs"][0]
    assert said == done
    after = snapshot(folder / "out/django_micro")
    changed = {p for p in after if after[p] != before.get(p) and not p.startswith(".dazzle/")}
    assert changed == {path for path in done["written"] if not path.startswith(".dazzle/")}


def test_check_tells_by_its_status_whether_something_would_change(folder: Path) -> None:
    before = snapshot(folder)
    assert build(folder, "--check").returncode == 2
    assert snapshot(folder) == before
    assert build(folder).returncode == 0
    done = build(folder, "--check")
    assert done.returncode == 0
    assert set(read_actions(done.stdout).values()) == {"keep"}


def test_conflicts_are_planned_and_left(folder: Path) -> None:
    views = folder / "out/django_micro/core/views.py"
    views.write_text(views.read_text().replace('"title": "Title"', '"title": "Name"'))
    (folder / "app.dsl").write_text(PROJECT.replace("title: str", 'title: str "Called"'))
    before = snapshot(folder)
    done = plan(folder)
    assert done.returncode == 1
    assert "conflict core/views.py" in done.stdout
    assert build(folder, "--check").returncode == 2
    assert snapshot(folder) == before


def test_plan_says_what_migrations_do_and_a_build_to_migrate(folder: Path) -> None:
    (folder / "app.dsl").write_text(PROJECT.replace("title: str", "title: str\n  pages: int"))
    app = folder / "out/django_micro"
    assert run_python(app, "manage.py", "migrate", "-v0").returncode == 0
    said = plan(folder).stdout
    assert re.search(r"^migrate  0002_book_pages\w*: Add field pages to book$", said, re.MULTILINE)
    done = build(folder)
    commands = done.stdout.partition("Next:\n")[2].split("\n")
    assert [each.strip() for each in commands if each][-2:] == [
        "python manage.py migrate",
        "dazzle dev",
    ]


def test_plan_counts_the_rows_that_get_a_value(folder: Path) -> None:
    app = folder / "out/django_micro"
    assert run_python(app, "manage.py", "migrate", "-v0").returncode == 0
    make = "from core.models import Book; [Book.objects.create(title=t) for t in 'ab']"
    assert run_python(app, "manage.py", "shell", "-v0", "-c", make).returncode == 0
    text = PROJECT.replace("title: str", "code: str required fill=title\n  title: str")
    (folder / "app.dsl").write_text(text)
    said = plan(folder).stdout
    assert ": Book.code: rows that would have no value: 2, filled\n" in said
    assert not list(app.glob("*-wal"))


RULES = """\
  permit:
    list: true
    update: state = wanted
"""


def test_plan_says_which_rights_change(folder: Path) -> None:
    text = PROJECT.replace("surface", f"{RULES}surface", 1)
    (folder / "app.dsl").write_text(text)
    said = plan(folder).stdout
    assert re.search(r"^rights   Book: .+ may update: yes → state = wanted$", said, re.MULTILINE)
    assert re.search(r"^rights   Book: .+ may delete: yes → no$", said, re.MULTILINE)
    assert "may list: " not in said
    assert build(folder).returncode == 0
    wider = 'update: state = wanted or title = "a"'
    (folder / "app.dsl").write_text(text.replace("update: state = wanted", wider))
    said = json.loads(plan(folder, "--json").stdout)["outputs"][0]["rights"]
    assert said and all(
        each.endswith('state = wanted → state = wanted or title = "a"') for each in said
    )


def test_plan_says_which_pages_are_different_for_a_role(folder: Path) -> None:
    said = "  ux:\n    for guest:\n      hide: state\n"
    (folder / "app.dsl").write_text(PROJECT + said)
    line = "rights   book_list: guest sees: all of it → hide: state"
    assert line in plan(folder).stdout.splitlines()
    assert build(folder).returncode == 0
    assert "book_list: guest" not in plan(folder).stdout


ALL_BOOKS = """\
surface book_list "All books":
  uses entity Book
  mode: list
  section main:
    field state "Where"
  ux:
    sort: title desc
    search: title
surface shelf "Shelf":
  mode: custom
"""
PAGES = [
    "book_list: title: Books → All books",
    "book_list: sort: nothing → title desc",
    "book_list: field: without title",
    "book_list: search: with title",
    "book_list: field state: title: State → Where",
    "shelf: new, “Shelf” at /page/shelf/",
]


def test_plan_says_which_pages_change(folder: Path) -> None:
    (folder / "app.dsl").write_text(PROJECT.partition("surface")[0] + ALL_BOOKS)
    said = plan(folder).stdout
    assert list_pages(said) == PAGES
    assert json.loads(plan(folder, "--json").stdout)["outputs"][0]["pages"] == PAGES
    assert build(folder).returncode == 0
    assert list_pages(plan(folder).stdout) == []
    (folder / "app.dsl").write_text(PROJECT)
    assert list_pages(plan(folder).stdout)[-1] == "shelf: gone, and /page/shelf/ with it"


def list_pages(said: str) -> list[str]:
    return re.findall(r"^page     (.+)$", said, re.MULTILINE)


def test_plan_compares_with_a_revision(folder: Path) -> None:
    assert "nothing to compare with" in plan(folder, "--from", "HEAD").stderr
    who = ["-c", "user.name=x", "-c", "user.email=x@example.com", "-c", "commit.gpgsign=false"]
    for words in (["init", "-q"], ["add", "-A"], [*who, "commit", "-qm", "First"]):
        assert subprocess.run(["git", *words], cwd=folder, check=False).returncode == 0
    assert build(folder).returncode == 0
    assert "create" not in read_actions(plan(folder).stdout).values()
    before = snapshot(folder)
    done = plan(folder, "--from", "HEAD")
    assert done.returncode == 0, done.stdout + done.stderr
    actions = read_actions(done.stdout)
    assert actions["core/models.py"] == "merge"
    assert "create" in actions.values()
    assert "./out/django_micro: 1 to create" in done.stdout
    assert snapshot(folder) == before


def test_wrong_project_has_no_plan(folder: Path) -> None:
    (folder / "app.dsl").write_text(PROJECT.replace("str", "strng"))
    before = snapshot(folder)
    for done in (plan(folder), build(folder, "--check")):
        assert done.returncode == 1
        assert "unknown-type" in done.stdout
    assert snapshot(folder) == before
