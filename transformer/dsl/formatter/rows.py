"""A line of the language as rows of text, broken at brackets if it is too wide."""

from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from transformer.dsl.formatter.comments import Comment
from transformer.dsl.formatter.spacing import SpacingContext
from transformer.dsl.parser.lines import Token

WIDTH = 100
STEP = 2
# No line by a person needs more; the bound is for lines by programs.
_MOST_BREAKS = 30


@dataclass(slots=True)
class Row:
    """A range of a line's tokens, perhaps empty, and a comment behind them, if any."""

    level: int
    start: int
    end: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class LineLayout:
    """A line to lay out at an indentation, with the comments before its tokens."""

    context: SpacingContext
    notes: Mapping[int, Sequence[Comment]]
    indent: int

    def lay_out(self) -> list[str]:
        """Lay the line out as rows of text, each with its indentation."""
        broken = self._break_at_notes()
        rows = self._cut_rows(broken)
        for _ in range(_MOST_BREAKS):
            brackets = self._find_brackets(rows, broken)
            if not brackets:
                break
            broken |= brackets
            rows = self._cut_rows(broken)
        return [self._write_row(row) for row in rows]

    def _break_at_notes(self) -> set[int]:
        """Find the brackets that hold a comment."""
        places = sorted(self.notes)
        return {
            opener
            for opener, closer in self.context.pairs.items()
            if bisect(places, opener) < bisect(places, closer)
        }

    def _find_brackets(self, rows: Sequence[Row], broken: set[int]) -> set[int]:
        """Find the longest list of each row that is too wide, by its opening bracket."""
        wide = [row for row in rows if self._measure(row) > WIDTH]
        if not wide:
            return set()
        pairs = self.context.pairs
        lists = {bracket for _, bracket in self._list_commas()} - broken
        lists -= set(self.context.path)
        found = set()
        for row in wide:
            inside = [each for each in lists if row.start <= each and pairs[each] < row.end]
            found |= {max(inside, key=lambda each: pairs[each] - each)} if inside else set()
        return found

    def _list_commas(self) -> Iterator[tuple[int, int]]:
        """List each comma's index with that of the bracket that it stands in."""
        nested: list[int] = []
        closers = set(self.context.pairs.values())
        for index, token in enumerate(self.context.tokens):
            if index in self.context.pairs:
                nested.append(index)
            elif index in closers:
                nested.pop()
            elif nested and token.kind == "mark" and token.text == ",":
                yield index, nested[-1]

    def _measure(self, row: Row) -> int:
        return max(map(len, self._write_tokens(row).split("\n")))

    def _cut_rows(self, broken: set[int]) -> list[Row]:
        closers = {self.context.pairs[opener] for opener in broken}
        commas = {comma for comma, bracket in self._list_commas() if bracket in broken}
        rows = [Row(0, 0, 0)]
        level, is_over = 0, False
        for index in range(len(self.context.tokens) + 1):
            for note in self.notes.get(index, ()):
                _add_note(rows, note, level, index)
                is_over = True
            if index == len(self.context.tokens):
                break
            if index in closers:
                level, is_over = level - 1, True
            if is_over:
                rows.append(Row(level, index, index))
            rows[-1].end = index + 1
            level += index in broken
            is_over = index in broken or index in commas
        return rows

    def _write_row(self, row: Row) -> str:
        text = self._write_tokens(row)
        if row.start == row.end:
            return text + row.note
        return f"{text}  {row.note}" if row.note else text

    def _write_tokens(self, row: Row) -> str:
        parts = [" " * (self.indent + 2 * STEP * row.level)]
        for index in range(row.start, row.end):
            if index > row.start and not self.context.touches(index):
                parts.append(" ")
            parts.append(self._write_token(index))
        return "".join(parts)

    def _write_token(self, index: int) -> str:
        token = self.context.tokens[index]
        if "\n" not in token.text:
            return token.text
        return shift_text(token, self.indent, self.indent + (STEP if index else 0))


def _add_note(rows: list[Row], note: Comment, level: int, index: int) -> None:
    last = rows[-1]
    if note.is_alone or last.note or last.start == last.end:
        rows.append(Row(level, index, index, note.normalized))
    else:
        last.note = note.normalized


def shift_text(token: Token, outer: int, inner: int) -> str:
    """Indent the rows of a long text anew, without changing its value."""
    quote = '"""'
    first, *rest = token.text[len(quote) :].removesuffix(quote).split("\n")
    margins = [len(row) - len(row.lstrip()) for row in rest if row.strip()]
    if not margins:
        return token.text
    margin = min(margins)
    rows = [_indent_row(row[margin:], inner) for row in rest]
    if not rest[-1].strip():
        rows[-1] = " " * outer
    return "\n".join([quote + first, *rows]) + quote


def _indent_row(row: str, indent: int) -> str:
    return " " * indent + row if row else ""
