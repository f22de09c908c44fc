"""The page of speeds, docs/page-speed.md, of which each program writes some sections."""

import os
import platform
from collections.abc import Iterable
from pathlib import Path

REPORT = Path(__file__).resolve().parent.parent / "docs" / "page-speed.md"
HEAD = """\
# How fast pages are

Written by `make bench-pages`: Python {python}, {system}, {cores} cores. Compare ratios, not \
machines.
"""


def put_sections(lines: Iterable[str]) -> None:
    """Replace the sections of these titles, or add them; other sections stay."""
    sections = read_sections(REPORT.read_text()) | read_sections("\n".join(lines))
    head = HEAD.format(
        python=platform.python_version(), system=platform.system(), cores=os.cpu_count()
    )
    REPORT.write_text("\n".join([head, *(f"## {text.strip()}\n" for text in sections.values())]))


def read_sections(text: str) -> dict[str, str]:
    """Each section of a page by its title."""
    _, *sections = f"\n{text}".split("\n## ")
    return {each.split("\n")[0]: each for each in sections}
