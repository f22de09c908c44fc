"""How many mutants of the code the tests notice: `make mutants` writes docs/mutants.md.

mutmut makes the mutants, and a sample of each subject that only its names decide is tried: by the
tests that `[tool.mutmut]` of pyproject.toml names and, what those let pass, by mypy and by the
snapshots.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
WORKSPACE = ROOT / "build" / "mutants"
PAGE = ROOT / "docs" / "mutants.md"
REASONS = Path(__file__).with_name("mutant_reasons.yaml")
SUBJECTS = {
    "transformer.manifest.checks": "checks",
    "transformer.model": "model",
    "transformer.backends.django.expressions": "compiler of expressions",
    "transformer.backends.django": "what makes Python",
}
SEED = 1
NEAR = re.compile(r"pytest_add_cli_args_test_selection = \[.*?\n\]", re.DOTALL)
SNAPSHOTS = 'pytest_add_cli_args_test_selection = ["tests/test_snapshots.py"]'
# What mutmut keeps of a mutant: the exit status of pytest, or one of its own. With 255 pytest found
# not even the tests that it finds without the mutant, because an import fails.
STATUSES = {
    0: "survived",
    1: "killed",
    3: "killed",
    255: "killed",
    5: "untested",
    33: "untested",
    **dict.fromkeys((24, -24, 36, 152), "timeout"),
}
ALIVE = ("survived", "untested")


@dataclass(frozen=True)
class Mutant:
    """A mutant by mutmut's name for it, what became of it, and the lines that it changes."""

    name: str
    status: str
    change: str = ""

    @property
    def function(self) -> str:
        return name_function(self.name)


def name_function(mutant: str) -> str:
    """Name the function that a mutant changes: `package.module.function` or `….Class.method`."""
    path, _, function = mutant.rpartition("__mutmut_")[0].rpartition(".")
    return f"{path}.{function.removeprefix('x_').removeprefix('xǁ').replace('ǁ', '.')}"


def find_subject(mutant: str) -> str:
    """Find which of the subjects a mutant belongs to."""
    return next(title for start, title in SUBJECTS.items() if mutant.startswith(f"{start}."))


def prepare_workspace() -> None:
    """Copy what git knows of the project, and have mutmut make all mutants there."""
    shutil.rmtree(WORKSPACE, ignore_errors=True)
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    for name in listed.stdout.decode().split("\0"):
        if name and (ROOT / name).is_file():
            (WORKSPACE / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, WORKSPACE / name)
    # mutmut makes the mutants first, and then finds that there is none of this name.
    run_mutmut(["run", "no.such.name"])


