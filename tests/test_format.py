"""The command `dazzle format`, and that it changes nothing that a project says."""

import errno
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.projects import FIXTURES, PROJECTS, ROOT, Done, clean_environment, run_dazzle
from tests.random_projects import random_projects
from tests.respacing import respace_text
from transformer.dsl.formatter.files import format_project
from transformer.dsl.parser.lines import Line, Token, scan_lines
from transformer.manifest import read_project

UNTIDY = "entity  Task :\r\n    title:str( 5 )required#why\r\n"
TIDY = "entity Task:\n  title: str(5) required  # why\n"
BROKEN = "entity Task:\n  title: str(5 required\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "app.dsl").write_text(UNTIDY, encoding="utf-8-sig", newline="")
    return tmp_path


def say_again(folder: Path) -> str:
    """What a project says; of lines that are carried along as they are only the words count."""
    analysis = read_project(folder)
    assert analysis.manifest is not None
    for extension in analysis.manifest["extensions"]:
        lines, _ = scan_lines("\n".join(extension["lines"]), "")
        extension["lines"] = [token.text for line in lines for token in list_tokens(line)]
    return json.dumps(analysis.manifest)


def list_tokens(line: Line) -> list[Token]:
    """The tokens of a line and of all that is under it."""
    return [*line.tokens, *(token for child in line.children for token in list_tokens(child))]


def test_untidy_file_is_rewritten(project: Path) -> None:
    (project / "app.dsl").chmod(0o640)
    done = run_dazzle(project, "format")
    assert (done.returncode, done.stdout) == (0, "formatted app.dsl\n")
    assert (project / "app.dsl").read_bytes() == TIDY.encode()
    assert (project / "app.dsl").stat().st_mode & 0o777 == 0o640
    assert [path.name for path in project.iterdir()] == ["app.dsl"]


def test_tidy_file_is_not_touched(project: Path) -> None:
    run_dazzle(project, "fmt")
    before = (project / "app.dsl").stat()
    done = run_dazzle(project, "fmt", "app.dsl")
    assert (done.returncode, done.stdout) == (0, "✓ Nothing to format in 1 file.\n")
    after = (project / "app.dsl").stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)


def test_check_writes_nothing(project: Path) -> None:
    done = run_dazzle(project, "format", "--check")
    assert (done.returncode, done.stdout) == (1, "would format app.dsl\n")
    assert b"\r\n" in (project / "app.dsl").read_bytes()
    run_dazzle(project, "format")
    assert run_dazzle(project, "format", "--check").returncode == 0


def test_json_tells_programs(project: Path) -> None:
    done = run_dazzle(project, "format", "--check", "--json")
    assert done.returncode == 1
    assert json.loads(done.stdout) == {
        "ok": False,
        "problems": [],
        "changed": ["app.dsl"],
        "unchanged": [],
    }
    assert json.loads(run_dazzle(project, "format", "--json").stdout)["ok"]


def test_broken_file_is_reported_as_by_validate(project: Path) -> None:
    (project / "other.dsl").write_text(BROKEN, encoding="utf-8")
    done = run_dazzle(project, "format")
    assert done.returncode == 1
    assert "error[open-bracket]" in done.stdout
    assert "--> other.dsl:2:13" in done.stdout
    report = run_dazzle(project, "validate", "other.dsl").stdout
    assert report.split("\n1 error")[0] in done.stdout
    assert (project / "other.dsl").read_text(encoding="utf-8") == BROKEN
    assert (project / "app.dsl").read_bytes() == TIDY.encode()


def test_enum_of_another_file_is_no_error(project: Path) -> None:
    text = "entity Job:\n  size: Size  required\n"
    (project / "job.dsl").write_text(text, encoding="utf-8")
    assert run_dazzle(project, "format", "job.dsl").returncode == 0
    assert (project / "job.dsl").read_text(encoding="utf-8") == text.replace("  req", " req")


def test_link_stays_a_link(project: Path) -> None:
    (project / "app.dsl").rename(project / "real.txt")
    (project / "app.dsl").symlink_to("real.txt")
    assert run_dazzle(project, "format").returncode == 0
    assert (project / "app.dsl").is_symlink()
    assert (project / "real.txt").read_bytes() == TIDY.encode()


def test_full_disk_costs_nothing(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    before = (project / "app.dsl").read_bytes()
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="No space left") as caught:
        format_project(project)
    assert caught.value.filename == str(project / "app.dsl")
    assert [(path.name, path.read_bytes()) for path in project.iterdir()] == [("app.dsl", before)]


def test_missing_file_is_said(tmp_path: Path) -> None:
    done = run_dazzle(tmp_path, "format", "none.dsl")
    assert done.returncode == 1
    assert "error[missing-file]" in done.stdout


@pytest.mark.parametrize("words", [["-"], ["--stdin"]])
def test_stream_is_printed(words: list[str], tmp_path: Path) -> None:
    assert stream(tmp_path, UNTIDY, *words).stdout == TIDY
    done = stream(tmp_path, BROKEN, *words)
    assert (done.returncode, done.stdout) == (1, "")
    assert "--> <stdin>:2:13" in done.stderr
    assert stream(tmp_path, TIDY, *words, "--check").returncode == 0
    done = stream(tmp_path, UNTIDY, *words, "--check")
    assert (done.returncode, done.stdout) == (1, "")


def stream(folder: Path, text: str, *words: str) -> Done:
    code = "from transformer.cli.main import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "format", *words],
        cwd=folder,
        env=clean_environment(PYTHONPATH=str(ROOT)),
        input=text.encode(),
        capture_output=True,
        check=False,
    )
    return Done(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.mark.parametrize("name", PROJECTS)
def test_examples_are_formatted(name: str) -> None:
    result = format_project(FIXTURES / name, writes=False)
    assert not result.problems
    assert result.unchanged and not result.changed


def test_starter_is_formatted() -> None:
    assert not format_project(ROOT / "transformer" / "starter" / "dsl", writes=False).changed


@pytest.mark.parametrize("name", PROJECTS)
@pytest.mark.parametrize("seed", range(3))
def test_examples_say_the_same(name: str, seed: int, tmp_path: Path) -> None:
    folder = tmp_path / name
    shutil.copytree(FIXTURES / name, folder)
    for file in folder.rglob("*.dsl"):
        text = file.read_text(encoding="utf-8")
        respaced = respace_text(text, Random(seed), adds_comments=True)
        file.write_text(respaced, encoding="utf-8", newline="")
    result = format_project(folder)
    assert result.changed and not result.problems
    assert say_again(folder) == say_again(FIXTURES / name)
    assert not format_project(folder).changed


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(random_projects(), st.integers(min_value=0, max_value=2**32))
def test_random_projects_say_the_same(text: str, seed: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        file = Path(name, "app.dsl")
        file.write_text(text, encoding="utf-8")
        before = say_again(file)
        respaced = respace_text(text, Random(seed), adds_comments=True)
        file.write_text(respaced, encoding="utf-8", newline="")
        assert say_again(file) == before
        format_project(file)
        assert say_again(file) == before
        assert not format_project(file).changed
