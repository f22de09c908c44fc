"""What `dazzle dev` makes of saves: over HTTP, as a browser without scripts has it."""

import re

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
    bench.wait(lambda: "unknown-type" in bench.read_status())
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
    bench.wait(lambda: "urls.py" in bench.read_status())
    bench.wait_for("SyntaxError")
    assert bench.ask("/tasks/") == page
    line = 'urlpatterns.append(path("by-hand/", admin.site.login))\n'
    urls.write_text(good + "\n" + line, "utf-8")
    bench.wait_for_page("/by-hand/", 'name="username"')
    bench.wait(lambda: '"report": ""' in bench.read_status())


def test_template_that_is_edited_by_hand_is_read_again(bench: Workbench) -> None:
    bench.serve()
    bench.ask("/tasks/")
    before = bench.list_children()
    page = bench.app / "core/templates/core/task_list.html"
    page.write_text(page.read_text("utf-8").replace("<h1", "<p>By hand</p><h1", 1), "utf-8")
    bench.wait_for_page("/tasks/", "By hand")
    assert before and before <= bench.list_children()


def test_model_that_is_edited_by_hand_gets_its_migration(bench: Workbench) -> None:
    bench.serve()
    bench.ask("/tasks/")
    models = bench.app / "core/models.py"
    text = models.read_text("utf-8")
    field = "    title = models.CharField("
    mine = f'    place = models.CharField(max_length=9, blank=True, default="")\n{field}'
    models.write_text(text.replace(field, mine, 1), "utf-8")
    bench.wait_for("Migrating: core.0002_task_place")
    bench.wait(lambda: bench.ask("/tasks/")[0] == 200)
    bench.run_code("Task.objects.create(title='x', place='Hall')")
    models.write_text(text, "utf-8")
    bench.wait(lambda: "migration-drops" in bench.read_status())


def test_migration_that_fails_leaves_the_app_as_it_was(bench: Workbench) -> None:
    bench.serve()
    bench.run_code("[Task.objects.create(title='x') for _ in range(2)]")
    (bench.app / "core/migrations/0002_mine.py").write_text(UNIQUE, "utf-8")
    bench.wait(lambda: "IntegrityError" in bench.read_status())
    status, text = bench.ask("/tasks/")
    assert status == 200 and 'href="/tasks/new/"' in text


def test_app_in_the_folder_of_its_project(bench: Workbench) -> None:
    bench.app = bench.folder.resolve()
    settings = bench.folder / "dazzle.toml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace('output = "build"', 'output = "."'), "utf-8")
    bench.serve()
    before = bench.list_children()
    bench.save('"Add a task":', '"Add a chore":')
    bench.wait_for_page("/tasks/new/", "Add a chore")
    assert before and before <= bench.list_children()
    settings.write_text(settings.read_text("utf-8").replace('"open"', '"private"'), "utf-8")
    bench.wait_for_page("/tasks/", 'name="username"')
    bench.wait(lambda: len(bench.list_children()) == 2)
    assert bench.said.count("Built") == 3  # its own files are no news


UNIQUE = """\
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("core", "0001_initial")]
    operations = [
        migrations.AlterField("Task", "title", models.CharField(max_length=200, unique=True))
    ]
"""
