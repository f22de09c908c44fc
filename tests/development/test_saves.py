"""What `dazzle dev` makes of saves: over HTTP, as a browser without scripts has it."""

import os
import re
import subprocess
import sys
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.development.workbench import Workbench, count_states

FIELD = "  due_date: date\n"


def test_title_that_is_saved_is_on_the_page(bench: Workbench) -> None:
    bench.serve()
    bench.save('surface task_list "Tasks":', 'surface task_list "Chores":')
    bench.wait_for_page("/tasks/", "Chores")
    assert not re.search("Traceback", bench.said)


def test_text_of_a_page_needs_no_other_process(bench: Workbench) -> None:
    bench.serve()
    bench.ask("/tasks/new/")
    before = bench.list_children()
    state = count_states(bench.read_status())
    bench.save('surface task_create "Add a task":', 'surface task_create "Add a chore":')
    bench.wait_for_page("/tasks/new/", "Add a chore")
    bench.wait(lambda: count_states(bench.read_status()) == state + 1)
    assert before and before <= bench.list_children()


def test_field_that_is_added_is_migrated(bench: Workbench) -> None:
    bench.serve()
    bench.save(FIELD, f"{FIELD}  place: str(50)\n")
    bench.wait_for_page("/tasks/new/", 'name="title"')
    bench.wait_for("Migrating: core.0002_")
    bench.save(
        'field title "Title" placeholder',
        'field place "Where"\n    field title "Title" placeholder',
    )
    bench.wait_for_page("/tasks/new/", 'name="place"')
    assert bench.ask("/tasks/")[0] == 200
    bench.wait(lambda: len(bench.list_children()) == 2)


def test_error_is_reported_with_its_caret_and_the_app_goes_on(bench: Workbench) -> None:
    bench.serve()
    page = bench.ask("/tasks/")
    bench.save(FIELD, "  due_date: dat\n")
    bench.wait_for("error[unknown-type]")
    report = bench.read_status()
    assert "error[unknown-type]" in report and "^^^" in report and "due_date: dat" in report
    assert bench.ask("/tasks/") == page
    bench.save("  due_date: dat\n", FIELD)
    bench.wait(lambda: '"report": ""' in bench.read_status())
    assert bench.ask("/tasks/") == page


def test_project_that_begins_with_an_error_is_served_when_it_is_mended(bench: Workbench) -> None:
    bench.save(FIELD, "  due_date: dat\n")
    bench.start()
    bench.wait_for("error[unknown-type]")
    status, text = bench.ask("/tasks/")
    assert status == 503 and "/.dazzle/page.js" in text
    bench.save("  due_date: dat\n", FIELD)
    bench.wait_for_page("/tasks/new/", 'name="due_date"')
    assert bench.said.count("Built") == 1


def test_settings_are_watched(bench: Workbench) -> None:
    bench.serve()
    settings = bench.folder / "dazzle.toml"
    good = settings.read_text("utf-8")
    settings.write_text(good + "brand = 7\n", "utf-8")
    bench.wait(lambda: "dazzle.toml" in bench.read_status())
    settings.write_text(good.replace('"open"', '"private"'), "utf-8")
    bench.wait_for_page("/tasks/", 'name="username"')


def test_code_that_is_edited_by_hand_is_loaded(bench: Workbench) -> None:
    bench.serve()
    urls = bench.app / "app/urls.py"
    good = urls.read_text("utf-8")
    page = bench.ask("/tasks/")
    urls.write_text(good + "\nurlpatterns.append(\n", "utf-8")
    bench.wait(lambda: "SyntaxError" in bench.read_status())
    assert "urls.py" in bench.read_status()
    bench.wait_for("SyntaxError")
    assert bench.ask("/tasks/") == page
    line = 'urlpatterns.append(path("by-hand/", admin.site.login))\n'
    urls.write_text(good + "\n" + line, "utf-8")
    bench.wait_for_page("/by-hand/", 'name="username"')
    assert '"report": ""' in bench.read_status()


def test_template_that_is_edited_by_hand_is_read_again(bench: Workbench) -> None:
    bench.serve()
    bench.ask("/tasks/")
    before = bench.list_children()
    page = bench.app / "core/templates/core/task_list.html"
    page.write_text(page.read_text("utf-8").replace("<h1", "<p>By hand</p><h1", 1), "utf-8")
    bench.wait_for_page("/tasks/", "By hand")
    assert before and before <= bench.list_children()


def list_places(bench: Workbench) -> str:
    """What the database has in the column that is to go."""
    code = "import sqlite3; print(sqlite3.connect('db.sqlite3').execute("
    code += "'SELECT place FROM core_task').fetchall())"
    done = subprocess.run([sys.executable, "-c", code], cwd=bench.app, capture_output=True)
    return done.stdout.decode()


def test_data_is_deleted_only_when_somebody_says_so(bench: Workbench) -> None:
    master, slave = os.openpty()
    bench.save(FIELD, f"{FIELD}  place: str(50)\n")
    bench.start(stdin=slave)
    bench.wait_for("Serving")
    code = "from core.models import Task; Task.objects.create(title='x', place='Paris')"
    command = [sys.executable, "manage.py", "shell", "-v0", "-c", code]
    subprocess.run(command, cwd=bench.app, check=True)
    bench.save("  place: str(50)\n", "")
    bench.wait_for("y and Enter")
    assert "deletes data" in bench.read_status() and "core.0002_" in bench.read_status()
    assert bench.ask("/tasks/")[0] == 200
    with pytest.raises(HTTPError):  # another site's page could send this
        urlopen(Request(f"{bench.address}/.dazzle/consent", method="POST"))
    assert "Paris" in list_places(bench)
    os.write(master, b"n\n")
    bench.save('"Add a task":', '"Add a chore":')
    bench.wait(lambda: bench.said.count("y and Enter") == 2)
    assert "Paris" in list_places(bench)
    os.write(master, b"y\n")
    bench.wait_for_page("/tasks/new/", "Add a chore")
    assert list_places(bench) == ""


def test_migration_that_fails_leaves_the_app_as_it_was(bench: Workbench) -> None:
    bench.serve()
    code = "from core.models import Task; [Task.objects.create(title='x') for _ in range(2)]"
    command = [sys.executable, "manage.py", "shell", "-v0", "-c", code]
    subprocess.run(command, cwd=bench.app, check=True)
    bench.save(FIELD, f"{FIELD}  code: str(5) required unique\n")
    bench.wait(
        lambda: "can't start" in bench.read_status() or "can't be built" in bench.read_status()
    )
    status, text = bench.ask("/tasks/")
    assert status == 200 and 'href="/tasks/new/"' in text
