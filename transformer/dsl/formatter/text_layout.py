"""Layout of a whole text: indentation, blank lines and comments."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transformer.dsl.formatter.comments import Comment, list_comments, place_comments
from transformer.dsl.formatter.rows import STEP, LineLayout
from transformer.dsl.formatter.spacing import make_context
from transformer.dsl.parser.lines import Line, Token, scan_lines
from transformer.dsl.parser.phrases import unquote_token


@dataclass(frozen=True, slots=True)
class NestedLine:
    """A line, the line that it is indented under, and the number of blocks around it."""

    line: Line
    parent: Line | None
    depth: int


@dataclass(frozen=True, slots=True)
class LayoutItem:
    """A line or a comment as it is to be written."""

    rows: list[str]
    depth: int
    follows_blank: bool
    is_comment: bool


def lay_out_text(text: str) -> str:
    """Format a text; return it unchanged if it can't be scanned without a problem."""
    lines, problems = scan_lines(text, "")
    if problems:
        return text
    items = list(_list_items(text, lines))
    rows: list[str] = []
    for index, item in enumerate(items):
        rows += [""] * _needs_blank(items, index)
        rows += item.rows
    laid = "".join(f"{row}\n" for row in rows)
    # A mistake in here must not cost anybody a word of their own.
    return laid if _list_content(laid) == _list_content(text) else text


def _list_content(text: str) -> tuple[list[tuple[int, list[tuple[str, str]]]], list[str], int]:
    """List what a layout may not change: tokens with their nesting, comments, problems."""
    lines, problems = scan_lines(text, "")
    places = list(_walk_lines(lines))
    tokens = [(place.depth, [*map(_normalize_token, place.line.tokens)]) for place in places]
    comments = _find_comments(text, places)
    return tokens, [comment.letters for comment in comments.values()], len(problems)


def _normalize_token(token: Token) -> tuple[str, str]:
    return token.kind, unquote_token(token) if token.kind == "text" else token.text


def _walk_lines(lines: Sequence[Line]) -> Iterator[NestedLine]:
    """Walk through every line of a forest, from top to bottom."""
    ahead = [NestedLine(line, None, 0) for line in reversed(lines)]
    while ahead:
        place = ahead.pop()
        yield place
        children = reversed(place.line.children)
        ahead += [NestedLine(child, place.line, place.depth + 1) for child in children]


def _find_comments(text: str, places: Sequence[NestedLine]) -> dict[int, Comment]:
    return list_comments(text, (token for place in places for token in place.line.tokens))


def _list_items(text: str, lines: Sequence[Line]) -> Iterator[LayoutItem]:
    places = list(_walk_lines(lines))
    comments = _find_comments(text, places)
    above: list[Line] = []
    last = 0
    for place in places:
        first = place.line.tokens[0].line
        for comment in _list_between(comments, last, first):
            yield _lay_out_comment(comment, above, place.depth, last)
            last = comment.line
        yield _lay_out_place(place, comments, last)
        last = place.line.last
        above[place.depth :] = [place.line]
    for comment in _list_between(comments, last, text.count("\n") + 2):
        yield _lay_out_comment(comment, above, 0, last)
        last = comment.line


def _list_between(comments: dict[int, Comment], last: int, first: int) -> list[Comment]:
    return [comments[number] for number in range(last + 1, first) if number in comments]


def _lay_out_place(place: NestedLine, comments: dict[int, Comment], last: int) -> LayoutItem:
    context = make_context(place.line, place.parent)
    layout = LineLayout(context, place_comments(place.line, comments), STEP * place.depth)
    follows_blank = place.line.tokens[0].line > last + 1
    return LayoutItem(layout.lay_out(), place.depth, follows_blank, is_comment=False)


def _lay_out_comment(comment: Comment, above: Sequence[Line], depth: int, last: int) -> LayoutItem:
    """Indent a comment as the line after it or, if it is, as one before it."""
    if depth < len(above):
        fitting = [level for level, line in enumerate(above) if line.indent <= comment.margin]
        depth = max([depth, *fitting])
        innermost = above[-1]
        # There may be nothing but comments under a head.
        if innermost.tokens[-1].text == ":" and comment.margin > innermost.indent:
            depth = len(above)
    row = " " * (STEP * depth) + comment.normalized
    return LayoutItem([row], depth, comment.line > last + 1, is_comment=True)


def _needs_blank(items: Sequence[LayoutItem], index: int) -> bool:
    """Tell whether a blank line goes before an item."""
    item = items[index]
    if index == 0 or item.depth > items[index - 1].depth:
        return False
    if item.depth > 0:
        return item.follows_blank
    before = items[index - 1]
    if before.depth > 0 or (not before.is_comment and _begins_block(items, index)):
        return True
    return item.follows_blank


def _begins_block(items: Sequence[LayoutItem], index: int) -> bool:
    """Tell whether a top-level block with a body begins here, perhaps with a comment on it."""
    while items[index].is_comment:
        index += 1
        if index == len(items) or items[index].follows_blank or items[index].depth > 0:
            return False
    return index + 1 < len(items) and items[index + 1].depth > 0
