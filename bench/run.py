"""How fast a build is, and how it grows; the figures go into docs/performance.md.

Every figure is a whole process, its start included, and every ratio is of runs that took turns.
Time is that of the processor: on a busy machine the clock says nothing.
"""

import compileall
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

from projects import write_project

ROOT = Path(__file__).resolve().parent.parent
REPORT = ROOT / "docs" / "performance.md"
DAZZLE = [sys.executable, "-m", "transformer"]
DJANGO = [sys.executable, "-m", "django"]
ROUNDS = 9
SIZES = (10, 100, 1000)


@dataclass(frozen=True)
class Run:
    """What a process took: seconds of a processor, and mebibytes at its peak."""

    seconds: float
    memory: float


def run(command: Sequence[str | Path], folder: Path, **variables: str) -> Run:
    """Run a command to its end; byte code is kept, as it is by default."""
    kept = {name: os.environ[name] for name in os.environ if name != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, env={**kept, **variables}
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command} ended with {process.returncode}")
    return Run(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def build(folder: Path, *words: str, **variables: str) -> Run:
    """Build a project from nothing."""
    shutil.rmtree(folder / "build", ignore_errors=True)
    return run([*DAZZLE, "build", *words], folder, **variables)


def start_by_hand(folder: Path) -> Run:
    """What one begins with otherwise: `startproject` and `startapp`."""
    shutil.rmtree(folder / "website", ignore_errors=True)
    first = run([*DJANGO, "startproject", "website"], folder)
    second = run([*DJANGO, "startapp", "core"], folder / "website")
    return Run(first.seconds + second.seconds, max(first.memory, second.memory))


def take_turns(*actions: Callable[[], Run]) -> list[list[Run]]:
    """The runs of each action; one that isn't counted goes before."""
    for action in actions:
        action()
    rounds = [[action() for action in actions] for _ in range(ROUNDS)]
    return [list(runs) for runs in zip(*rounds, strict=True)]


def typical(runs: Sequence[Run]) -> float:
    """The median of the seconds."""
    return median(run.seconds for run in runs)


def unpack_wheel(folder: Path) -> Path:
    """Make a wheel of the checkout; the folder that it is unpacked in, compiled as pip does."""
    make = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder]
    subprocess.run([*make, ROOT], check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    target = folder / "installed"
    shutil.unpack_archive(wheel, target, "zip")
    compileall.compile_dir(target, quiet=2)
    return target


def compare_with_django(folder: Path) -> list[str]:
    """A first build beside the commands that start an empty Django project."""
    shutil.copytree(ROOT / "fixtures" / "simple_task", folder / "task")
    installed, home = str(unpack_wheel(folder)), str(folder / "home")

    def build_at_home() -> Run:
        shutil.rmtree(home, ignore_errors=True)
        return build(folder / "task", PYTHONPATH=installed, HOME=home)

    names = [
        "`dazzle build` of simple_task",
        "the same from a wheel, with an empty home",
        "`startproject` + `startapp`",
    ]
    actions = (lambda: build(folder / "task"), build_at_home, lambda: start_by_hand(folder))
    results = take_turns(*actions)
    base = typical(results[-1])
    lines = ["| | seconds | ratio |", "| --- | --- | --- |"]
    for name, runs in zip(names, results, strict=True):
        lines.append(f"| {name} | {typical(runs):.2f} | {typical(runs) / base:.2f} |")
    return lines


def compare_checking(folder: Path) -> list[str]:
    """`dazzle validate` beside what PyYAML needs for the same app, and beside two imports."""
    shutil.copytree(ROOT / "fixtures" / "simple_task", folder / "small")
    large = folder / "large"
    large.mkdir()
    (large / "app.dsl").write_text(write_project(1000), encoding="utf-8")
    run([*DAZZLE, "manifest", "--output", "manifest.yaml"], large)
    load = "import yaml; yaml.load(open('manifest.yaml'), Loader=yaml.CSafeLoader)"
    pairs = {
        "`dazzle validate`, 1000 entities": [*DAZZLE, "validate"],
        "PyYAML's C loader on its manifest": [sys.executable, "-c", load],
        "`dazzle validate` of simple_task": [*DAZZLE, "validate", folder / "small"],
        "`import yaml, jsonschema`": [sys.executable, "-c", "import yaml, jsonschema"],
    }
    results = take_turns(*(partial(run, command, large) for command in pairs.values()))
    bases = [results[1], results[1], results[3], results[3]]
    lines = ["| | seconds | ratio |", "| --- | --- | --- |"]
    for name, runs, base in zip(pairs, results, bases, strict=True):
        ratio = typical(runs) / typical(base)
        lines.append(f"| {name} | {typical(runs):.2f} | {ratio:.2f} |")
    return lines


def measure_growth(folder: Path) -> list[str]:
    """Builds of ever larger projects; the time per entity is that above an empty project's."""
    lines = [
        "| entities | first build, s | ms per entity | peak, MiB | unchanged, s | validate, s |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    empty = median(_measure(folder, 0)[0].seconds for _ in range(3))
    for size in SIZES:
        first, again, check = _measure(folder, size)
        each = (first.seconds - empty) / size * 1000
        figures = [f"{first.seconds:.2f}", f"{each:.1f}", f"{first.memory:.0f}"]
        figures += [f"{again.seconds:.2f}", f"{check.seconds:.2f}"]
        lines.append(f"| {size} | {' | '.join(figures)} |")
    return lines


def _measure(folder: Path, size: int) -> tuple[Run, Run, Run]:
    place = folder / f"size{size}"
    place.mkdir(exist_ok=True)
    (place / "app.dsl").write_text(write_project(size), encoding="utf-8")
    first = build(place)
    again = run([*DAZZLE, "build"], place)
    return first, again, run([*DAZZLE, "validate"], place)


def main() -> None:
    """Measure, print, and write the report."""
    with tempfile.TemporaryDirectory() as name:
        beside = compare_with_django(Path(name))
        checking = compare_checking(Path(name))
        growth = measure_growth(Path(name))
    system = f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores"
    parts = [
        "# Figures",
        f"Written by `make bench`: {system}. Medians of {ROUNDS} runs that took turns;"
        " seconds are what whole processes took of a processor, so compare ratios, not machines.",
        "## A first build, migrations included",
        "\n".join(beside),
        "## Checking a project",
        "\n".join(checking),
        "## Larger projects",
        "Each entity has ten fields and four surfaces.",
        "\n".join(growth),
    ]
    REPORT.write_text("\n\n".join(parts) + "\n", encoding="utf-8")
    print(REPORT.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
