"""Compare expressions in each dialect with the interpreter; `make expressions` writes the page.

`python bench/expressions.py COUNT` tries so many expressions of each dialect.
"""

import sys
from collections import Counter
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.expressions.coverage import WANTED, Seen, count_seen, draw_table  # noqa: E402
from tests.expressions.dialects import (  # noqa: E402
    Batch,
    build_project,
    list_differences,
    make_batch,
    migrate,
    run_sources,
)
from tests.postgres import serve_postgres  # noqa: E402

REPORT = ROOT / "docs/expressions.md"
SHARES = {"Line": 6, "Order": 1, "Customer": 1, "Member": 1, "Region": 1}
HEAD = """# What expressions mean, in each dialect

Written by `make expressions`, not by hand.

Random expressions about random records, with missing values in every optional field, are compiled
and run: as queries on SQLite, as queries on PostgreSQL, and as Python. What comes out is compared
with an interpreter (`tests/expressions/interpreter.py`), which was written from
[the reference](language.md#what-expressions-mean) alone and imports nothing of the compiler. A
condition is tried as a value, as a filter, as a filter by its opposite, and as a test in Python.
"""
"""What stands above the figures."""


def try_batches(project: Path, batches: list[Batch], **variables: str) -> tuple[int, list[str]]:
    """Try batches on a database; how many answers there were, and the differences."""
    answers, different = 0, []
    for batch in batches:
        sources = batch.compile()
        found = run_sources(project, batch, sources, **variables)
        answers += sum(len(each) for each in sources) * len(batch.worlds)
        for each in list_differences(batch, sources, found):
            different.append(f"`{each.text}` ({each.dialect}): {each.source}")
    return answers, different


def list_batches(count: int) -> list[Batch]:
    """List batches of so many expressions, most of them about lines."""
    return [
        make_batch(100 + number, 500, 2, entity)
        for entity, share in SHARES.items()
        for number in range(max(1, count * share // 10 // 500))
    ]


def count_lines(batches: list[Batch]) -> Counter[Seen]:
    """How often the expressions about lines met each operator and kind of operand."""
    return sum(
        (
            count_seen(each.manifest, Random(1), worlds=4)
            for each in batches
            if each.entity == "Line"
        ),
        Counter(),
    )


def main() -> None:
    """Try expressions, and write the page."""
    batches = list_batches(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
    with TemporaryDirectory() as folder:
        project = build_project(Path(folder))
        migrate(project)
        rows = {"SQLite, Python": try_batches(project, batches)}
        with serve_postgres() as address:
            migrate(project, DATABASE_URL=address)
            rows["PostgreSQL, Python"] = try_batches(project, batches, DATABASE_URL=address)
    write_report(sum(len(each.texts) for each in batches), rows, count_lines(batches))


def write_report(count: int, rows: dict[str, tuple[int, list[str]]], seen: Counter[Seen]) -> None:
    """Write the page."""
    least = min(seen[each] for each in WANTED)
    lines = [HEAD, "| | expressions | answers | differences |", "|---|---|---|---|"]
    lines += [f"| {name} | {count} | {n} | {len(d)} |" for name, (n, d) in rows.items()]
    lines += ["", "How often each operator met an operand that is a field of a line, by how many"]
    lines += ["references away that is, and whether it was there or missing: in each dialect, at"]
    lines += [f"least {least} times.", "", "```text", draw_table(seen), "```"]
    different = [each for _, found in rows.values() for each in found]
    if different:
        lines += ["", "## Differences", "", *(f"- {each}" for each in different)]
    REPORT.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
