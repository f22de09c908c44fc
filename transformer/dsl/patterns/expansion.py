"""Expansion of `@use`: patterns to blocks, with a map from each line to its origin."""

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
# A value of a parameter, as a template reads it.
Argument = None | str | int | float | bool | list["Argument"]


class Parameter(NamedTuple):
    """A parameter of a pattern."""

    name: str
    type: str
    is_required: bool
    default: Argument


@dataclass(frozen=True, slots=True)
class Pattern:
    """A template of lines that an `@use` stands for.

    `source` has the lines of the file; `first` is the line where the body begins, counted from 1.
    """

    name: str
    parameters: tuple[Parameter, ...]
    body: str
    file: str
    source: tuple[str, ...]
    first: int

    def locate_line(self, line: int) -> Span:
        """Return the span of a line of the body, counted from 1, in the vocabulary."""
        number = min(self.first + line - 1, len(self.source))
        text = self.source[number - 1]
        start = len(text) - len(text.lstrip()) + 1
        return Span(self.file, number, start, max(len(text.rstrip()) + 1, start + 1))


@dataclass(frozen=True, slots=True)
class Expansion:
    """The origin of the lines of an expansion."""

    use: Span
    pattern: Pattern
    origins: tuple[int, ...]


@dataclass(slots=True)
class Expander:
    """Expands patterns, and collects the problems and origins.

    If the vocabulary isn't complete, a missing pattern is no problem of its own.
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
        """Replace every `@use` in a body of that kind by the blocks that it stands for."""
        expanded = []
        for block in blocks:
            if block.kind == "pattern":
                self.uses = self.uses if via else 0
                found = self._expand_use(block, kind, via)
                # At the top of a file this would excuse so much that other mistakes would hide.
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
            place = pattern.locate_line(fault.line)
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
    """Bind arguments to the parameters of a pattern; return the problems with them too."""
    located = block.captures.get("arguments")
    arguments: Mapping[str, tuple[Located, Located]] = located.value if located else {}
    known = {parameter.name: parameter for parameter in pattern.parameters}
    problems = [
        _report_unknown_argument(located, pattern, known)
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


def _report_unknown_argument(located: Located, pattern: Pattern, known: Iterable[str]) -> Problem:
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
    """Convert an argument to what a template reads."""
    if isinstance(value, list):
        return [_make_argument(item.value) for item in value]
    assert isinstance(value, Value)
    if value.kind == "text":
        return str(value.meaning).translate(_ESCAPES)
    if isinstance(value.meaning, bool):
        return value.meaning
    return str(value.meaning) if value.kind == "word" else value.spelling


def trace_problem(problem: Problem, expansions: Mapping[str, Expansion]) -> Problem:
    """Move a problem in an expansion to its `@use`, with the pattern's lines as related spans."""
    related = [(note, _trace_span(span, expansions)) for note, span in problem.related]
    span = problem.span
    while span and span.file in expansions:
        expansion = expansions[span.file]
        pattern = expansion.pattern
        line = expansion.origins[min(span.line, len(expansion.origins)) - 1]
        related.append((f"in the pattern `{pattern.name}`", pattern.locate_line(line)))
        span = expansion.use
    return replace(problem, span=span, related=tuple(related))


def trace_places(
    places: Mapping[str, Span], expansions: Mapping[str, Expansion]
) -> Mapping[str, Span]:
    """Replace each span in an expansion by that of its `@use`."""
    if not expansions:
        return places
    return {path: _trace_span(span, expansions) for path, span in places.items()}


def _trace_span(span: Span, expansions: Mapping[str, Expansion]) -> Span:
    while span.file in expansions:
        span = expansions[span.file].use
    return span
