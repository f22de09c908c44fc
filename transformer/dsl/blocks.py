"""Lines to blocks, by the table of the lines that each block permits."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import zip_longest

from transformer.diagnostics.problems import Problem, Span
from transformer.dsl.parser.dialects import find_condition, find_kept, find_whole
from transformer.dsl.parser.grammar import (
    Grammar,
    find_ambiguity,
    grammar_of,
    list_declared,
    match_line,
    match_other_line,
)
from transformer.dsl.parser.lines import Line, span_of
from transformer.dsl.parser.productions import Cursor
from transformer.dsl.parser.reading import Reading, cut_file
from transformer.dsl.parser.tree import Block, move_inside
from transformer.dsl.recovery.diagnosis import describe_unknown
from transformer.dsl.recovery.hints import advise
from transformer.dsl.recovery.indentation import find_displaced, list_repairs
from transformer.dsl.recovery.other_lines import is_own, keep_line, read_other_line
from transformer.dsl.recovery.relocation import (
    Home,
    Waiting,
    find_home,
    forget_indentation,
    take_told,
    takes_body,
)


def read_blocks(
    reading: Reading, enums: frozenset[str], kind: str = "project", names: Iterable[str] = ()
) -> tuple[list[Block], list[Problem]]:
    """The blocks of a file, which stand in a block of that kind, and all of its problems.

    `names` are those of the fields that the block has elsewhere. Where a line stands too far to
    the right and the file has no other fault, that is all that is reported.
    """
    blocks, problems = _read_lines(reading, enums, kind, names)
    displaced = find_displaced(problems) if kind == "project" else None
    for text in list_repairs(reading.text, displaced) if displaced else ():
        others = [problem for problem in problems if problem is not displaced]
        again = replace(cut_file(text, reading.file), declared=reading.declared)
        mended, left = _read_lines(again, enums, kind, names)
        if all(problem in others for problem in left):
            return mended, [each for each in problems if each is displaced or each in left]
    return blocks, problems


def _read_lines(
    reading: Reading, enums: frozenset[str], kind: str, names: Iterable[str]
) -> tuple[list[Block], list[Problem]]:
    spoilt = frozenset(problem.span.line for problem in reading.problems if problem.span)
    problems = list(reading.problems)
    reading = Reading(
        reading.file,
        reading.text,
        reading.lines,
        problems,
        enums,
        spoilt=spoilt,
        names=frozenset(names),
        declared=reading.declared,
    )
    blocks = _read_body(reading.lines, kind, reading)
    while kind == "project" and reading.lifted:
        blocks += _read_body([reading.lifted.popleft()], kind, reading)
    return blocks, reading.problems


def find_missing_bodies(blocks: list[Block], kind: str = "project") -> Iterator[Span]:
    """Lines that mean nothing without others under them, unless what follows is told of anyway."""
    grammar = grammar_of(kind)
    for block, following in zip_longest(blocks, blocks[1:]):
        is_told = following is not None and following.kind in ("extension", "broken")
        if block.kind in grammar.bodies:
            yield from find_missing_bodies(block.children, grammar.bodies[block.kind])
        if block.kind in grammar.needy and not (block.children or is_told):
            yield block.span


def _read_body(lines: Iterable[Line], kind: str, reading: Reading) -> list[Block]:
    grammar = grammar_of(kind)
    blocks: list[Block] = []
    waiting: Waiting = deque((line, _is_spoilt(line, reading.spoilt)) for line in lines)
    names = reading.names | list_declared((line for line, _ in waiting), grammar)
    while waiting:
        line, is_told = waiting.popleft()
        block, problem = _read_line(line, grammar, reading, names)
        if block.kind in ("unknown", "broken"):
            problem = _recover(line, block, problem, blocks, kind, reading)
        else:
            blocks.append(block)
        if problem and not is_told:
            reading.problems.append(advise(problem, line, kind))
        if block.kind not in ("extension", "broken"):
            lacks_body = is_told and not line.children and block.kind in grammar.bodies
            children = take_told(waiting) if lacks_body else line.children
            blocks += _read_children(block, children, grammar, reading, waiting)
        if reading.header and (waiting or grammar.is_top):
            _complete_header(reading.header, reading, deque() if grammar.is_top else waiting)
    return move_inside(blocks, grammar.dialect)


def _recover(
    line: Line,
    block: Block,
    problem: Problem | None,
    blocks: list[Block],
    kind: str,
    reading: Reading,
) -> Problem:
    """Read a line that wasn't understood where it belongs, or leave it; gives what is wrong."""
    home = find_home(line, blocks, kind, reading, problem)
    block.kind = "broken"
    if home:
        return _bring_home(line, home, reading)
    blocks.append(block)
    return problem or describe_unknown(line, grammar_of(kind), reading.file)


