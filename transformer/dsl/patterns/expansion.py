"""`@use`: patterns put in place, with an eye on where every line of theirs comes from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from transformer.diagnostics.problems import Problem, Span, find_closest
from transformer.dsl.parser.productions import Located
from transformer.dsl.parser.source_files import list_enums, scan_file
from transformer.dsl.parser.tree import Block, make_missing
from transformer.dsl.parser.values import Value
from transformer.dsl.parsing import parse_blocks
from transformer.dsl.tables.dialect_rows import read_dialects
from transformer.dsl.tables.grammar_rows import read_grammar

_MOST_USES = 100
_LONGEST_LIST = 200
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n"})


_Names = tuple[str, ...]
# What a parameter may be, as a template reads it.
Argument = None | str | int | float | bool | list["Argument"]


class Parameter(NamedTuple):
    """What can be located in the brackets of `@use`."""

    name: str
    type: str
    is_required: bool
    default: Argument


@dataclass(frozen=True, slots=True)
class Pattern:
    """Lines to put in the place of an `@use`.

    `source` holds the lines of the file, and `first` is the one where the body begins, from 1.
    """

    name: str
    parameters: tuple[Parameter, ...]
    body: str
    file: str
    source: tuple[str, ...]
    first: int

    def place_of(self, line: int) -> Span:
        """Where a line of the body, counted from 1, stands in the file."""
        number = min(self.first + line - 1, len(self.source))
        text = self.source[number - 1]
        start = len(text) - len(text.lstrip()) + 1
        return Span(self.file, number, start, max(len(text.rstrip()) + 1, start + 1))


@dataclass(frozen=True, slots=True)
class Expansion:
    """Where the lines of an expansion come from."""

    use: Span
    pattern: Pattern
    origins: tuple[int, ...]


@dataclass(slots=True)
class Expander:
    """Puts patterns in place; knows afterwards what was wrong and what came from where.

    Where the vocabulary isn't whole, a pattern that is missing is no problem of its own.
    """

    patterns: Mapping[str, Pattern]
    enums: frozenset[str]
    is_complete: bool = True
    problems: list[Problem] = field(default_factory=list)
    expansions: dict[str, Expansion] = field(default_factory=dict)
    found_enums: frozenset[str] = frozenset()
    uses: int = 0
    names: frozenset[str] = frozenset()

    def expand(
        self, blocks: Iterable[Block], kind: str = "project", via: _Names = ()
    ) -> list[Block]:
        """The blocks of a body of that kind, with every `@use` replaced by what it stands for."""
        expanded = []
        for block in blocks:
            if block.kind == "pattern":
                self.uses = self.uses if via else 0
                found = self._expand_use(block, kind, via)
                # At the top of a file so much would be excused that other slips would hide.
                missing = [make_missing(block.span)] if kind == "entity" else []
                expanded += missing if found is None else found
                continue
            if block.kind in ("entity", "archetype"):
                named = [
                    child.captures["name"] for child in block.children if "name" in child.captures
                ]
                self.names = frozenset(located.value for located in named)
                block.children = self.expand(block.children, "entity", via)
            expanded.append(block)
        return expanded

    def _expand_use(self, block: Block, kind: str, via: _Names) -> list[Block] | None:
        located = block.captures["pattern"]
        self.uses += 1
        problem = self._find_fault(located, via)
        if problem:
            self.problems.append(problem)
        if problem or located.value not in self.patterns:
            return None
        pattern = self.patterns[located.value]
        words, problems = _bind_arguments(pattern, block)
        if problems:
            self.problems += problems
            return None
        return self._expand_pattern(pattern, words, block, kind, (*via, located.value))

    def _find_fault(self, located: Located, via: _Names) -> Problem | None:
        name = located.value
        if name in via:
            cycle = " → ".join((*via[via.index(name) :], name))
            return Problem("pattern-cycle", located.span, {"cycle": cycle})
        if self.uses > _MOST_USES:
            return Problem("pattern-too-large", located.span, {"word": via[0] if via else name})
        if name not in self.patterns and self.is_complete:
            near = find_closest(name, self.patterns)
            words = {"word": name} | ({"closest": near} if near else {})
            return Problem("unknown-pattern", located.span, words)
        return None

    def _render(
        self, pattern: Pattern, words: Mapping[str, Argument], block: Block
    ) -> tuple[str, list[int]] | None:
        from transformer.dsl.patterns.template import (  # slow to import
            PatternTemplateError,
            render_template,
        )

        try:
            return render_template(pattern.body, words)
        except PatternTemplateError as fault:
            place = pattern.place_of(fault.line)
            located = {"word": pattern.name, "reason": str(fault)}
            related = (("used here", block.span),)
            self.problems.append(Problem("bad-template", place, located, related))
            return None

    def _expand_pattern(
        self,
        pattern: Pattern,
        words: Mapping[str, Argument],
        block: Block,
        kind: str,
        via: _Names,
    ) -> list[Block] | None:
        rendered = self._render(pattern, words, block)
        if rendered is None:
            return None
        text, origins = rendered
        file = f"@use {pattern.name} #{len(self.expansions)}"
        self.expansions[file] = Expansion(block.span, pattern, tuple(origins))
        source = scan_file(text, file)
        self.found_enums |= list_enums([source])
        blocks, problems = parse_blocks(
            source, self.enums | self.found_enums, kind, self.names if kind == "entity" else ()
        )
        self.problems += problems
        return self.expand(blocks, kind, via)


def _bind_arguments(pattern: Pattern, block: Block) -> tuple[dict[str, Argument], list[Problem]]:
    """What each parameter of the pattern is, and what is wrong with the arguments."""
    located = block.captures.get("arguments")
    arguments: Mapping[str, tuple[Located, Located]] = located.value if located else {}
    known = {parameter.name: parameter for parameter in pattern.parameters}
    problems = [
        _unknown_argument(located, pattern, known)
        for name, (located, _) in arguments.items()
        if name not in known
    ]
    meant = {problem.words.get("closest") for problem in problems}
    filled: dict[str, Argument] = {}
    for name, parameter in known.items():
        filled[name] = parameter.default
        if name in arguments:
            problems += _check_argument(parameter, arguments[name][1])
            filled[name] = _make_argument(arguments[name][1].value)
        elif parameter.is_required and name not in meant:
            words = {"word": name, "pattern": pattern.name}
            problems.append(Problem("missing-argument", block.captures["pattern"].span, words))
    return filled, problems


def _unknown_argument(located: Located, pattern: Pattern, known: Iterable[str]) -> Problem:
    near = find_closest(located.value, known)
    words = {"word": located.value, "pattern": pattern.name} | ({"closest": near} if near else {})
    return Problem("unknown-argument", located.span, words)


def _check_argument(parameter: Parameter, located: Located) -> list[Problem]:
    rows = read_grammar()["parameters"] | read_dialects()["parameters"]
    row = rows[parameter.type]
    kind = "list" if isinstance(located.value, list) else located.value.kind
    is_short = kind != "list" or len(located.value) <= _LONGEST_LIST
    if kind in row["takes"] and is_short:
        return []
    return [
        Problem("wrong-argument", located.span, {"word": parameter.name, "expected": row["title"]})
    ]


def _make_argument(value: Value | list[Located]) -> Argument:
    """The argument as a template reads it."""
    if isinstance(value, list):
        return [_make_argument(item.value) for item in value]
    assert isinstance(value, Value)
    if value.kind == "text":
        return str(value.meaning).translate(_ESCAPES)
    if isinstance(value.meaning, bool):
        return value.meaning
    return str(value.meaning) if value.kind == "word" else value.spelling


def trace_problem(problem: Problem, expansions: Mapping[str, Expansion]) -> Problem:
    """The problem at the `@use` that a person wrote, with the lines of the patterns beside it."""
    related = [(note, _trace_span(span, expansions)) for note, span in problem.related]
    span = problem.span
    while span and span.file in expansions:
        expansion = expansions[span.file]
        pattern = expansion.pattern
        line = expansion.origins[min(span.line, len(expansion.origins)) - 1]
        related.append((f"in the pattern `{pattern.name}`", pattern.place_of(line)))
        span = expansion.use
    return replace(problem, span=span, related=tuple(related))


def trace_places(
    places: Mapping[str, Span], expansions: Mapping[str, Expansion]
) -> Mapping[str, Span]:
    """The places, those in expansions being the `@use` that a person wrote."""
    if not expansions:
        return places
    return {path: _trace_span(span, expansions) for path, span in places.items()}


def _trace_span(span: Span, expansions: Mapping[str, Expansion]) -> Span:
    while span.file in expansions:
        span = expansions[span.file].use
    return span
