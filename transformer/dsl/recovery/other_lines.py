"""Lines that no form of ours takes: kept for a larger dialect, out of place, or a slip."""

from transformer.diagnostics.problems import Problem
from transformer.dsl.parser.dialects import Kept, find_kept, holds_rule, is_authorization
from transformer.dsl.parser.grammar import Grammar, grammar_of, match_line
from transformer.dsl.parser.lines import Line, span_of
from transformer.dsl.parser.productions import Cursor
from transformer.dsl.parser.reading import Reading
from transformer.dsl.parser.tree import Block
from transformer.dsl.recovery.diagnosis import find_slip, guess_names, is_pair, is_slip_of_own
from transformer.dsl.recovery.extensions import extension_of
from transformer.dsl.recovery.hints import has_hint


def keep_line(line: Line, kept: Kept, grammar: Grammar, reading: Reading) -> Block:
    """Keep a line with all that is indented under it."""
    kept = kept._replace(is_rule=kept.is_rule or holds_rule(line, is_top=grammar.is_top))
    said = extension_of(line, kept, reading.text, reading.file)
    return Block("extension", said, said["word"].span)


def is_own(line: Line, form: str, grammar: Grammar, reading: Reading) -> bool:
    """Tell whether a line that could be kept is ours, by the lines under it, if there are any."""
    body = grammar.bodies.get(form)
    if body is None:
        return True
    inner = grammar_of(body)
    cursors = (Cursor(child.tokens, reading.file, reading.enums) for child in line.children)
    pairs = zip(line.children, cursors, strict=True)
    own = [match_line(child, inner, cursor) is not None for child, cursor in pairs]
    kept = [find_kept(child, inner.dialect.beginnings) is not None for child in line.children]
    return any(own) and all(a or b for a, b in zip(own, kept, strict=True))


def read_other_line(
    line: Line, kept: Kept | None, grammar: Grammar, reading: Reading, cursor: Cursor
) -> tuple[Block, Problem | None]:
    """Read a line that no form takes as one to keep, one of another block, or a slip."""
    span = span_of(line.tokens[0], reading.file)
    if kept and not is_slip_of_own(line, grammar, cursor):
        return keep_line(line, kept, grammar, reading), None
    problem = find_slip(line, grammar, cursor)
    token = line.tokens[0]
    may_keep = grammar.dialect.is_open and is_pair(line) and not is_authorization(token.text)
    if problem is None and may_keep and not has_hint(line, grammar.dialect.kind):
        return keep_line(line, Kept(token.text, False, token), grammar, reading), None
    kind = "unknown" if problem is None else "broken"
    return Block(kind, guess_names(line, reading.file), span), problem
