"""A second build: nothing new, something new, something in the way."""

from pathlib import Path

import pytest

from tests.projects import BACKEND, Done
from tests.workshops import MIGRATIONS, Workshop


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    """A project after its first build."""
    return Workshop(tmp_path / "task")


def expect_refusal(done: Done, *words: str) -> None:
    said = done.stdout + done.stderr
    assert done.returncode == 1, said
    assert "Built" not in said
    assert "Traceback" not in said
    for word in words:
        assert word in said.replace("\n", "")


def test_second_build_changes_nothing(workshop: Workshop) -> None:
    before = workshop.read_files()
    assert workshop.build().returncode == 0
    assert workshop.read_files() == before


def test_changed_model_adds_one_migration_that_applies(workshop: Workshop) -> None:
    project, first = workshop.project, workshop.list_migrations()
    assert project.manage("migrate", "--verbosity=0").returncode == 0
    workshop.add_field("shade: str(20) required")
    initial = (project.folder / MIGRATIONS / first[0]).read_bytes()
    done = workshop.build()
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(workshop.list_migrations()) == len(first) + 1 == 2
    assert (project.folder / MIGRATIONS / first[0]).read_bytes() == initial
    done = project.manage("migrate", "--verbosity=0")
    assert done.returncode == 0, done.stderr
    done = project.manage("makemigrations", "--check", "--dry-run")
    assert done.returncode == 0, done.stdout
    assert workshop.build().returncode == 0
    assert len(workshop.list_migrations()) == 2


def test_file_where_the_output_should_be_is_named(workshop: Workshop) -> None:
    (workshop.folder / "taken").write_text("mine", encoding="utf-8")
    expect_refusal(workshop.build("--output", "taken"), "taken")
    assert (workshop.folder / "taken").read_text(encoding="utf-8") == "mine"


def test_folder_in_the_place_of_a_file_is_named(workshop: Workshop) -> None:
    place = workshop.folder / "other" / BACKEND / "manage.py"
    place.mkdir(parents=True)
    expect_refusal(workshop.build("--output", "other"), "manage.py")
    assert list(place.parent.rglob("*.py")) == [place]


def test_broken_migration_stops_the_build(workshop: Workshop) -> None:
    own = workshop.project.folder / MIGRATIONS / "0002_mine.py"
    own.write_text("class Migration(\n", encoding="utf-8")
    workshop.add_field("shade: str(20)")
    before = workshop.read_files()
    expect_refusal(workshop.build(), "0002_mine")
    assert workshop.read_files() == before
