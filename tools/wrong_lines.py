"""Write docs/wrong-lines.md: wrong lines, and what is said of them."""

from pathlib import Path
from typing import Any

import yaml

_ROOT = Path(__file__).resolve().parent.parent
TABLE = _ROOT / "tests" / "manifest" / "wrong_lines.yaml"
PAGE = _ROOT / "docs" / "wrong-lines.md"
_HEAD = """# Wrong lines

What people write who come from Django, SQL, Prisma, Rails, YAML or TypeScript, and what
dazzle says of it. "Before" is what commit f943bf9 said: {valid} of these {count} lines were
valid then, and what they meant was lost. Each of them is an error today, with at most two
reports. What to do about it stands behind `=`; most of that comes from
`mappings/language/hints.yaml`.
`make docs` writes this page from `tests/manifest/wrong_lines.yaml`, which a test holds.

| in | line | before | now |
| --- | --- | --- | --- |
"""


def read_table() -> Any:
    """Read the frames and the cases of the table."""
    return yaml.safe_load(TABLE.read_text(encoding="utf-8"))


def write_page() -> str:
    """Write the page of the table as it is today."""
    cases = read_table()["cases"]
    valid = sum(case["before"].startswith("valid") for case in cases)
    rows = (
        [case["in"], f"`` {case['line'].replace(chr(92), ' ⏎ ')} ``", case["before"], case["after"]]
        for case in cases
    )
    lines = (f"| {' | '.join(_escape(cell) for cell in row)} |\n" for row in rows)
    return _HEAD.format(valid=valid, count=len(cases)) + "".join(lines)


def _escape(cell: str) -> str:
    return cell.replace("|", "\\|").replace("<", "&lt;").replace("\n", " ")


if __name__ == "__main__":
    PAGE.write_text(write_page(), encoding="utf-8")
