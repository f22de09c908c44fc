"""Ask apps with random rules for everything, and hold them against the interpreter of rules.

`python bench/rules.py COUNT` sends so many requests to apps on each database, and writes the page.
"""

import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.postgres import serve_postgres  # noqa: E402
from tests.rules.test_apps import MUTANTS, build_random, try_app  # noqa: E402

REPORT = ROOT / "docs/rules.md"
FIRST = 1000  # the seed of the first app
HEAD = """# What rules allow, in running apps

Written by `make rules`, not by hand.

Random projects with rules (`permit:`, `forbid:`, `access:`, `scope:`, `tenant:`) are built, and
people of all roles, superusers and visitors ask them for everything: lists, records, counts,
exports, forms, changes in lists and of many rows, deletions, what inputs offer, the admin,
`has_perm` and `visible_to`. Each answer is compared with an interpreter
(`tests/rules/interpreter.py`), which was written from [the reference](language.md#who-may-do-what)
alone and imports nothing of what makes policies.

| | apps | requests | answers compared | differences |
|---|---|---|---|---|
"""
PLANTED = """
These bugs are planted in an app, one at a time: some in every run of the tests, all by `make soak`.
Each is found:
"""


def try_apps(count: int, databases: dict[str, dict[str, str]]) -> dict[str, Counter[str]]:
    """Try apps until so many requests were sent to each database; their counts, by database."""
    found = {name: Counter[str]() for name in databases}
    different: list[str] = []
    seed = FIRST
    while any(each["requests"] < count for each in found.values()):
        with TemporaryDirectory() as folder:
            built = build_random(Path(folder), seed, "read" if seed % 3 else "private")
            for name, variables in databases.items():
                said = try_app(built, seed, **variables)
                different += (f"{name}, seed {seed}: {each}" for each in said["differences"])
                found[name] += Counter(
                    apps=1,
                    requests=said["requests"],
                    answers=said["answers"],
                    differences=len(said["differences"]),
                )
        seed += 1
    print("\n".join(different))
    return found


def main() -> None:
    """Try apps, and write the page."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with serve_postgres() as address:
        found = try_apps(count, {"SQLite": {}, "PostgreSQL": {"DATABASE_URL": address}})
    columns = ("apps", "requests", "answers", "differences")
    rows = (
        f"| {name} | {' | '.join(str(c[each]) for each in columns)} |" for name, c in found.items()
    )
    bugs = (f"- {name}" for name in MUTANTS)
    REPORT.write_text(HEAD + "\n".join([*rows, PLANTED, *bugs]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
