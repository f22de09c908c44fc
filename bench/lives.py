"""Live random lives of projects with rows, and write down what was lost, changed or made up.

`python bench/lives.py STEPS FOLDER` goes on with the lives in a folder until they have so many
steps together, and writes the page.
"""

import json
import re
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.lives.accidents import list_accidents  # noqa: E402
from tests.lives.life import Life  # noqa: E402
from tests.lives.lived_project import LivedProject  # noqa: E402
from tests.lives.steps import choose_step  # noqa: E402
from tests.lives.test_lives import DAMAGES  # noqa: E402
from tests.postgres import serve_postgres  # noqa: E402
from tests.projects import FIXTURES, PROJECTS  # noqa: E402
from tests.random_projects import write_project  # noqa: E402

STEPS = 20  # of each life
_ERROR = re.compile(r"[\w.]*Error: ")
DATABASES = ("SQLite", "PostgreSQL")


def list_lives() -> list[tuple[str, Callable[[Path], None]]]:
    """Each example, and as many random projects."""
    lives: list[tuple[str, Callable[[Path], None]]] = []
    for number, name in enumerate(PROJECTS):
        lives.append((name, lambda folder, name=name: copy_example(name, folder)))  # type: ignore[misc]
        if number % 2:
            lives.append((f"random_{number}", lambda folder, n=number: write_random(n, folder)))  # type: ignore[misc]
    return lives


def copy_example(name: str, folder: Path) -> None:
    """Have an example in a folder."""
    shutil.copytree(FIXTURES / name, folder, dirs_exist_ok=True)


def write_random(seed: int, folder: Path) -> None:
    """Have a random project in a folder."""
    text = write_project(Random(seed), 4)
    (folder / "app.dsl").write_text(text, encoding="utf-8")
    (folder / "dazzle.toml").write_text(SETTINGS, encoding="utf-8")


SETTINGS = """\
[project]
name = "random"
version = "0.1.0"
root = "random.core"

[modules]
paths = ["."]
"""
REPORT = ROOT / "docs/lives.md"
HEAD = """# Lives of projects that people edit

Written by `make lives`, not by hand.

Each life starts from an example or a random project, is built, and gets rows. Then it takes random
steps: an edit of the description, an edit by hand, more rows, a conflict that is settled. After
each step:

- If the build was refused, nothing was written, and the message has a code. Then a way out that the
  message names is taken (`was=`, a default, `fill=`, `--allow-data-loss`), or the edit is undone,
  and the build does nothing.
- If it was built: `check`, `makemigrations --check` and `migrate` have nothing to say; no row and
  no value was lost, changed or made up that the step didn't say, by the contents of all tables
  before and after (`tests/lives/oracle.py`, which knows nothing of migrations); each line that was
  written by hand is where it was, or in `.dazzle/replaced/` where somebody gave it up.
- At every tenth step the app's own tests run, at every twentieth those of `pages/` as well.
"""
ACCIDENTS = """
## Accidents

A build that is killed by `SIGKILL`, meets another one, a full disk or a locked folder, is done or
not begun: the files are those of before, or those of a build that nothing happened to. Where it
can say so, it gives a code. The next build, of the same description, another one or the one before,
makes what it would have made.

| what happens to a build | what came of it | times |
|---|---|---|"""
PLANTED = """
## Planted bugs

Each of these is planted by the tests, and found in the life where it is:

- a hand edit that a merge drops"""
Rows = list[tuple[str, str, int]]
Counts = Mapping[str, Counter[str]]
WAYS = {
    "lives": "lives",
    "steps": "kind: *",
    "built": "way: built*",
    "refused, then built in a way that was named": "way: refused, and then built*",
    "refused and undone": "way: refused, and undone*",
    "stopped by a conflict in Python, settled": "way: stopped by a conflict*",
    "conflicts in texts settled": "way: settled*",
    "taken back, as a text kept with `--ours` didn't fit the rest": "way: taken back*",
    "rows came": "way: done*",
    "files merged": "files merged",
    "conflicts in texts left for the person": "conflicts in texts",
    "builds": "builds",
    "builds refused": "builds refused",
    "runs of the apps' own tests": "runs of the app's own tests",
    "**differences**": "differences",
}


