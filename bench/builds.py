"""What a build takes after an edit, beside a first one by an earlier dazzle.

`python bench/builds.py COMMIT` writes docs/build-speed.md. The commit is checked out beside, with
an environment of its own. Every figure is a whole process with those that it starts, and the runs
take turns. Time is that of the processor: on a busy machine the clock says nothing.
"""

import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from projects import write_project

ROOT = Path(__file__).resolve().parent.parent
REPORT = ROOT / "docs" / "build-speed.md"
NEW = [str(Path(sys.executable).with_name("dazzle")), "build"]
ROUNDS = int(os.environ.get("ROUNDS", "5"))
LARGE = 1000
BEFORE = "first build by {commit}"
TITLES = (BEFORE, "first build", "nothing changed", "a field added", "nothing changed again")
GOALS = {
    "simple_task": ("", "", "0.3", "", "0.3"),
    "1,000 entities": ("", "", "0.05", "0.2", "0.05"),
}
_MEBIBYTE = 1024


@dataclass(frozen=True)
class Run:
    """What a command took: seconds of a processor, and mebibytes of its largest process."""

    seconds: float
    memory: float


@dataclass
class Case:
    """A project, and the runs of each kind."""

    name: str
    folder: Path
    text: str
    """The file to edit, from the folder on."""
    place: str
    """The line below which a field is added."""
    runs: dict[str, list[Run]] = field(default_factory=dict)


def run(command: Sequence[str | Path], folder: Path) -> Run:
    """Run a command to its end, under a process that tells what all of it took."""
    code = (
        "import resource, subprocess, sys; done = subprocess.run(sys.argv[1:], stdout=-3);"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN);"
        "print(used.ru_utime + used.ru_stime, used.ru_maxrss); sys.exit(done.returncode)"
    )
    kept = {name: os.environ[name] for name in os.environ if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, command)],
        cwd=folder,
        env=kept,
        check=True,
        capture_output=True,
        text=True,
    )
    seconds, memory = done.stdout.split()
    return Run(float(seconds), float(memory) / _MEBIBYTE)


def check_out(commit: str, folder: Path) -> list[str]:
    """Check a commit out, with an environment of its own; the command that builds with it."""
    add = ["git", "-C", ROOT, "worktree", "add", "--detach", folder, commit]
    subprocess.run(add, check=True, capture_output=True)
    subprocess.run([sys.executable, "-m", "venv", folder / ".venv"], check=True)
    python = folder / ".venv/bin/python"
    install = [python, "-m", "pip", "install", "--quiet", "-c", "constraints.txt", "-e", "."]
    subprocess.run(install, cwd=folder, check=True)
    return [str(python.with_name("dazzle")), "build"]


def measure(case: Case, old: Sequence[str], number: int) -> None:
    """Run each kind once, in the order in which a person would."""
    place = case.folder / case.text
    first = place.read_text(encoding="utf-8")
    steps: list[Callable[[], Run]] = [
        lambda: build_anew(case.folder, old),
        lambda: build_anew(case.folder, NEW),
        lambda: run(NEW, case.folder),
        lambda: build_edited(case, f"  added_{number}: str(50)\n"),
        lambda: run(NEW, case.folder),
    ]
    for title, step in zip(TITLES, steps, strict=True):
        case.runs.setdefault(title, []).append(step())
    place.write_text(first, encoding="utf-8")


def build_anew(folder: Path, command: Sequence[str]) -> Run:
    """Build a project from nothing."""
    shutil.rmtree(folder / "build", ignore_errors=True)
    return run(command, folder)


def build_edited(case: Case, line: str) -> Run:
    """Build after a line was added."""
    place = case.folder / case.text
    text = place.read_text(encoding="utf-8")
    place.write_text(text.replace(case.place, case.place + line, 1), encoding="utf-8")
    return run(NEW, case.folder)


def describe(case: Case, commit: str) -> list[str]:
    """Lay the medians of a case out as a table, beside the first one."""
    lines = ["| | seconds | ratio | goal | peak, MiB |", "| --- | --- | --- | --- | --- |"]
    base = median(each.seconds for each in case.runs[TITLES[0]])
    for title, goal in zip(TITLES, GOALS[case.name], strict=True):
        runs = case.runs[title]
        seconds, memory = median(r.seconds for r in runs), median(r.memory for r in runs)
        said = f"{seconds:.2f} | {seconds / base:.3f} | {goal} | {memory:.0f}"
        lines.append(f"| {title.format(commit=commit)} | {said} |")
    return lines


def main(commit: str) -> None:
    """Measure, print, and write the report."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        try:
            old = check_out(commit, folder / "before")
            small, large = folder / "simple_task", folder / "large"
            shutil.copytree(ROOT / "fixtures/simple_task", small)
            large.mkdir()
            (large / "app.dsl").write_text(write_project(LARGE), encoding="utf-8")
            cases = [
                Case("simple_task", small, "dsl/app.dsl", ""),
                Case("1,000 entities", large, "app.dsl", "entity Thing500:\n"),
            ]
            cases[0].place = find_entity(small / cases[0].text)
            for number in range(ROUNDS):
                for case in cases:
                    measure(case, old, number)
        finally:
            remove = ["git", "-C", str(ROOT), "worktree", "remove", "--force", folder / "before"]
            subprocess.run(remove, check=False)
    write_report(cases, commit)


def find_entity(place: Path) -> str:
    """Find the line that begins the first entity of a file."""
    lines = place.read_text(encoding="utf-8").splitlines(keepends=True)
    return next(line for line in lines if line.startswith("entity "))


def write_report(cases: Sequence[Case], commit: str) -> None:
    """Write the page with a table for each case."""
    system = f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores"
    load = f"load {os.getloadavg()[0]:.0f}"
    parts = [
        "# Building again",
        f"Written by `make bench-builds`: {system}, {load}. Medians of {ROUNDS} runs that took"
        " turns; seconds are what whole processes, Django's included, took of a processor, so"
        f" compare ratios, not machines. All ratios are to a first build by {commit}.",
    ]
    for case in cases:
        parts += [f"## {case.name}", "\n".join(describe(case, commit))]
    REPORT.write_text("\n\n".join(parts) + "\n", encoding="utf-8")
    print(REPORT.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main(sys.argv[1])