def _complete_header(header: Line, reading: Reading, waiting: Waiting) -> None:
    """Give a header that stood too far to the right the lines that are left in its block."""
    reading.lifted.append(replace(header, children=[line for line, _ in waiting]))
    reading.header = None
    waiting.clear()


def _read_children(
    block: Block, children: list[Line], grammar: Grammar, reading: Reading, waiting: Waiting
) -> list[Block]:
    """Read what is indented under a line; where nothing can be, as if it weren't indented.

    Gives the lines that are kept beside this one.
    """
    if block.kind in grammar.bodies:
        block.children = _read_body(children, grammar.bodies[block.kind], reading)
        return []
    beginnings = grammar.dialect.under.get(block.kind, {})
    kept = [(child, found) for child in children if (found := find_kept(child, beginnings))]
    if len(kept) == len(children):
        return [keep_line(child, found, grammar, reading) for child, found in kept]
    forget_indentation(reading.problems, children)
    place = span_of(children[0].tokens[0], reading.file)
    reading.problems.append(Problem("unexpected-body", place))
    waiting.extendleft((child, True) for child in reversed(children))
    return []


def _bring_home(line: Line, home: Home, reading: Reading) -> Problem:
    """Read a line where it belongs; gives what is wrong with where it stands."""
    forget_indentation(reading.problems, line.children)
    if home.kind == "project" and line.children:
        reading.lifted.append(line)
    elif home.kind == "project":
        reading.header = line
    elif takes_body(line, home.kind, reading):
        home.blocks.extend(_read_body([line], home.kind, reading))
    else:
        lines = [replace(line, children=[]), *line.children]
        home.blocks.extend(_read_body(lines, home.kind, reading))
    return Problem(home.code, span_of(line.tokens[0], reading.file), home.words)


def _is_spoilt(line: Line, spoilt: frozenset[int]) -> bool:
    """Whether the line's characters are at fault already, so that its words need no complaint."""
    return bool(spoilt) and any(token.line in spoilt for token in line.tokens)


def _read_line(
    line: Line, grammar: Grammar, reading: Reading, names: frozenset[str]
) -> tuple[Block, Problem | None]:
    if kept := find_condition(line, grammar.dialect, reading.declared):
        return keep_line(line, kept, grammar, reading), None
    cursor = Cursor(line.tokens, reading.file, reading.enums)
    match = match_line(line, grammar, cursor, names)
    may_keep = match is None or match[0] in grammar.bodies
    kept = find_kept(line, grammar.dialect.beginnings) if may_keep else None
    if match is None or (kept and not is_own(line, match[0], grammar, reading)):
        fresh = Cursor(line.tokens, reading.file, reading.enums)
        match = match_other_line(line, grammar, fresh)
    if match is None:
        return read_other_line(line, kept, grammar, reading, cursor)
    if whole := find_whole(line, match[0], grammar.dialect):
        return keep_line(line, whole, grammar, reading), None
    problem = find_ambiguity(line, match[0], grammar, cursor)
    cursor.index = len(line.tokens)
    return Block(*match, cursor.span_from(0)), problem