def live(folder: Path, wanted: int, address: str) -> list[Life]:
    """Go on with lives until they have so many steps together."""
    lives, total, number = [], 0, 0
    sources = list_lives()
    while total < wanted:
        name, write = sources[number % len(sources)]
        database = DATABASES[(number + number // len(sources)) % 2]
        place = folder / f"{number:03}_{name}_{database.lower()}"
        life = Life(LivedProject(place, address if database != "SQLite" else None), place.name)
        steps = min(STEPS, wanted - total)
        life.begin(write, steps)
        while life.state.steps < steps:
            trial = life.take_step(choose_step)
            print(place.name, life.state.log[-1], *trial.differences, sep="\n  ", flush=True)
        total += life.state.steps
        lives.append(life)
        number += 1
    return lives


def count(lives: list[Life]) -> dict[str, Counter[str]]:
    """Add up what happened, by database."""
    found = {name: Counter[str]() for name in DATABASES}
    for life in lives:
        of = found[DATABASES[life.lived.address is not None]]
        of += life.state.counts
        of["lives"] += 1
        of["differences"] += len(life.state.differences)
    return found


def draw_table(found: Counts, starts: Mapping[str, str], heading: str = "") -> list[str]:
    """Draw a table of what happened: what a row is called → the counts that it adds up."""
    lines = ["", heading, ""] if heading else []
    lines += [f"| | {' | '.join(DATABASES)} |", "|---|---|---|"]
    for what, start in starts.items():
        numbers = (
            sum(each[name] for name in each if name == start or is_of(name, start))
            for each in found.values()
        )
        lines.append(f"| {what} | {' | '.join(map(str, numbers))} |")
    return lines


def is_of(name: str, start: str) -> bool:
    """Whether a count is one of those that begin alike, all of which are added up."""
    return start.endswith("*") and name.startswith(start.removesuffix("*"))


def list_names(found: Counts, start: str) -> dict[str, str]:
    """List what was counted of a kind, each by itself."""
    names = sorted({name for each in found.values() for name in each if name.startswith(start)})
    return {name.removeprefix(start): name for name in names}


def write_report(lives: list[Life], accidents: Rows) -> None:
    """Write the page."""
    found = count(lives)
    lines = [HEAD, *draw_table(found, WAYS)]
    lines += draw_table(found, list_names(found, "kind: "), "## Steps by kind")
    lines += draw_table(found, list_names(found, "code: "), "## Builds refused, by code")
    lines += [ACCIDENTS, *(f"| {what} | {said} | {n} |" for what, said, n in accidents)]
    lines += [PLANTED, *(f"- {name}" for name in DAMAGES)]
    different = [
        f"- {life.seed}, {shorten(each)}" for life in lives for each in life.state.differences
    ]
    lines += ["", "## Differences", "", *different] if different else []
    REPORT.write_text("\n".join(lines) + "\n", encoding="utf-8")


def shorten(difference: str) -> str:
    """The first line of a difference and, of a traceback, the error."""
    first, *others = difference.strip().split("\n")
    errors = [line for line in others if _ERROR.match(line)]
    return " … ".join([first, *errors[:1]])


def let_happen(folder: Path) -> Rows:
    """Let accidents happen to builds, unless the folder says what came of them."""
    place = folder / "accidents.json"
    if not place.is_file():
        with TemporaryDirectory() as name:
            found = list_accidents(Path(name) / "trials")
        rows = [(what, said, n) for what, each in found.items() for said, n in each.items()]
        place.write_text(json.dumps(rows), encoding="utf-8")
    return [(what, said, n) for what, said, n in json.loads(place.read_text(encoding="utf-8"))]


def main() -> None:
    """Live, and write the page."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    folder = Path(sys.argv[2] if len(sys.argv) > 2 else "build/lives").resolve()
    with serve_postgres(folder / "postgres") as address:
        lives = live(folder, wanted, address)
    write_report(lives, let_happen(folder))


if __name__ == "__main__":
    main()
