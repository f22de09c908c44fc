"""The examples of `dazzle explain` that take more than one .dsl file: each is really tried."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.projects import ROOT, clean_environment, run_dazzle
from transformer.cli.build_requests import BuildRequest
from transformer.cli.pipeline import build_project
from transformer.diagnostics.explanations import Example, explain_code
from transformer.diagnostics.reports import describe_problem
from transformer.diagnostics.resources import fixture_folder, read_table
from transformer.manifest import dump_manifest, read_project

REPORTS = fixture_folder("problems") / "reports"
ROWS = {code: row for code, row in read_table("language/explanations").items() if "wrong" in row}
# What takes minutes, a database, or the right moment; tests/output and tests/micro have them.
UNTRIED = {
    "migration-fill-repeats",
    "migration-timeout",
    "migration-unknown",
    "output-saved-meanwhile",
}
STANDING = sorted(code for code, row in ROWS.items() if "in" in row and code not in UNTRIED)
COMMANDS = sorted(code for code, row in ROWS.items() if "in" not in row and code not in UNTRIED)
LOCKED = {"output-unwritable", "unreadable-file"}

TASK = "entity Task:\n  title: str required\n"
APP = f"module shop.core\napp shop\nentity Note:\n  text: str\n{TASK}"
UNENFORCED = '  visible:\n    when anonymous: title = "a"\n'
SETTING = {
    "dazzle.toml": '[project]\nname = "shop"\n',
    "dsl/app.dsl": APP,
    "logo.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
}
BACKEND = {
    "my_backend/backend.yaml": "description: Lists.\n",
    "my_backend/files/list.md.mako": "A text.\n",
}
# What else is in the project.
BESIDE = {
    "enforcement-waived": {"dsl/app.dsl": f"{APP}{UNENFORCED}"},
    "unused-use": {"dsl/reports.dsl": "module shop.reports\n"},
    "sign-up-role": {"dazzle.toml": '[project]\nname = "shop"\n\n[app]\nsignup = "open"\n'},
    "sign-up-gives-rights": {"dazzle.toml": '[project]\nname = "shop"\n\n[app]\nsignup = true\n'},
}
# What the project was when it was built before.
EARLIER = {code: TASK for code in STANDING if code.startswith("migration-")}
EARLIER |= {
    "migration-needs-values": TASK + "  due: date\n",
    "migration-rounds": "entity Task:\n  size: decimal(8, 2)\n",
    "migration-drops": TASK + "  done: bool\n",
    "migration-drops-moments": TASK
    + "  state: enum[open, missed]=open\n  transitions:\n    open -> missed: auto after 7 days\n",
    "migration-restores": TASK + "  gone_at: datetime\n  soft_delete: gone_at\n",
    "migration-removes-choice": "entity Task:\n  state: enum[open, closed]\n",
    "migration-breaks-rule": TASK + "  size: int\n",
}


def write_files(folder: Path, files: dict[str, str]) -> None:
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8")


def build(code: str, *, has_backend: bool) -> str:
    """What a build of the project in the current folder reports with the code, and all errors."""
    # What is known of a backend is kept by its path, so each has one of its own.
    here = f"{Path.cwd()}/"
    backends = [f"{here}my_backend"] if has_backend else []
    manifest = Path("manifest.yaml") if Path("manifest.yaml").is_file() else None
    result = build_project(BuildRequest(Path(), None, backends, Path("out"), manifest))
    told = [each for each in result.problems if each.code == code or each.level == "error"]
    report = "\n\n".join(describe_problem(each, result.analysis.sources) for each in told)
    return report.replace(here, "")


def complete_manifest(text: str) -> str:
    """The part of a manifest, and all other parts from that of the project."""
    manifest = read_project(Path()).manifest
    assert manifest
    parts = re.split(r"^(?=\w)", dump_manifest(manifest), flags=re.MULTILINE)
    given = {line.partition(":")[0] for line in text.splitlines()}
    return text + "\n" + "".join(part for part in parts if part.partition(":")[0] not in given)


def try_standing(code: str, example: Example) -> str:
    """The report on a project that has the example in the file where it stands."""
    file = example.file or ""
    is_backend = f"my_backend/{file}" in BACKEND
    write_files(Path(), SETTING | BACKEND)
    if file.startswith("mappings/"):
        return try_table(file, example.text)
    if code in EARLIER:
        write_files(Path(), {"dsl/app.dsl": EARLIER[code]})
        assert build(code, has_backend=False) == ""
    if file.startswith("dazzle/"):
        name = example.text.partition("- id: ")[2].split()[0]
        write_files(Path(), {"dsl/app.dsl": f"{APP}  @use {name}()\n"})
    write_files(Path(), BESIDE.get(code, {}))
    text = complete_manifest(example.text) if file == "manifest.yaml" else example.text + "\n"
    write_files(Path(), {f"my_backend/{file}" if is_backend else file: text})
    return build(code, has_backend=is_backend)


def try_table(file: str, text: str) -> str:
    """The report on a project that is built with a table of its own."""
    for folder in ("mappings", "schemas"):
        shutil.copytree(ROOT / folder, folder)
    write_files(Path(), {file: text})
    done = run_dazzle(Path(), "build", DAZZLE_DATA=".")
    report = done.stdout.partition("\n\n")[0] if done.returncode else ""
    return report.replace(f"{Path.cwd()}/", "")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that was built, with what the commands need beside it."""
    folder = tmp_path_factory.mktemp("told") / "shop"
    notes = '# What is meant: "Größe"\n' + TASK
    write_files(folder, SETTING | {"notes.txt": notes, "my_app/app.dsl": TASK})
    assert run_dazzle(folder, "build").returncode == 0
    command = f'#!/bin/sh\nexec "{sys.executable}" -m transformer "$@"\n'
    write_files(folder.parent, {"bin/dazzle": command})
    (folder.parent / "bin/dazzle").chmod(0o755)
    return folder


