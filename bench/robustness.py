"""How the program takes broken and hostile input; `make fuzz` writes it to docs/robustness.md.

`python bench/robustness.py SECONDS EXAMPLES` takes about three times so many seconds.
"""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import count, takewhile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
REPORT = ROOT / "docs/robustness.md"
HEAD = """# How broken input is taken

Written by `make fuzz`, not by hand.

## Damaged projects

Every example project, damaged once in a way that is chosen by a seed (`tests/mutations.py`), is
read. Where that makes it one that can't be built, the nearest report should lie within one line of
the damage. A place that is shown beside a report counts too ("`titel` is declared here"), and a
line that was deleted was between its neighbours. What is left are mostly names whose declaration
is gone: they are reported where they are used, once for each use.

| damage | inputs | errors | within one line | reports, median | slowest |
| --- | ---: | ---: | ---: | ---: | ---: |
"""
TRIED = (
    ("tests/test_fuzz.py", "FUZZ_EXAMPLES", "bytes and random words in every kind of file"),
    ("tests/test_random_larger.py", "RANDOM_PROJECTS", "valid projects over the whole language"),
)


def measure_damages(seconds: float) -> Iterator[str]:
    """A row of the table for each kind of damage, and one of all."""
    from tests.measurements import count_outcomes, read_damaged
    from tests.mutations import damage_fixtures

    start = time.monotonic()
    seeds = takewhile(lambda _: time.monotonic() - start < seconds, count())
    outcomes = (read_damaged(damage) for seed in seeds for damage in damage_fixtures(1, seed))
    for kind, tally in count_outcomes(outcomes).items():
        row = [kind or "all", f"{tally.inputs:,}", f"{tally.errors:,}", f"{tally.share:.1%}"]
        row += [f"{tally.median:g}", f"{tally.slowest:.2f} s"]
        yield f"| {' | '.join(row)} |"


def run_trials(examples: int) -> Iterator[str]:
    """A row for each file of tests that tries examples."""
    for file, variable, title in TRIED:
        start = time.monotonic()
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-n", "0", file]
        environment = {**os.environ, variable: str(examples)}
        done = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
        )
        failed = re.search(r"(\d+) failed", done.stdout)
        if failed:
            print(done.stdout)
        seconds = time.monotonic() - start
        kinds = (ROOT / file).read_text(encoding="utf-8").count("@given(")
        row = [title, str(kinds), f"{kinds * examples:,}", f"{seconds:.0f} s"]
        yield f"| {' | '.join([*row, failed[1] if failed else '0'])} |"


def write_report(seconds: float, examples: int) -> None:
    """Measure everything and write it down."""
    damages = "\n".join(measure_damages(seconds))
    trials = "\n".join(run_trials(examples))
    titles = "| what | tests | examples | time | findings |\n| --- | ---: | ---: | ---: | ---: |"
    text = f"{HEAD}{damages}\n\n## Fuzzing\n\n{titles}\n{trials}\n"
    REPORT.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    write_report(float(sys.argv[1]), int(sys.argv[2]))
