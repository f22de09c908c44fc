"""Lines that match no production: kept for a larger dialect, misplaced, or mistaken."""

from transformer.diagnostics.problems import Problem
from transformer.dsl.parser.dialects import Kept, contains_rule, find_kept, is_authorization
from transformer.dsl.parser.grammar import Grammar, compile_grammar, match_line
from transformer.dsl.parser.lines import Line, find_last_line, locate_token
from transformer.dsl.parser.productions import Cursor, Located
from transformer.dsl.parser.source_files import SourceFile
from transformer.dsl.parser.tree import Block
from transformer.dsl.recovery.diagnosis import (
    diagnose_line,
    guess_names,
    is_pair,
    resembles_own_line,
)
from transformer.dsl.recovery.hints import has_hint


def keep_line(line: Line, kept: Kept, grammar: Grammar, source: SourceFile) -> Block:
    """Keep a line with all that is indented under it."""
    kept = kept._replace(is_rule=kept.is_rule or contains_rule(line, is_top=grammar.is_top))
    captures = _quote_extension(line, kept, source.text, source.file)
    return Block("extension", captures, captures["word"].span)


def _quote_extension(line: Line, kept: Kept, text: str, file: str) -> dict[str, Located]:
    """Quote the word and the source of a line with all that is indented under it."""
    span = locate_token(kept.token, file)
    source = text.split("\n")[line.tokens[0].line - 1 : find_last_line(line)]
    captures = {"word": kept.word, "rule": kept.is_rule, "lines": _dedent(source)}
    return {key: Located(value, span) for key, value in captures.items()}


def _dedent(lines: list[str]) -> list[str]:
    margins = [len(line) - len(line.lstrip(" ")) for line in lines if line.strip()]
    margin = min(margins, default=0)
    return [line[margin:].rstrip() for line in lines]


def is_own_line(line: Line, form: str, grammar: Grammar, source: SourceFile) -> bool:
    """Tell whether a line that could be kept is one of this language, by the lines under it."""
    body = grammar.bodies.get(form)
    if body is None:
        return True
    inner = compile_grammar(body)
    cursors = (Cursor(child.tokens, source.file, source.enums) for child in line.children)
    pairs = zip(line.children, cursors, strict=True)
    own = [match_line(child, inner, cursor) is not None for child, cursor in pairs]
    kept = [find_kept(child, inner.dialect.beginnings) is not None for child in line.children]
    return any(own) and all(a or b for a, b in zip(own, kept, strict=True))


def recover_line(
    line: Line, kept: Kept | None, grammar: Grammar, source: SourceFile, cursor: Cursor
) -> tuple[Block, Problem | None]:
    """Keep an unmatched line for a larger dialect, or diagnose it."""
    span = locate_token(line.tokens[0], source.file)
    if kept and not resembles_own_line(line, grammar, cursor):
        return keep_line(line, kept, grammar, source), None
    problem = diagnose_line(line, grammar, cursor)
    token = line.tokens[0]
    may_keep = grammar.dialect.is_open and is_pair(line) and not is_authorization(token.text)
    if problem is None and may_keep and not has_hint(line, grammar.dialect.kind):
        return keep_line(line, Kept(token.text, False, token), grammar, source), None
    kind = "unknown" if problem is None else "broken"
    return Block(kind, guess_names(line, source.file), span), problem