def run_commands(folder: Path, bin_folder: Path, script: str) -> str:
    search = f"{bin_folder}{os.pathsep}{os.environ['PATH']}"
    environment = clean_environment(PATH=search, PYTHONPATH=str(ROOT), NO_COLOR="1")
    done = subprocess.run(
        ["sh", "-c", script], cwd=folder, env=environment, capture_output=True, text=True
    )
    assert done.stderr == "", done.stderr
    return done.stdout


def can_lock(path: Path) -> bool:
    path.touch(mode=0o000)
    return not os.access(path, os.R_OK)


def hold_report(code: str, report: str) -> None:
    """The report is the one that `dazzle explain` shows; `DAZZLE_REWRITE=1` writes it anew."""
    expected = REPORTS / f"{code}.txt"
    if os.environ.get("DAZZLE_REWRITE"):
        expected.write_text(report + "\n", encoding="utf-8")
    assert expected.is_file(), f"`DAZZLE_REWRITE=1 pytest tests/diagnostics` writes {expected.name}"
    assert report + "\n" == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("code", STANDING)
def test_example_in_a_file(code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    explanation = explain_code(code)
    assert explanation.wrong and explanation.right
    for name, example in (("wrong", explanation.wrong), ("right", explanation.right)):
        (tmp_path / name).mkdir()
        monkeypatch.chdir(tmp_path / name)
        report = try_standing(code, example)
        if name == "wrong":
            assert f"[{code}]: " in report
            hold_report(code, report)
        else:
            assert report == ""


@pytest.mark.parametrize("code", COMMANDS)
def test_example_of_commands(code: str, tmp_path: Path, built: Path) -> None:
    if code in LOCKED and not can_lock(tmp_path / "locked"):
        pytest.skip("the superuser may read and write everything")
    explanation = explain_code(code)
    assert explanation.wrong and explanation.right
    folder = tmp_path / "shop"
    shutil.copytree(built, folder)
    wrong = run_commands(folder, built.parent / "bin", explanation.wrong.text)
    assert f"{explanation.level}[{code}]: " in wrong
    hold_report(code, re.search(rf"\w+\[{code}\].*?(?=\n\n|\Z)", wrong, re.DOTALL)[0])
    right = run_commands(folder, built.parent / "bin", explanation.right.text)
    assert not re.search(rf"error\[|\[{code}\]", right)


def test_every_report_belongs_to_an_example() -> None:
    assert {path.stem for path in REPORTS.iterdir()} <= ROWS.keys()
