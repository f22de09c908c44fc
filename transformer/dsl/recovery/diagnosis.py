"""Diagnosis of a line that matches no production."""

from functools import cache
from typing import TYPE_CHECKING

from transformer.diagnostics.problems import Problem, find_closest
from transformer.dsl.parser.lines import Line, Token, locate_token
from transformer.dsl.parser.productions import (
    Cursor,
    Located,
    Terminal,
    find_synonym,
    match_production,
    report_mismatch,
)
from transformer.dsl.tables.grammar_rows import read_grammar

if TYPE_CHECKING:
    from transformer.dsl.parser.grammar import Grammar


def diagnose_line(line: Line, grammar: "Grammar", cursor: Cursor) -> Problem | None:
    """Diagnose a line that matches no production.

    Returns None if it may be a line of another block or an extension.
    """
    first = line.tokens[0]
    if grammar.takes_fields and (_names_type(line, cursor) or _is_shaped_like_field(line)):
        return report_mismatch(cursor)
    if first.text in grammar.first_words:
        return report_mismatch(_retry(first.text, grammar, cursor))
    near = _find_near(line, grammar)
    if near is None and grammar.takes_fields and _may_be_field(line, cursor):
        return report_mismatch(cursor)
    if near:
        words = {"word": first.text, "closest": near, "block": grammar.title}
        return Problem("unknown-word", locate_token(first, cursor.file), words)
    if grammar.is_open and _is_well_formed(line, grammar):
        return None
    listed = len(cursor.expected) == 1 and any(cursor.expected.values())
    if cursor.reached > 0 or (listed and first.kind == "name"):
        return report_mismatch(cursor)
    return report_unknown_line(line, grammar, cursor.file)


def _find_near(line: Line, grammar: "Grammar") -> str | None:
    """Find the word of the block that the first word is a typo of, or was swapped with."""
    first, second = line.tokens[0], line.tokens[min(1, len(line.tokens) - 1)]
    if first.kind != "name":
        return None
    if grammar.is_top and second.kind == "name" and second.text in grammar.first_words:
        return second.text
    if grammar.is_top and (synonym := find_synonym(first.text, grammar.first_words)):
        return synonym
    may_be_field = grammar.takes_fields and second.text == ":"
    return find_closest(first.text, grammar.first_words, 1 if may_be_field else 2)


def guess_names(line: Line, file: str) -> dict[str, Located]:
    """Guess the names that a broken line may declare, to suppress follow-on errors."""
    return {
        token.text: Located(token.text, locate_token(token, file))
        for token in line.tokens
        if token.kind == "name"
    }


def report_unknown_line(line: Line, grammar: "Grammar", file: str) -> Problem:
    """Report a line that resembles none of the block, with the blocks where it may stand."""
    first = line.tokens[0]
    words = {"word": first.text, "block": grammar.title}
    if first.kind in ("odd", "duration"):
        return Problem("odd-name", locate_token(first, file), words)
    homes = _find_destinations(line, grammar)
    if homes:
        return Problem(
            "misplaced-line", locate_token(first, file), words | {"homes": " or ".join(homes)}
        )
    if grammar.takes_fields and _is_pair_of_names(line):
        word = line.tokens[2]
        return Problem("unknown-type", locate_token(word, file), {"word": word.text})
    if first.kind != "name":
        return Problem("unknown-line", locate_token(first, file), words)
    listed = sorted(word for word in grammar.first_words if word.isidentifier())
    field = ["a field's name"] if grammar.takes_fields else []
    words |= {"listed": ", ".join([*field, *listed])}
    return Problem("unknown-word", locate_token(first, file), words)


def _find_destinations(line: Line, grammar: "Grammar") -> list[str]:
    """Find the titles of the blocks that have such lines; a field may be called like one."""
    from transformer.dsl.parser.grammar import compile_grammar

    if grammar.takes_fields and _is_pair_of_names(line) and not _is_listed(line.tokens[2].text):
        return []
    kinds = _index_words().get(line.tokens[0].text, ())
    return list(dict.fromkeys(compile_grammar(kind).title for kind in kinds))


def _is_listed(word: str) -> bool:
    """Tell whether a table lists a word for a phrase, such as a mode."""
    return any(word in row["words"] for row in read_grammar()["phrases"].values())


