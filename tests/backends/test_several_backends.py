"""Several backends in one build: all of them are written, or none."""

import os
from pathlib import Path

import pytest

from tests.projects import Done, run_dazzle
from transformer.output.folders import write_projects

APP = "entity Task:\n  title: str required\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a project and two backends."""
    (tmp_path / "app.dsl").write_text(APP, encoding="utf-8")
    for name in ("one", "two", "other/two"):
        (tmp_path / name / "files").mkdir(parents=True)
        (tmp_path / name / "backend.yaml").write_text("description: A backend.\n")
        text = "${manifest.app.title}: ${len(manifest.entities)}\n"
        (tmp_path / name / "files" / "a.txt.mako").write_text(text)
    return tmp_path


def build(folder: Path, *words: str) -> Done:
    """Build with backends, and options after them."""
    chosen = [w if w.startswith("--") else f"--backend={w}" for w in words]
    return run_dazzle(folder, "build", *chosen)


def grow(folder: Path) -> None:
    (folder / "app.dsl").write_text(APP + "\nentity Note:\n  text: text\n", encoding="utf-8")


def read_outputs(folder: Path) -> dict[str, bytes]:
    return {
        str(path): path.read_bytes() for path in (folder / "build").rglob("*.*") if path.is_file()
    }


def test_both_are_written(folder: Path) -> None:
    assert build(folder, "./one", "./two").returncode == 0
    for name in ("one", "two"):
        assert (folder / "build" / name / "a.txt").read_text().endswith(": 1\n")


@pytest.mark.parametrize("changed", ["one", "two"])
def test_conflict_in_one_leaves_the_other(folder: Path, changed: str) -> None:
    build(folder, "./one", "./two")
    (folder / "build" / changed / "a.txt").write_text("mine\n")
    grow(folder)
    before = read_outputs(folder)
    done = build(folder, "./one", "./two", "--strict")
    assert done.returncode == 1
    assert "error[merge-stopped]" in done.stdout
    place = folder / "build" / changed / ".dazzle/conflicts/a.txt"
    assert place.read_text(encoding="utf-8").endswith(": 2\n")
    place.unlink()
    assert read_outputs(folder) == before


def test_fault_in_the_second_leaves_the_first(folder: Path) -> None:
    (folder / "two" / "files" / "a.txt.mako").write_text("${nonesuch}\n")
    assert build(folder, "./one", "./two").returncode == 1
    assert not (folder / "build").exists()


@pytest.mark.parametrize("step", range(6))
def test_disk_that_fails_in_one_leaves_all_as_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    targets = [tmp_path / "one", tmp_path / "two"]
    write_projects({target: {"a": b"1", "b": b"1"} for target in targets})
    calls, replace = iter(range(99)), os.replace

    def fail(source: Path, destination: Path) -> None:
        if next(calls) == step * 2:
            raise OSError(28, "No space left on device", str(source), None, str(destination))
        replace(source, destination)

    monkeypatch.setattr(os, "replace", fail)
    outcomes = write_projects({target: {"a": b"2", "b": b"2"} for target in targets})
    assert [outcome.failure is None for outcome in outcomes.values()] == [False]
    for target in targets:
        assert {path.name: path.read_bytes() for path in target.glob("[ab]")} == {
            "a": b"1",
            "b": b"1",
        }
        assert not (target / ".dazzle/build").exists()


@pytest.mark.parametrize("pair", [("./two", "./other/two"), ("./one", "one/"), ("./one", "./one")])
def test_same_target_is_refused(folder: Path, pair: tuple[str, str]) -> None:
    done = build(folder, *pair)
    assert done.returncode == 2
    assert "would both write to" in done.stderr
    assert not (folder / "build").exists()


@pytest.mark.parametrize("name", [".", "./", "../two"])
def test_folder_has_the_name_that_it_has(folder: Path, name: str) -> None:
    done = run_dazzle(folder / "two", "build", "..", "--backend", name, "--output", "../out")
    assert done.returncode == 0, done.stdout + done.stderr
    assert (folder / "out" / "two" / "a.txt").is_file()


@pytest.mark.parametrize("words", [["--backend", "../one"], ["--stack", "openapi_only"]])
def test_demo_keeps_its_files_beside_another_backend(folder: Path, words: list[str]) -> None:
    assert run_dazzle(folder, "demo").returncode == 0
    demo = folder / "micro-demo"
    done = run_dazzle(demo, "build", *words)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "removed" not in done.stdout
    assert (demo / "manage.py").is_file()
    assert (demo / "one" / "a.txt").is_file() or (demo / "openapi" / "openapi.yaml").is_file()


def test_history_outlasts_another_stack(tmp_path: Path) -> None:
    assert run_dazzle(tmp_path, "demo").returncode == 0
    demo = tmp_path / "micro-demo"
    settings = demo / "dazzle.toml"
    text = settings.read_text(encoding="utf-8")
    migrations = {path: path.read_bytes() for path in demo.glob("core/migrations/*.py")}
    assert migrations
    for stack in ("openapi_only", "micro"):
        settings.write_text(text.replace('"micro"', f'"{stack}"'), encoding="utf-8")
        assert run_dazzle(demo, "build").returncode == 0
        found = {path: path.read_bytes() for path in demo.glob("core/migrations/*.py")}
        assert found == migrations, stack
