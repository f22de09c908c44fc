"""Hold the precision of types: what share of the expressions of a module mypy knows the type of.

`make precision` lets mypy count the expressions of type `Any` and names the modules with too many.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

LEAST_OF_MODULE, LEAST_OF_ALL = 95, 98  # percent


def list_shares(report: str) -> Iterator[tuple[str, int, int]]:
    """List the modules of mypy's report, each with its expressions of type `Any` and all of them.

    >>> list(list_shares(" Name  Anys  Exprs  Coverage\\n----\\n a.b  1  20  95.00%\\n"))
    [('a.b', 1, 20)]
    """
    for line in report.splitlines():
        words = line.split()
        if len(words) == 4 and words[3].endswith("%"):
            yield words[0], int(words[1]), int(words[2])


def list_faults(report: str) -> Iterator[str]:
    """List the modules, and the whole, that are less precise than they have to be."""
    for name, vague, count in list_shares(report):
        least = LEAST_OF_ALL if name == "Total" else LEAST_OF_MODULE
        share = 100 * (count - vague) / count if count else 100
        if share < least:
            yield f"{name}: {share:.1f} % of {count} expressions have a type, not {least} %"


def main(report: str) -> None:
    """Print what is wrong, and exit with 1 if anything is."""
    faults = list(list_faults(Path(report).read_text(encoding="utf-8")))
    sys.exit("\n".join(faults) or 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
