"""Lines that no form takes: what the person probably meant."""

from typing import TYPE_CHECKING

from transformer.data import read_table
from transformer.diagnostics import Problem, closest
from transformer.dsl.forms import Cursor, Literal, Said, find_habit, match_form, problem_of
from transformer.dsl.lines import Line, span_of

if TYPE_CHECKING:
    from transformer.dsl.grammar import Grammar


def find_slip(line: Line, grammar: "Grammar", cursor: Cursor) -> Problem | None:
    """What is wrong with a line that no form takes; None where it is another tool's business."""
    first = line.tokens[0]
    if grammar.takes_fields and (_names_type(line, cursor) or _is_shaped_like_field(line)):
        return problem_of(cursor)
    if first.text in grammar.first_words:
        return problem_of(_retry(first.text, grammar, cursor))
    near = _find_near(line, grammar)
    if near is None and grammar.takes_fields and _has_near_type(line, cursor):
        return problem_of(cursor)
    if near:
        words = {"word": first.text, "closest": near, "block": grammar.title}
        return Problem("unknown-word", span_of(first, cursor.file), words)
    if grammar.is_open and _is_well_formed(line, grammar):
        return None
    listed = len(cursor.hopes) == 1 and any(cursor.hopes.values())
    if cursor.reached > 0 or (listed and first.kind == "name"):
        return problem_of(cursor)
    return _unknown_line(line, grammar, cursor.file)


def _find_near(line: Line, grammar: "Grammar") -> str | None:
    """The word of the block that the first one is a slip of, or that it changed places with."""
    first, second = line.tokens[0], line.tokens[min(1, len(line.tokens) - 1)]
    if first.kind != "name":
        return None
    if grammar.is_top and second.kind == "name" and second.text in grammar.first_words:
        return second.text
    if grammar.is_top and (habit := find_habit(first.text, grammar.first_words)):
        return habit
    may_be_field = grammar.takes_fields and second.text == ":"
    return closest(first.text, grammar.first_words, 1 if may_be_field else 2)


def guess_names(line: Line, file: str) -> dict[str, Said]:
    """The names that a broken line may declare, so that their users are not blamed too."""
    return {
        token.text: Said(token.text, span_of(token, file))
        for token in line.tokens
        if token.kind == "name"
    }


def _unknown_line(line: Line, grammar: "Grammar", file: str) -> Problem:
    first = line.tokens[0]
    words = {"word": first.text, "block": grammar.title}
    code = "odd-name" if first.kind in ("odd", "duration") else "unknown-line"
    return Problem(code, span_of(first, file), words)


def _retry(word: str, grammar: "Grammar", cursor: Cursor) -> Cursor:
    """How far the forms that begin with the word get by themselves."""
    fresh = Cursor(cursor.tokens, cursor.file, cursor.enums)
    for _, form in grammar.spellings:
        if isinstance(form[0], Literal) and form[0].text == word:
            match_form(form, fresh)
    return fresh


def _names_type(line: Line, cursor: Cursor) -> bool:
    """Whether the line says `name: type …` with a type that there is."""
    tokens = line.tokens
    if len(tokens) < 3 or tokens[1].text != ":" or tokens[0].kind != "name":
        return False
    return tokens[2].text in read_table("language")["types"] or tokens[2].text in cursor.enums


def _is_pair_of_names(line: Line) -> bool:
    """Whether the line begins as `name: name`."""
    tokens = line.tokens
    has_both = len(tokens) > 2 and tokens[1].text == ":"
    return has_both and tokens[0].kind == tokens[2].kind == "name"


def _is_shaped_like_field(line: Line) -> bool:
    """Whether the line looks like `name: type(…) modifiers`, with no type that there is."""
    modifiers = read_table("language")["modifiers"]
    types = read_table("language")["types"]
    rest = line.tokens[3:]
    if not rest or not _is_pair_of_names(line):
        return False
    if rest[0].text in ("(", "[", "=") or (
        line.tokens[2].text in modifiers and rest[0].text in types
    ):
        return True
    return any(token.kind == "name" and token.text in modifiers for token in rest)


def _has_near_type(line: Line, cursor: Cursor) -> bool:
    """Whether the line looks like `name: type` with a slip in the type."""
    hoped = [word for words in cursor.hopes.values() for word in words]
    if not _is_pair_of_names(line):
        return False
    word = line.tokens[2].text
    is_entity = word[:1].isupper() and len(line.tokens) == 3
    return is_entity or cursor.reached > 2 or bool(find_habit(word, hoped) or closest(word, hoped))


def _is_well_formed(line: Line, grammar: "Grammar") -> bool:
    """Whether the line is `word …:` with a body or, inside a block, `word: value`."""
    tokens = line.tokens
    if tokens[0].kind != "name" or len(tokens) < 2:
        return False
    marks = [token.text for token in tokens if token.kind == "mark"]
    if marks.count(")") > marks.count("(") or marks.count("]") > marks.count("["):
        return False
    if any(token.text == "'" for token in tokens):
        return False
    opens_body = tokens[-1].text == ":" and bool(line.children)
    is_pair = tokens[1].text == ":" and len(tokens) > 2 and not grammar.is_top
    return opens_body or is_pair
