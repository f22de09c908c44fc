"""Compare expressions in each dialect with the interpreter; `make expressions` writes the page.

`python bench/expressions.py COUNT` tries so many expressions of each dialect.
"""

import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.expressions.chains import build_chains, compare_chains  # noqa: E402
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
from tests.projects import BACKEND  # noqa: E402

Row = tuple[int, int, list[str]]
"""How many expressions were tried, how many answers there were, and the differences."""
REPORT = ROOT / "docs/expressions.md"
SHARES = {"Line": 6, "Order": 1, "Customer": 1, "Member": 1, "Region": 1}
LARGEST = 500  # expressions in a batch
HEAD = """# What expressions mean, in each dialect

Written by `make expressions`, not by hand.

Random expressions about random records, with missing values in every optional field, are compiled
and run: as queries on SQLite, as queries on PostgreSQL, and as Python. What comes out is compared
with an interpreter (`tests/expressions/interpreter.py`), which was written from
[the reference](language.md#what-expressions-mean) alone and imports nothing of the compiler. A
condition is tried as a value, as a filter, as a filter by its opposite, and as a test in Python.

The last two rows are of built projects: random computed values, values that build on these, and
aggregates of them, as pages ask for them.
"""
"""What stands above the figures."""
COVERED = """\
How often each operator met an operand that is a field, by how many references away from
the record that is, and whether it was there or missing: in each dialect, at least {least} times. A
dash is what can't be: a `bool` of the record itself is true or false, and without a default it is
false, so `and`, `or` and `not` meet a missing one only by way of a reference."""
"""What stands above the table of operators."""


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
    """List batches of so many random expressions, most of them about lines."""
    return [
        make_batch(100 + start, min(LARGEST, wanted - start), 2, entity)
        for entity, share in SHARES.items()
        for wanted in [count * share // sum(SHARES.values())]
        for start in range(0, wanted, LARGEST)
    ]


def count_different(batches: list[Batch]) -> int:
    """How many expressions there are, those that several batches have counted once."""
    return len({(each.entity, text) for each in batches for text in each.texts})


def main() -> None:
    """Try expressions, and write the page."""
    batches = list_batches(int(sys.argv[1]) if len(sys.argv) > 1 else 10_500)
    with TemporaryDirectory() as folder:
        project = build_project(Path(folder))
        migrate(project)
        different = count_different(batches)
        rows = {"SQLite, Python": (different, *try_batches(project, batches))}
        with serve_postgres() as address:
            migrate(project, DATABASE_URL=address)
            found = try_batches(project, batches, DATABASE_URL=address)
            rows["PostgreSQL, Python"] = (different, *found)
    rows |= try_chains(max(1, sum(len(each.texts) for each in batches) // 4 // LARGEST))
    seen = sum((count_seen(each.worlds, each.entity) for each in batches), Counter[Seen]())
    write_report(rows, seen)


def try_chains(projects: int) -> dict[str, Row]:
    """Build so many projects of computed values, and try them on both databases."""
    rows: dict[str, Row] = {"Built, SQLite": (0, 0, []), "Built, PostgreSQL": (0, 0, [])}
    for seed in range(projects):
        with TemporaryDirectory() as name, serve_postgres() as address:
            chains = build_chains(1000 + seed, LARGEST // 2, Path(name))
            for row, variables in zip(rows, ({}, {"DATABASE_URL": address}), strict=True):
                migrate(Path(name) / "out" / BACKEND, **variables)
                built, different = compare_chains(chains, Path(name), **variables)
                count, answers, before = rows[row]
                answers += built * len(chains.worlds)
                rows[row] = (count + built, answers, [*before, *different])
    return rows


def write_report(rows: dict[str, Row], seen: Counter[Seen]) -> None:
    """Write the page."""
    least = min(seen[each] for each in WANTED)
    lines = [HEAD, "| | expressions | answers | differences |", "|---|---|---|---|"]
    lines += [f"| {name} | {count} | {n} | {len(d)} |" for name, (count, n, d) in rows.items()]
    lines += ["", COVERED.format(least=least), "", "```text", draw_table(seen), "```"]
    different = [each for *_, found in rows.values() for each in found]
    if different:
        lines += ["", "## Differences", "", *(f"- {each}" for each in different)]
    REPORT.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
