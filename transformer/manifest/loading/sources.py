"""A project's files to blocks: read, patterns put in place, modules in order, archetypes merged."""

from collections.abc import Mapping
from dataclasses import replace

from transformer.diagnostics.problems import Problem, Span, has_errors
from transformer.diagnostics.resources import read_table_text
from transformer.dsl.parser.source_files import SourceFile, list_enums, scan_file
from transformer.dsl.parser.tree import Block
from transformer.dsl.parsing import find_missing_bodies, parse_blocks
from transformer.dsl.patterns.expansion import Expander, Expansion, Pattern
from transformer.manifest.loading.archetypes import merge_archetypes
from transformer.manifest.loading.modules import order_files, warn_of_unused
from transformer.project.discovery import Project, find_vocabulary, read_text, show_path

_BUILT_IN = "patterns.yaml (built in)"


def read_sources(
    project: Project, sources: dict[str, str], texts: Mapping[str, str] | None = None
) -> tuple[list[Block], Mapping[str, Expansion], list[Problem]]:
    """The blocks of a project, where those from patterns come from, and all problems so far.

    The texts that are read are added to `sources`; those of files in `texts` are taken from there.
    """
    files, problems = _cut_files(project, sources, texts or {})
    parsed, expander, found = _read_files(files, project, sources)
    problems += found
    if not has_errors(problems) and not any(parsed):
        path = show_path(project.sources[0])
        problems.append(Problem("nothing-declared", Span(path, 1, 1, 2), {"path": path}))
    problems += warn_of_unused(parsed, files)
    ordered, found = order_files(parsed, project.root)
    blocks = [block for file in ordered for block in file]
    return blocks, expander.expansions, [*problems, *found, *merge_archetypes(blocks)]


def _cut_files(
    project: Project, sources: dict[str, str], texts: Mapping[str, str]
) -> tuple[list[SourceFile], list[Problem]]:
    """The files that can be read, cut into lines; each knows which names all of them declare."""
    problems: list[Problem] = []
    files = []
    for source in project.sources:
        given = texts.get(show_path(source))
        text, problem = read_text(source) if given is None else (given, None)
        problems += [problem] if problem else []
        if problem is None:
            sources[show_path(source)] = text
            files.append(scan_file(text, show_path(source)))
    declared = frozenset(name for file in files for name in file.declared)
    return [replace(file, declared=declared) for file in files], problems


def _read_files(
    files: list[SourceFile], project: Project, sources: dict[str, str]
) -> tuple[list[list[Block]], Expander, list[Problem]]:
    """The blocks of each file; read again where a pattern declares an enum that fields may name."""
    enums = list_enums(files)
    patterns: Mapping[str, Pattern] | None = None
    problems: list[Problem] = []
    for _ in range(2):
        parsed, found = [], []
        for file in files:
            blocks, wrong = parse_blocks(file, enums)
            parsed.append(blocks)
            found += [*wrong, *_find_missing_bodies(blocks, wrong)]
        if patterns is None and any(map(_has_patterns, parsed)):
            patterns, problems = _read_patterns(project, sources)
        expander = Expander(patterns or {}, enums, is_complete=not problems)
        expanded = [expander.expand(blocks) for blocks in parsed]
        if expander.found_enums <= enums:
            break
        enums |= expander.found_enums
    return expanded, expander, [*problems, *found, *expander.problems]


def _has_patterns(blocks: list[Block]) -> bool:
    return any(block.kind == "pattern" or _has_patterns(block.children) for block in blocks)


def _find_missing_bodies(blocks: list[Block], wrong: list[Problem]) -> list[Problem]:
    """Lines without the lines they need, where nothing else is wrong with them or the next one."""
    told = {problem.span.line for problem in wrong if problem.span}
    return [
        Problem("missing-body", span)
        for span in find_missing_bodies(blocks)
        if told.isdisjoint((span.line, span.line + 1))
    ]


def _read_patterns(
    project: Project, sources: dict[str, str]
) -> tuple[dict[str, Pattern], list[Problem]]:
    """The built-in patterns and, before them, those of the project's vocabulary."""
    from transformer.dsl.patterns.vocabulary import read_vocabulary  # slow to import

    sources[_BUILT_IN] = read_table_text("language/patterns")
    patterns, problems = read_vocabulary(sources[_BUILT_IN], _BUILT_IN)
    file = find_vocabulary(project)
    if not file.is_file():
        return patterns, problems
    text, problem = read_text(file)
    if problem:
        return patterns, [problem]
    sources[show_path(file)] = text
    own, problems = read_vocabulary(text, show_path(file))
    return patterns | own, problems