def run_tool(name: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a command of this interpreter's environment in the workspace, whatever comes of it."""
    command = [str(Path(sys.executable).with_name(name)), *words]
    return subprocess.run(command, cwd=WORKSPACE, capture_output=True, text=True, check=False)


def run_mutmut(words: Sequence[str]) -> str:
    """Run mutmut in the workspace, whatever its exit status; return what it printed."""
    done = run_tool("mutmut", *words)
    with (WORKSPACE / "mutmut.log").open("a") as log:
        log.write(done.stdout[-20_000:] + done.stderr[-20_000:])
    return done.stdout


def read_results() -> dict[str, str]:
    """Read what became of each mutant: name → status."""
    results = {}
    for path in (WORKSPACE / "mutants").rglob("*.meta"):
        codes: Mapping[str, int | None] = json.loads(path.read_text())["exit_code_by_key"]
        for name, code in codes.items():
            results[name] = "untried" if code is None else STATUSES.get(code, "odd")
    return results


def choose_mutants(names: Sequence[str], count: int) -> list[str]:
    """Choose so many mutants of each subject, the same ones as long as they have their names."""
    mixed = sorted(names, key=lambda name: sha256(f"{SEED} {name}".encode()).digest())
    taken: Counter[str] = Counter()
    chosen = []
    for name in mixed:
        taken[find_subject(name)] += 1
        if taken[find_subject(name)] <= count:
            chosen.append(name)
    return chosen


def try_mutants(names: Sequence[str], jobs: int) -> dict[str, str]:
    """Run the tests that the workspace selects against each mutant: name → status."""
    if names:  # mutmut would try all of them
        run_mutmut(["run", "--max-children", str(jobs), *names])
    results = read_results()
    return {name: results[name] for name in names}


def is_mistyped(name: str) -> bool:
    """Tell whether mypy finds something wrong with a mutant; the workspace is left as it was."""
    module = Path(*name.split(".")[:-1])
    path = module / "__init__.py" if (ROOT / module).is_dir() else module.with_suffix(".py")
    unchanged = WORKSPACE / "unchanged.py"
    shutil.copy2(WORKSPACE / path, unchanged)
    run_mutmut(["apply", name])
    done = run_tool("mypy", "transformer")
    # mypy tells by the time of a file whether it is another one.
    shutil.copy2(unchanged, WORKSPACE / path)
    return done.returncode != 0


def select_snapshots() -> None:
    """Have the snapshots tried from now on, instead of the tests that are near."""
    path = WORKSPACE / "pyproject.toml"
    path.write_text(NEAR.sub(lambda _: SNAPSHOTS, path.read_text()))


def read_change(name: str) -> str:
    """Read which lines a mutant takes away and puts there: `- old` and `+ new`, a line each."""
    lines = run_mutmut(["show", name]).splitlines()
    changed = [line for line in lines if line[:1] in "+-" and line[:3] not in ("---", "+++")]
    return "\n".join(f"{line[0]} {line[1:].strip()}" for line in changed)


def try_all(count: int, jobs: int) -> tuple[Counter[str], list[Mutant]]:
    """Try a sample; return how many mutants each subject has, and the tried ones."""
    prepare_workspace()
    names = sorted(read_results())
    totals = Counter(find_subject(name) for name in names)
    statuses = try_mutants(choose_mutants(names, count), jobs)
    left = [name for name, status in statuses.items() if status in ALIVE]
    statuses |= dict.fromkeys(filter(is_mistyped, left), "mistyped")
    select_snapshots()
    left = [name for name in left if statuses[name] in ALIVE]
    for name, status in try_mutants(left, jobs).items():
        if status not in ALIVE:
            statuses[name] = "snapshot" if status == "killed" else status
    return totals, [
        Mutant(name, status, read_change(name) if status in ALIVE else "")
        for name, status in sorted(statuses.items())
    ]


def print_table(totals: Mapping[str, int], mutants: Sequence[Mutant]) -> str:
    """Print a row per subject: how many there are, were tried, and what became of those."""
    rows = [
        "| | mutants | tried | by tests | by types | by snapshots alone | not judged | survived "
        "| killed, % |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for subject in SUBJECTS.values():
        found = Counter(m.status for m in mutants if find_subject(m.name) == subject)
        killed = [found[status] for status in ("killed", "mistyped", "snapshot")]
        alive = found["survived"] + found["untested"]
        share = f"{100 * sum(killed) / max(1, sum(killed) + alive):.1f}"
        others = found.total() - sum(killed) - alive
        cells = [subject, totals[subject], found.total(), *killed, others, alive, share]
        rows.append(f"| {' | '.join(map(str, cells))} |")
    return "\n".join(rows)


def print_survivors(mutants: Sequence[Mutant], reasons: Sequence[Mapping[str, str]]) -> str:
    """Print each survivor with its change and the reason why no test minds, if one is known."""
    known = {(row["function"], row["change"].strip()): row["reason"] for row in reasons}
    parts = []
    for mutant in mutants:
        if mutant.status in ALIVE:
            reason = known.get((mutant.function, mutant.change.strip()))
            text = reason or "No reason is known: a test is missing."
            parts.append(f"`{mutant.function}`: {text}\n\n```diff\n{mutant.change}\n```\n")
    return "\n".join(parts) or "None."


def main() -> None:
    """Try a sample of the mutants, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=200, help="mutants of each subject")
    parser.add_argument("--jobs", type=int, default=2)
    chosen = parser.parse_args()
    totals, mutants = try_all(chosen.count, chosen.jobs)
    reasons = yaml.safe_load(REASONS.read_text(encoding="utf-8"))
    # What `tools.emitted_mutants` has written stays.
    rest = "".join(PAGE.read_text(encoding="utf-8").partition("## Rights in apps")[1:])
    PAGE.write_text(
        (
            "# Mutants\n\n"
            "Written by `make mutants`. Each mutant changes one thing in a function; the tests\n"
            "should notice. Of each subject a sample is tried, the same one each time: by the\n"
            "tests that are nearest to it, and those left by mypy and then by the snapshots. What\n"
            "wasn't judged ran out of time, or mutmut failed; the last column doesn't count it.\n\n"
            f"{print_table(totals, mutants)}\n\n"
            "## Survivors\n\n"
            f"{print_survivors(mutants, reasons).rstrip()}\n\n{rest}"
        ),
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
