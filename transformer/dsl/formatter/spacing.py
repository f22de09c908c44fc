"""Spacing: which tokens of a line touch, by the table of marks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache

from transformer.dsl.formatter.comments import locate_end
from transformer.dsl.parser.lines import Line, Token
from transformer.dsl.tables.expression_rows import read_expressions
from transformer.dsl.tables.grammar_rows import read_grammar
from transformer.dsl.tables.layout_rows import Formulas, MarkRow, Side, Spacing, read_layout

_OPENERS, _CLOSERS = ("(", "["), (")", "]")
_WRITTEN: MarkRow = {"before": "written", "after": "written"}


@dataclass(slots=True)
class SpacingContext:
    """The tokens of a line, and what spacing depends on."""

    tokens: Sequence[Token]
    is_formula: bool
    is_field: bool
    compares: list[bool] = field(init=False)  # for each token, whether `=` would compare there
    pairs: dict[int, int] = field(init=False)  # opening brackets to closing ones
    path: range = field(init=False)  # the tokens that are a path

    def __post_init__(self) -> None:
        self.compares = _find_formulas(self.tokens, self.is_formula)
        self.pairs = pair_brackets(self.tokens)
        self.path = _find_path(self.tokens) if not self.is_formula else range(0)

    def touches(self, gap: int) -> bool:
        """Tell whether the token with that index touches the one before it."""
        left, right = self.tokens[gap - 1], self.tokens[gap]
        if left.kind != "mark" and right.kind != "mark":
            return False
        if gap - 1 in self.path and gap in self.path:
            return True
        if left.kind == right.kind and _would_merge(left.text, right.text):
            return False
        return self._asks_to_touch(gap - 1, gap, "after") or self._asks_to_touch(gap, gap, "before")

    def _asks_to_touch(self, mark: int, gap: int, side: Side) -> bool:
        token = self.tokens[mark]
        if token.kind != "mark":
            return False
        spacing = _read_marks().get(token.text, _WRITTEN)[side]
        return _SPACINGS[spacing](self, mark, gap)


def make_context(line: Line, parent: Line | None) -> SpacingContext:
    """Find out what spacing depends on in a line, given the line that it is indented under."""
    words = [token.text for token in line.tokens[:4]]
    above = parent.tokens[0].text if parent else ""
    table = read_layout()
    if above in table["records"]:
        has_name = ":" in words[1:3]
        is_formula = _is_rule(words, table["formulas"])
        return SpacingContext(line.tokens, is_formula, has_name and not is_formula)
    formulas = table["formulas"]
    is_formula = above in formulas["bodies"]
    is_formula |= parent is not None and words[0] in formulas["elsewhere"] and ":" in words[1:2]
    return SpacingContext(line.tokens, is_formula, False)


def _is_rule(words: Sequence[str], formulas: Formulas) -> bool:
    """Tell whether a line of a record holds a formula."""
    if words[1:2] != [":"] or len(words) < 3:
        return False
    has_type = words[2] in read_grammar()["types"]
    return words[2] in formulas["after_name"] or (
        words[0] in formulas["in_records"] and not has_type
    )


def _find_formulas(tokens: Sequence[Token], whole: bool) -> list[bool]:
    words = read_layout()["formulas"]["in_brackets"]
    nested = [whole]
    found = []
    for index, token in enumerate(tokens):
        if token.kind == "mark" and token.text in _OPENERS:
            nested.append(nested[-1])
        elif token.kind == "mark" and token.text in _CLOSERS and len(nested) > 1:
            nested.pop()
        elif token.text in words and token.kind == "name" and not _is(tokens, index + 1, "="):
            nested[-1] |= len(nested) > 1
        found.append(nested[-1])
    return found


def pair_brackets(tokens: Sequence[Token]) -> dict[int, int]:
    """Map the index of each opening bracket of a line to that of its closing one."""
    pairs: dict[int, int] = {}
    nested: list[int] = []
    for index, token in enumerate(tokens):
        if token.kind != "mark":
            continue
        if token.text in _OPENERS:
            nested.append(index)
        elif token.text in _CLOSERS and nested:
            opener = tokens[nested[-1]].text
            if _OPENERS.index(opener) == _CLOSERS.index(token.text):
                pairs[nested.pop()] = index
    return pairs


def _find_path(tokens: Sequence[Token]) -> range:
    """Find the tokens of a path such as `/clients/{id}`, which goes to the end of the line."""
    words = read_layout()["before_paths"]
    for start in range(1, len(tokens)):
        if tokens[start - 1].text in words and _is(tokens, start, "/"):
            return range(start, len(tokens))
    return range(0)


def _is(tokens: Sequence[Token], index: int, mark: str) -> bool:
    return 0 <= index < len(tokens) and tokens[index].text == mark and tokens[index].kind == "mark"


def _would_merge(left: str, right: str) -> bool:
    """Tell whether two marks would be read as another one if they touched."""
    return any(
        len(mark) > len(left) and f"{left}{right}".startswith(mark) for mark in _read_marks()
    )


def _read_marks() -> dict[str, MarkRow]:
    return read_layout()["marks"]


def _was_touching(context: SpacingContext, _mark: int, gap: int) -> bool:
    before, token = context.tokens[gap - 1 : gap + 1]
    return locate_end(before) == (token.line, token.column - 1)


def _calls(context: SpacingContext, mark: int, _gap: int) -> bool:
    before = context.tokens[mark - 1]
    return before.kind == "name" and before.text not in read_layout()["apart"]


def _assigns(context: SpacingContext, mark: int, gap: int) -> bool:
    if context.compares[mark]:
        return False
    return gap > mark or not (context.is_field and _follows_modifier(context, mark))


def _follows_modifier(context: SpacingContext, mark: int) -> bool:
    """Tell whether a title, or a modifier that takes no value, stands before the mark."""
    tokens, index = context.tokens, mark - 1
    opener = next((start for start, end in context.pairs.items() if end == index), None)
    if opener is not None:
        index = opener - 1
    elif _is(tokens, index, "?"):
        index -= 1
    has_type_before = index > 2
    is_text = tokens[index].kind in ("string", "text")
    return has_type_before and (is_text or tokens[index].text in _list_plain_modifiers())


@cache
def _list_plain_modifiers() -> frozenset[str]:
    modifiers = read_grammar()["modifiers"]
    return frozenset(
        word
        for word, row in modifiers.items()
        if not any(form.startswith(f"{word} =") for form in row["forms"])
    )


def _joins_names(context: SpacingContext, mark: int, gap: int) -> bool:
    tokens = context.tokens
    both = tokens[max(mark - 1, 0)], tokens[min(mark + 1, len(tokens) - 1)]
    if any(token.kind in ("number", "duration") for token in both):
        return _was_touching(context, mark, gap)
    return True


def _sums(context: SpacingContext, mark: int, gap: int) -> bool:
    if context.is_field or context.compares[mark] or _is_sign(context, mark):
        return False
    if context.tokens[mark - 1].text in read_expressions()["moments"]:
        return False
    return _was_touching(context, mark, gap)


def _signs(context: SpacingContext, mark: int, gap: int) -> bool:
    if mark == 0:
        return False
    return _is_sign(context, mark) or _sums(context, mark, gap)


def _is_sign(context: SpacingContext, mark: int) -> bool:
    """Tell whether a minus is a sign: no operand stands before it."""
    if mark == 0 or context.tokens[mark].text != "-":
        return False
    before = context.tokens[mark - 1]
    if before.kind == "mark":
        return before.text not in (*_CLOSERS, "?")
    return before.text in read_layout()["apart"]


def _tells_time(context: SpacingContext, mark: int, gap: int) -> bool:
    both = context.tokens[max(mark - 1, 0)], context.tokens[gap]
    is_time = all(token.kind == "number" for token in both)
    return is_time and _was_touching(context, mark, gap)


_SPACINGS: dict[Spacing, Callable[[SpacingContext, int, int], bool]] = {
    "touch": lambda *_: True,
    "apart": lambda *_: False,
    "written": _was_touching,
    "call": _calls,
    "assign": _assigns,
    "path": _joins_names,
    "sum": _sums,
    "sign": _signs,
    "colon": _tells_time,
}
