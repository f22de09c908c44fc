"""The blocks that lines are read into."""

from dataclasses import dataclass, field

from transformer.diagnostics.problems import Span
from transformer.dsl.parser.dialects import Dialect
from transformer.dsl.parser.productions import Located

# What a block may declare whose lines are missing.
ANY_NAME = "*"


@dataclass(slots=True)
class Block:
    """A line that was understood, with the blocks under it.

    `kind` is the form's name; `extension` is carried along, `broken` was not understood, and
    `unknown` neither is nor looks like one of the block's own.
    """

    kind: str
    captures: dict[str, Located]
    span: Span
    children: list["Block"] = field(default_factory=list)

    def name_of(self, key: str) -> str:
        """What the line says under a key, which is a name."""
        name: str = self.captures[key].value
        return name


def make_missing(span: Span) -> Block:
    """Make a block in the place of lines that could not be had, which may declare any name."""
    return Block("broken", {"any": Located(ANY_NAME, span)}, span)


def move_inside(blocks: list[Block], dialect: Dialect) -> list[Block]:
    """Put lines of larger dialects into the block in which ours have them, made if need be."""
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