@cache
def _index_words() -> dict[str, list[str]]:
    """Map first words to the kinds of block, other than a file, that have such lines."""
    from transformer.dsl.parser.grammar import compile_grammar

    index: dict[str, list[str]] = {}
    for kind in read_grammar()["blocks"]:
        for word in compile_grammar(kind).first_words:
            if not compile_grammar(kind).is_top and word.isidentifier():
                index.setdefault(word, []).append(kind)
    return index


def resembles_own_line(line: Line, grammar: "Grammar", cursor: Cursor) -> bool:
    """Tell whether a line that could be kept is rather a mistaken line of the block."""
    first = line.tokens[0].text
    if grammar.takes_fields and _has_misspelt_type(line):
        return True
    if first not in grammar.first_words:
        synonym = find_synonym(first, grammar.first_words) if grammar.is_top else None
        return synonym is not None and _has_body_of(line, synonym, grammar)
    if line.tokens[-1].text == ":" and not line.children:
        return True
    return "closest" in report_mismatch(_retry(first, grammar, cursor)).words


def _has_misspelt_type(line: Line) -> bool:
    """Tell whether a line is `name: type` with a synonym or a typo of a type."""
    if not _is_pair_of_names(line) or line.tokens[2].text in ("true", "false"):
        return False
    types, word = read_grammar()["types"], line.tokens[2].text
    return bool(
        find_synonym(word, types)
        or find_closest(word, types, 1)
        or (len(word) > 4 and find_closest(word, types))
    )


def _has_body_of(line: Line, form: str, grammar: "Grammar") -> bool:
    """Tell whether lines under a line begin as those under a form do."""
    from transformer.dsl.parser.grammar import compile_grammar

    words = compile_grammar(grammar.bodies[form]).first_words if form in grammar.bodies else ()
    return any(child.tokens[0].text in words for child in line.children)


def is_pair(line: Line) -> bool:
    """Tell whether a line is `word: value`; the value is one word, number or text."""
    tokens = line.tokens
    return len(tokens) == 3 and tokens[0].kind == "name" and tokens[1].text == ":"


def _retry(word: str, grammar: "Grammar", cursor: Cursor) -> Cursor:
    """Match only the productions that begin with the word, and return how far they got."""
    fresh = Cursor(cursor.tokens, cursor.file, cursor.enums)
    for _, production in grammar.spellings:
        if isinstance(production[0], Terminal) and production[0].text == word:
            match_production(production, fresh)
    return fresh


def _names_type(line: Line, cursor: Cursor) -> bool:
    """Tell whether the line is `name: type …` with a type that exists."""
    tokens = line.tokens
    if len(tokens) < 3 or tokens[1].text != ":" or tokens[0].kind != "name":
        return False
    return tokens[2].text in read_grammar()["types"] or tokens[2].text in cursor.enums


def _is_pair_of_names(line: Line) -> bool:
    """Tell whether the line begins with `name: name`."""
    tokens = line.tokens
    has_both = len(tokens) > 2 and tokens[1].text == ":"
    return has_both and tokens[0].kind == tokens[2].kind == "name"


def _is_shaped_like_field(line: Line) -> bool:
    """Tell whether the line looks like `name: type(…) modifiers` with an unknown type."""
    modifiers = read_grammar()["modifiers"]
    types = read_grammar()["types"]
    rest = line.tokens[3:]
    if not rest or not _is_pair_of_names(line):
        return False
    if rest[0].text in ("(", "[", "=") or (
        line.tokens[2].text in modifiers and rest[0].text in types
    ):
        return True
    return any(token.kind == "name" and token.text in modifiers for token in rest)


def _may_be_field(line: Line, cursor: Cursor) -> bool:
    """Tell whether the line looks like `name: type` with a typo in the type, or without one."""
    tokens = line.tokens
    if len(tokens) > 2 and tokens[1].text == ":" and tokens[2].kind != "name":
        return cursor.reached > 1
    if not _is_pair_of_names(line) or (
        _is_listed(tokens[2].text) and _has_other_destination(tokens[0])
    ):
        return False
    word = tokens[2].text
    expected = [word for words in cursor.expected.values() for word in words]
    is_entity = word[:1].isupper() and len(tokens) == 3
    return (
        is_entity
        or cursor.reached > 2
        or bool(find_synonym(word, expected) or find_closest(word, expected))
    )


def _has_other_destination(token: Token) -> bool:
    return token.text in _index_words()


def _is_well_formed(line: Line, grammar: "Grammar") -> bool:
    """Tell whether the line is `word …:` with a body or, inside a block, `word: value`."""
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
