"""Files of the language as a careless hand leaves them: other spaces, the same words."""

from collections.abc import Iterator, Sequence
from random import Random

from transformer.diagnostics.resources import read_table
from transformer.dsl.formatter.spacing import pair_brackets
from transformer.dsl.parser.lines import Line, Token, scan_lines

_SWITCHES = set(read_table("language/grammar")["modifiers"])
_LONG_MARKS = ("->", "<-", "==", "!=", "<=", ">=")


def respace_text(text: str, random: Random, *, adds_comments: bool = False) -> str:
    """The text with other spaces, indentation and line breaks; its own comments are left out.

    Blank lines stay where they are, though there may be more of them. With `adds_comments`
    numbered comments and further blank lines stand wherever they may.
    """
    lines, problems = scan_lines(text, "")
    assert not problems
    blank = {number for number, row in enumerate(text.split("\n"), 1) if not row.strip()}
    notes = (f"#{random.choice(['', ' ', '   '])}note {number}." for number in range(10**6))
    writer = Writer(random, notes if adds_comments else None, blank)
    rows = list(writer.write_lines(lines, 0))
    return "\ufeff" * random.randint(0, 1) + random.choice(["\n", "\r\n"]).join([*rows, ""])


class Writer:
    """A hand that writes lines down, each time in another way."""

    def __init__(self, random: Random, notes: Iterator[str] | None, blank: set[int]) -> None:
        self.random, self.notes, self.blank = random, notes, blank

    def write_lines(self, lines: Sequence[Line], indent: int) -> Iterator[str]:
        """The rows of some lines and of what is under them."""
        for line in lines:
            yield from self.write_gap(line.tokens[0].line - 1 in self.blank)
            yield " " * indent + self.write_tokens(line.tokens) + self.write_end()
            if line.children:
                yield from self.write_lines(line.children, indent + self.random.randint(1, 5))

    def write_gap(self, is_blank: bool) -> Iterator[str]:
        """Blank lines, and comments on lines of their own."""
        if is_blank:
            yield from [" " * self.random.choice([0, 0, 3])] * self.random.randint(1, 3)
        while self.notes and self.random.random() < 0.2:
            yield self.random.choice(["", " " * self.random.randint(0, 8) + next(self.notes)])

    def write_end(self) -> str:
        """What may stand at the end of a row."""
        spaces = " " * self.random.choice([0, 0, 0, 1, 4])
        return spaces + (next(self.notes) if self.notes and self.random.random() < 0.2 else "")

    def write_tokens(self, tokens: Sequence[Token]) -> str:
        """The tokens of a line, with anything between them that means nothing."""
        ends, path = pair_brackets(tokens), find_path(tokens)
        parts = [tokens[0].text]
        reach = ends.get(0, 0)
        for index in range(1, len(tokens)):
            if index <= path:
                parts.append(self.write_space(tokens[index - 1], tokens[index], index <= reach))
            parts.append(tokens[index].text)
            reach = max(reach, ends.get(index, 0))
        return "".join(parts)

    def write_space(self, left: Token, right: Token, in_brackets: bool) -> str:
        """What may stand between two tokens."""
        space = " " * self.random.choice([0, 0, 0, 1, 1, 2, 5])
        if in_brackets and self.random.random() < 0.1:
            return self.write_end() + "\n" + "\n".join([*self.write_gap(False), space])
        return space or " " * must_part(left, right)


def find_path(tokens: Sequence[Token]) -> int:
    """Where a path such as `/clients/{id}` begins, in which a space would mean something."""
    starts = (
        index
        for index in range(1, len(tokens))
        if (tokens[index - 1].text, tokens[index].text) == ("operation", "/")
    )
    return next(starts, len(tokens))


def must_part(left: Token, right: Token) -> bool:
    """Whether the tokens would be read as others if they touched."""
    if left.kind != "mark" and right.kind != "mark":
        return True
    if right.text == "=" and left.text in _SWITCHES:
        return True  # `required=true` is a mistake, `required =true` has a default
    marks = left.text + right.text
    return any(marks.startswith(mark) for mark in _LONG_MARKS) and marks != left.text
