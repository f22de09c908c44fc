"""The syntax tree: blocks."""

from dataclasses import dataclass, field

from transformer.diagnostics.problems import Span
from transformer.dsl.parser.dialects import Dialect
from transformer.dsl.parser.productions import Located

# The name that stands for any, in a block whose lines are missing.
ANY_NAME = "*"


@dataclass(slots=True)
class Block:
    """A line and the blocks under it.

    `kind` is the name of its form; `extension` for a kept line, `broken` for one that wasn't
    understood, and `unknown` for one that resembles no line of the block.
    """

    kind: str
    captures: dict[str, Located]
    span: Span
    children: list["Block"] = field(default_factory=list)

    def name_of(self, key: str) -> str:
        """Return the capture with that key, which is a name."""
        name: str = self.captures[key].value
        return name


def make_missing(span: Span) -> Block:
    """Make a block in the place of missing lines, which may declare any name."""
    return Block("broken", {"any": Located(ANY_NAME, span)}, span)


def move_inside(blocks: list[Block], dialect: Dialect) -> list[Block]:
    """Move lines of larger dialects into the block in which this language has them.

    The block is made if there is none.
    """
    moved = [block for block in blocks if block.kind in dialect.inside]
    if not moved:
        return blocks
    rest = [block for block in blocks if block.kind not in dialect.inside]
    for block in moved:
        form = dialect.inside[block.kind]
        destination = next((each for each in rest if each.kind == form), None)
        if destination is None:
            destination = Block(form, {}, block.span)
            rest.append(destination)
        destination.children.append(block)
    return rest
