"""Every build leaves the manifest that it built from, as a file of the output."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.projects import BACKENDS, Done, run_dazzle
from transformer.cli import pipeline
from transformer.cli.build_requests import BuildRequest
from transformer.cli.pipeline import build_project
from transformer.manifest import Analysis, read_project

SOURCE = """
entity Task:
  title: str(20) required
surface tasks:
  uses entity Task
  mode: list
"""
FILE = ".dazzle/manifest.yaml"
CHOSEN = [word for backend in BACKENDS for word in ("--backend", backend)]
Build = Callable[..., Done]


@pytest.fixture
def build(tmp_path: Path) -> Build:
    (tmp_path / "app.dsl").write_text(SOURCE, encoding="utf-8")
    return lambda *words: run_dazzle(tmp_path, "build", "--output", "out", *CHOSEN, *words)


@pytest.mark.parametrize("backend", BACKENDS)
def test_is_what_dazzle_manifest_prints(tmp_path: Path, build: Build, backend: str) -> None:
    assert build().returncode == 0
    text = (tmp_path / "out" / backend / FILE).read_text(encoding="utf-8")
    assert text == run_dazzle(tmp_path, "manifest").stdout
    assert str(tmp_path) not in text


def test_unchanged_one_is_left_alone(tmp_path: Path, build: Build) -> None:
    build()
    file = tmp_path / "out" / BACKENDS[0] / FILE
    before = file.stat()  # but for when it was last read
    done = build()
    assert "written" not in done.stdout
    after = file.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_same_output_comes_of_it(tmp_path: Path, build: Build) -> None:
    build()
    (tmp_path / "app.dsl").unlink()
    done = build("--manifest", f"out/{BACKENDS[0]}/{FILE}")
    assert done.returncode == 0, done.stdout
    assert "unchanged" in done.stdout and "written" not in done.stdout


def test_follows_what_no_backend_makes_anything_of(tmp_path: Path, build: Build) -> None:
    build()
    persona = 'persona clerk "Clerk":\n  goals: "Less paper."\n'
    (tmp_path / "app.dsl").write_text(SOURCE + persona, encoding="utf-8")
    done = build()
    assert done.returncode == 0, done.stdout
    assert "Less paper." in (tmp_path / "out" / BACKENDS[0] / FILE).read_text(encoding="utf-8")


def test_changed_by_hand_is_replaced_and_kept_aside(tmp_path: Path, build: Build) -> None:
    build()
    folder = tmp_path / "out" / BACKENDS[0]
    text = (folder / FILE).read_text(encoding="utf-8")
    mine = text.replace("length: 20", "length: 30")
    (folder / FILE).write_text(mine, encoding="utf-8")
    done = build()
    assert (done.returncode, done.stderr) == (0, "")
    assert f"replaced {FILE}: what you had is in .dazzle/replaced/{FILE}" in done.stdout
    assert (folder / FILE).read_text(encoding="utf-8") == text
    assert (folder / ".dazzle/replaced" / FILE).read_text(encoding="utf-8") == mine


def test_one_from_an_older_build_counts_as_none(tmp_path: Path, build: Build) -> None:
    build()
    for backend in BACKENDS:
        (tmp_path / "out" / backend / FILE).unlink()
    assert build().returncode == 0
    assert (tmp_path / "out" / BACKENDS[0] / FILE).is_file()


def test_wrong_one_is_explained_and_nothing_written(
    tmp_path: Path, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_wrongly(request: BuildRequest) -> Analysis:
        analysis = read_project(request.path)
        assert analysis.manifest
        analysis.manifest["entities"][0]["fields"][1]["type"] = "strng"
        return analysis

    monkeypatch.setattr(pipeline, "read_request", read_wrongly)
    done = build_project(BuildRequest(tmp_path / "app.dsl", output=tmp_path / "out"))
    (problem,) = (each for each in done.problems if each.code == "manifest-fault")
    assert (
        problem.words["path"] == "entities.0.fields.1.type" and "strng" in problem.words["reason"]
    )
    assert problem.span and problem.span.line == 3
    assert not done.is_done and not (tmp_path / "out").exists()
