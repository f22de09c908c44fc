"""The command, as a person or a program uses it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

APP = "entity Task:\n  title: str required\n"
BROKEN = "entity Task:\n  title: strng\n  due: date requird\n"


def run(folder: Path, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "transformer", *words],
        cwd=folder,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "app.dsl").write_text(APP, encoding="utf-8")
    return tmp_path


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    (tmp_path / "app.dsl").write_text(BROKEN, encoding="utf-8")
    return tmp_path


def list_files(folder: Path) -> set[str]:
    """The files of a build, but for what it remembers."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.parent.name != "cache")
    return {path.relative_to(folder).as_posix() for path in files}


def test_bare_command_says_where_to_begin(tmp_path: Path) -> None:
    done = run(tmp_path)
    assert done.returncode == 0
    assert "dazzle demo" in done.stdout
    assert "dazzle new my_app" in done.stdout


def test_folder_without_project_says_what_to_do(tmp_path: Path) -> None:
    done = run(tmp_path, "build")
    assert done.returncode == 1
    assert "`dazzle new NAME` starts one" in done.stdout
    assert not list_files(tmp_path)


def test_build_says_what_it_wrote_and_what_is_next(project: Path) -> None:
    done = run(project, "build", "app.dsl")
    assert done.returncode == 0
    assert "Built ./build/django_micro" in done.stdout
    assert "cd build/django_micro" in done.stdout
    assert "  dazzle dev\n" in done.stdout
    assert "\x1b" not in done.stdout


def test_errors_come_all_at_once_and_nothing_is_written(broken: Path) -> None:
    done = run(broken, "build")
    assert done.returncode == 1
    assert "app.dsl:2:10" in done.stdout
    assert "did you mean `str`?" in done.stdout
    assert "app.dsl:3:13" in done.stdout
    assert "did you mean `required`?" in done.stdout
    assert "2 errors" in done.stdout
    assert "Built" not in done.stdout
    assert "Traceback" not in done.stderr
    assert list_files(broken) == {"app.dsl"}


def test_problems_come_as_json(broken: Path) -> None:
    for command in ("build", "validate"):
        done = run(broken, command, "--json")
        record = json.loads(done.stdout)
        assert done.returncode == 1
        assert not record["ok"]
        first = record["problems"][0]
        assert (first["file"], first["line"], first["column"]) == ("app.dsl", 2, 10)
        assert first["code"] == "unknown-type"


def test_files_come_as_json(project: Path) -> None:
    record = json.loads(run(project, "build", "--json").stdout)
    assert record["ok"]
    assert "core/models.py" in record["outputs"][0]["written"]


def test_strict_counts_warnings(project: Path) -> None:
    (project / "app.dsl").write_text(APP + "  lifecycle: everything\n", encoding="utf-8")
    assert run(project, "validate").returncode == 0
    done = run(project, "build", "--strict")
    assert done.returncode == 1
    assert not (project / "build").exists()


def test_build_says_what_it_leaves_out(project: Path) -> None:
    rules = '  visible:\n    when anonymous: title = 1\npersona clerk "Clerk":\n  goals: "Sell"\n'
    (project / "app.dsl").write_text(APP + rules, encoding="utf-8")
    done = run(project, "build")
    assert done.returncode == 1
    told = "django_micro doesn't enforce `visible`"
    assert f"error[not-enforced]: {told}" in done.stdout
    settings = '[project]\nname = "shop"\n[build]\nunenforced = "accept"\n'
    (project / "dazzle.toml").write_text(settings, encoding="utf-8")
    done = run(project, "build")
    assert done.returncode == 0
    assert f"warning[enforcement-waived]: {told}" in done.stdout
    assert "doesn't implement `personas` yet" in done.stdout
    assert run(project, "build", "--strict", "--output", "strict").returncode == 1
    assert not (project / "strict").exists()


def test_manifest_builds_the_same_project(project: Path) -> None:
    assert run(project, "build").returncode == 0
    assert run(project, "manifest", "--output", "m.yaml").returncode == 0
    assert run(project, "build", "--manifest", "m.yaml", "--output", "again").returncode == 0
    one, other = project / "build" / "django_micro", project / "again" / "django_micro"
    assert list_files(one) == list_files(other)
    assert all((one / name).read_bytes() == (other / name).read_bytes() for name in list_files(one))


def test_broken_manifest_has_a_place(project: Path) -> None:
    (project / "m.yaml").write_text("manifest_version: 1\napp: 3\n", encoding="utf-8")
    done = run(project, "build", "--manifest", "m.yaml")
    assert done.returncode == 1
    assert "m.yaml:2:" in done.stdout
    assert "Traceback" not in done.stderr


def test_new_project_builds(tmp_path: Path) -> None:
    assert run(tmp_path, "new", "my-app").returncode == 0
    written = {"dazzle.toml", "dsl/app.dsl"}
    assert list_files(tmp_path / "my-app") == written
    assert run(tmp_path / "my-app", "build", "--strict").returncode == 0
    assert run(tmp_path, "new", "my-app").returncode == 1


@pytest.mark.parametrize("name", ["../outside", "/tmp/outside", "a b", "", ".", "-x"])
def test_new_project_stays_in_the_folder(tmp_path: Path, name: str) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    assert run(inner, "new", "--", name).returncode == 1
    assert not list_files(tmp_path)


def test_demo_discloses_step_by_step(tmp_path: Path) -> None:
    done = run(tmp_path, "demo")
    assert done.returncode == 0
    assert done.stdout.startswith("Using default: 'micro'")
    assert "✓ Demo created: ./micro-demo" in done.stdout
    assert "  - SQLite database (no separate DB server needed)" in done.stdout
    assert "  dazzle demo --list           # See all stack options" in done.stdout
    files = list_files(tmp_path / "micro-demo")
    assert {"manage.py", "dazzle.toml", "dsl/app.dsl"} & files >= {"manage.py", "dazzle.toml"}
    again = run(tmp_path / "micro-demo", "build")
    assert again.returncode == 0
    assert "0 written" not in again.stdout
    assert list_files(tmp_path / "micro-demo") == files


def test_demo_lists_all_stacks(tmp_path: Path) -> None:
    done = run(tmp_path, "demo", "--list")
    for stack in ("micro", "openapi_only", "api_only", "django_next"):
        assert stack in done.stdout


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["demo", "api_only"], 1),
        (["demo", "nonesuch"], 2),
        (["build", "--stack", "mikro"], 2),
        (["build", "--backend", "./nowhere"], 2),
        (["stacks", "nonesuch"], 2),
        (["bild"], 2),
        (["build", "--nonesuch"], 2),
    ],
)
def test_wrong_use_has_a_status_of_its_own(project: Path, words: list[str], status: int) -> None:
    done = run(project, *words)
    assert done.returncode == status
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr
    assert list_files(project) == {"app.dsl"}


def test_output_of_a_poor_terminal(broken: Path) -> None:
    done = run(broken, "build", PYTHONIOENCODING="ascii")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


def test_stack_lists_its_files(tmp_path: Path) -> None:
    done = run(tmp_path, "stacks", "micro")
    assert "core/models.py" in done.stdout
    assert "for each of: lists" in done.stdout
