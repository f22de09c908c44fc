"""Ask apps with random rules for everything, and hold them against the interpreter of rules.

`python bench/rules.py COUNT` sends so many requests to apps on each database, and writes the page.
After each app it notes how far it is, and goes on there when it was stopped; `--anew` begins again.
"""

import json
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.postgres import serve_postgres  # noqa: E402
from tests.rules.planted_bugs import COMPILER_BUGS, MUTANTS  # noqa: E402
from tests.rules.test_apps import build_random, try_app  # noqa: E402

REPORT = ROOT / "docs/rules.md"
PROGRESS = ROOT / "build/rules.json"
FIRST = 1000  # the seed of the first app
HEAD = """# What rules allow, in running apps

Written by `make rules`, not by hand.

Random projects with rules (`permit:`, `forbid:`, `access:`, `scope:`, `tenant:`, `soft_delete:`,
`versions:`, `many_to_many`, and of pages `access:`, and for roles `scope:`, `hide:`, `show:` and
`read_only:`) are built, and people of all roles, superusers and visitors ask them for everything:
lists, records, counts, exports, forms, changes in lists and of many rows, deletions, what was put
away, versions, links, what inputs offer, the admin, `has_perm` and `visible_to`. Each answer is
compared with interpreters (`tests/rules/interpreter.py` and `page_interpreter.py`), which were
written from [the reference](language.md#who-may-do-what) alone and import nothing of what makes
policies. Transitions, also those that only time makes, are compared in apps of their own
(`tests/rules/test_workflows.py`).

| | apps | requests | answers compared | differences |
|---|---|---|---|---|
"""
PLANTED = """
These bugs are planted, one at a time, in an app or in the compiler that makes it: some in every run
of the tests, all by `make soak`. Each is found:
"""


def try_apps(count: int, databases: dict[str, dict[str, str]]) -> dict[str, Counter[str]]:
    """Try apps until so many requests were sent to each database; their counts, by database."""
    progress = read_progress()
    found = {name: Counter(progress["found"].get(name, {})) for name in databases}
    while any(each["requests"] < count for each in found.values()):
        seed = progress["seed"]
        with TemporaryDirectory() as folder:
            built = build_random(Path(folder), seed, "read" if seed % 3 else "private")
            for name, variables in databases.items():
                said = try_app(built, seed, **variables)
                texts = said["differences"]
                print(f"{name}, seed {seed}:", len(texts), *texts, sep="\n  ", flush=True)
                answers = {each: said[each] for each in ("requests", "answers")}
                found[name] += Counter(apps=1, differences=len(texts), **answers)
        progress = {"seed": seed + 1, "found": found}
        PROGRESS.parent.mkdir(exist_ok=True)
        PROGRESS.write_text(json.dumps(progress), encoding="utf-8")
    return found


def read_progress() -> Any:
    """How far an earlier run has come."""
    if PROGRESS.exists() and "--anew" not in sys.argv:
        return json.loads(PROGRESS.read_text(encoding="utf-8"))
    return {"seed": FIRST, "found": {}}


def main() -> None:
    """Try apps, and write the page."""
    count = next((int(each) for each in sys.argv[1:] if each.isdigit()), 20_000)
    with serve_postgres() as address:
        found = try_apps(count, {"SQLite": {}, "PostgreSQL": {"DATABASE_URL": address}})
    columns = ("apps", "requests", "answers", "differences")
    rows = (
        f"| {name} | {' | '.join(str(c[each]) for each in columns)} |" for name, c in found.items()
    )
    bugs = (f"- {name}" for name in (*MUTANTS, *COMPILER_BUGS))
    PROGRESS.unlink()
    REPORT.write_text(HEAD + "\n".join([*rows, PLANTED, *bugs]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
