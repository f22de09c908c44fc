"""The parser of blocks: lines to a syntax tree, with error recovery."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import zip_longest

from transformer.diagnostics.problems import Problem, Span
from transformer.dsl.parser.dialects import find_condition, find_kept, find_whole
from transformer.dsl.parser.grammar import (
    Grammar,
    compile_grammar,
    find_ambiguity,
    list_declared,
    match_dialect_line,
    match_line,
)
from transformer.dsl.parser.lines import Line, locate_token
from transformer.dsl.parser.productions import Cursor
from transformer.dsl.parser.source_files import SourceFile, scan_file
from transformer.dsl.parser.tree import Block, move_inside
from transformer.dsl.recovery.diagnosis import report_unknown_line
from transformer.dsl.recovery.hints import add_hint
from transformer.dsl.recovery.indentation import find_misindented, list_repairs
from transformer.dsl.recovery.relocation import (
    Destination,
    LineQueue,
    accepts_body,
    drop_indentation_problems,
    find_destination,
    pop_reported,
)
from transformer.dsl.recovery.unmatched_lines import is_own_line, keep_line, recover_line


def parse_blocks(
    source: SourceFile, enums: frozenset[str], kind: str = "project", names: Iterable[str] = ()
) -> tuple[list[Block], list[Problem]]:
    """Parse the blocks of a file, which stand in a block of that kind; return all problems too.

    `names` are the fields that the block has elsewhere. If a file's only fault is a misindented
    line, that is all that is reported.
    """
    blocks, problems = _read_lines(source, enums, kind, names)
    misindented = find_misindented(problems) if kind == "project" else None
    for text in list_repairs(source.text, misindented) if misindented else ():
        others = [problem for problem in problems if problem is not misindented]
        again = replace(scan_file(text, source.file), declared=source.declared)
        mended, left = _read_lines(again, enums, kind, names)
        keeps_own = _list_line_numbers(mended, is_kept=True) & _list_line_numbers(blocks)
        if not keeps_own and all(problem in others for problem in left):
            return mended, [each for each in problems if each is misindented or each in left]
    return blocks, problems


def _list_line_numbers(blocks: Iterable[Block], *, is_kept: bool = False) -> set[int]:
    """List the lines that are of this language or, if asked for, kept for a larger dialect."""
    found: set[int] = set()
    for each in blocks:
        if each.kind != "broken" and (each.kind == "extension") == is_kept:
            found.add(each.span.line)
        found |= _list_line_numbers(each.children, is_kept=is_kept)
    return found


def _read_lines(
    source: SourceFile, enums: frozenset[str], kind: str, names: Iterable[str]
) -> tuple[list[Block], list[Problem]]:
    faulty = frozenset(problem.span.line for problem in source.problems if problem.span)
    problems = list(source.problems)
    source = SourceFile(
        source.file,
        source.text,
        source.lines,
        problems,
        enums,
        faulty=faulty,
        names=frozenset(names),
        declared=source.declared,
    )
    blocks = _read_body(source.lines, kind, source)
    while kind == "project" and source.relocated:
        blocks += _read_body([source.relocated.popleft()], kind, source)
    return blocks, source.problems


def find_missing_bodies(blocks: list[Block], kind: str = "project") -> Iterator[Span]:
    """Find lines that need a body and have none, unless the line after them is reported."""
    grammar = compile_grammar(kind)
    for block, following in zip_longest(blocks, blocks[1:]):
        is_reported = following is not None and following.kind in ("extension", "broken")
        if block.kind in grammar.bodies:
            yield from find_missing_bodies(block.children, grammar.bodies[block.kind])
        if block.kind in grammar.needs_body and not (block.children or is_reported):
            yield block.span


def _read_body(lines: Iterable[Line], kind: str, source: SourceFile) -> list[Block]:
    grammar = compile_grammar(kind)
    blocks: list[Block] = []
    waiting: LineQueue = deque((line, _is_faulty(line, source.faulty)) for line in lines)
    names = source.names | list_declared((line for line, _ in waiting), grammar)
    while waiting:
        line, is_reported = waiting.popleft()
        block, problem = _read_line(line, grammar, source, names)
        if block.kind in ("unknown", "broken"):
            problem = _recover(line, block, problem, blocks, kind, source)
        else:
            blocks.append(block)
        if problem and not is_reported:
            source.problems.append(add_hint(problem, line, kind))
        if block.kind not in ("extension", "broken"):
            lacks_body = is_reported and not line.children and block.kind in grammar.bodies
            children = pop_reported(waiting) if lacks_body else line.children
            blocks += _read_children(block, children, grammar, source, waiting)
        if source.header and (waiting or grammar.is_top):
            _complete_header(source.header, source, deque() if grammar.is_top else waiting)
    return move_inside(blocks, grammar.dialect)


def _recover(
    line: Line,
    block: Block,
    problem: Problem | None,
    blocks: list[Block],
    kind: str,
    source: SourceFile,
) -> Problem:
    """Parse a line that matched nothing where it belongs, or skip it; return its problem."""
    destination = find_destination(line, blocks, kind, source, problem)
    block.kind = "broken"
    if destination:
        return _relocate_line(line, destination, source)
    blocks.append(block)
    return problem or report_unknown_line(line, compile_grammar(kind), source.file)


def _complete_header(header: Line, source: SourceFile, waiting: LineQueue) -> None:
    """Move the rest of the block under a misindented header, to be parsed as its body."""
    source.relocated.append(replace(header, children=[line for line, _ in waiting]))
    source.header = None
    waiting.clear()


def _read_children(
    block: Block, children: list[Line], grammar: Grammar, source: SourceFile, waiting: LineQueue
) -> list[Block]:
    """Parse the lines under a line; if there can't be any, as if they weren't indented.

    Returns the lines that are kept beside this one.
    """
    if block.kind in grammar.bodies:
        block.children = _read_body(children, grammar.bodies[block.kind], source)
        return []
    beginnings = grammar.dialect.under.get(block.kind, {})
    kept = [(child, found) for child in children if (found := find_kept(child, beginnings))]
    if len(kept) == len(children):
        return [keep_line(child, found, grammar, source) for child, found in kept]
    drop_indentation_problems(source.problems, children)
    place = locate_token(children[0].tokens[0], source.file)
    source.problems.append(Problem("unexpected-body", place))
    waiting.extendleft((child, True) for child in reversed(children))
    return []


def _relocate_line(line: Line, destination: Destination, source: SourceFile) -> Problem:
    """Parse a line where it belongs; return the problem with its place."""
    drop_indentation_problems(source.problems, line.children)
    if destination.kind == "project" and line.children:
        source.relocated.append(line)
    elif destination.kind == "project":
        source.header = line
    elif accepts_body(line, destination.kind, source):
        destination.blocks.extend(_read_body([line], destination.kind, source))
    else:
        lines = [replace(line, children=[]), *line.children]
        destination.blocks.extend(_read_body(lines, destination.kind, source))
    return Problem(destination.code, locate_token(line.tokens[0], source.file), destination.words)


def _is_faulty(line: Line, faulty: frozenset[int]) -> bool:
    """Tell whether a line has a lexical problem, so that its words need no other."""
    return bool(faulty) and any(token.line in faulty for token in line.tokens)


def _read_line(
    line: Line, grammar: Grammar, source: SourceFile, names: frozenset[str]
) -> tuple[Block, Problem | None]:
    if kept := find_condition(line, grammar.dialect, source.declared):
        return keep_line(line, kept, grammar, source), None
    cursor = Cursor(line.tokens, source.file, source.enums)
    match = match_line(line, grammar, cursor, names)
    may_keep = match is None or match[0] in grammar.bodies
    kept = find_kept(line, grammar.dialect.beginnings) if may_keep else None
    if match is None or (kept and not is_own_line(line, match[0], grammar, source)):
        fresh = Cursor(line.tokens, source.file, source.enums)
        match = match_dialect_line(line, grammar, fresh)
    if match is None:
        return recover_line(line, kept, grammar, source, cursor)
    if whole := find_whole(line, match[0], grammar.dialect):
        return keep_line(line, whole, grammar, source), None
    problem = find_ambiguity(line, match[0], grammar, cursor)
    cursor.index = len(line.tokens)
    return Block(*match, cursor.span_from(0)), problem
