"""What `docs/language.md` says of the parts of a manifest that a stack makes nothing of yet."""

import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path

from transformer.diagnostics.resources import read_table
from transformer.engine.capabilities import read_capabilities
from transformer.project.stack_backends import is_built

PAGE = Path(__file__).resolve().parent.parent / "docs" / "language.md"
BEGIN, END = "<!-- unbuilt parts, by `make docs` -->\n", "<!-- end of unbuilt parts -->\n"
_WIDTH = 120


def write_page(page: str) -> str:
    """The page with the parts as they are today."""
    before, rest = page.split(BEGIN)
    return "".join([before, BEGIN, *_list_stacks(), END, rest.split(END)[1]])


def _list_stacks() -> Iterator[str]:
    """A line for each stack that can be built and leaves something out."""
    for stack in filter(is_built, read_table("language/stacks")):
        backends = [
            read_capabilities(name) for name in read_table("language/stacks")[stack]["backends"]
        ]
        unbuilt = [part for each in backends for part in each.unbuilt]
        rules = [row["what"] for each in backends for row in each.unenforced.values()]
        phrases = [f"doesn't implement yet: {_name_parts(unbuilt)}"] if unbuilt else []
        phrases += [f"doesn't enforce yet: {'; '.join(rules)}"] if rules else []
        if phrases:
            line = f"- `{stack}` {', and '.join(phrases)}."
            yield textwrap.fill(line, _WIDTH, subsequent_indent="  ") + "\n"


def _name_parts(parts: Iterable[str]) -> str:
    """The parts as people read them."""
    return ", ".join(f"`{part.replace('/*/', '.').replace('/', '.')}`" for part in parts)


if __name__ == "__main__":
    PAGE.write_text(write_page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
