"""Archetypes: lines that several entities share, put into each entity that asks for them."""

from collections.abc import Mapping
from itertools import chain
from typing import NamedTuple

from transformer.diagnostics.problems import Problem, Span, find_closest
from transformer.dsl.parser.productions import Located
from transformer.dsl.parser.tree import Block, make_missing

_DEEPEST = 30
_Found = tuple[dict[str, list[Block]], list[Problem]]


class _Extension(NamedTuple):
    """The name of an archetype whose lines a block takes, and where it stands."""

    name: str
    span: Span


def merge_archetypes(blocks: list[Block]) -> list[Problem]:
    """Put the lines of archetypes before the own lines of the entities that extend them."""
    problems: list[Problem] = []
    archetypes: dict[str, Block] = {}
    for block in blocks:
        if block.kind == "archetype":
            name, span = block.name_of("name"), block.captures["name"].span
            first = archetypes.setdefault(name, block)
            if first is not block:
                related = (("first declared here", first.captures["name"].span),)
                words = {"word": name, "kind": "archetype", "other": "archetype"}
                problems.append(Problem("declared-twice", span, words, related))
    for block in blocks:
        if block.kind == "entity":
            inherited: dict[str, list[Block]] = {}
            _collect_lines(block, archetypes, (), (inherited, problems))
            block.children = [*chain(*inherited.values()), *block.children]
    return problems


def _collect_lines(
    block: Block, archetypes: Mapping[str, Block], via: tuple[_Extension, ...], found: _Found
) -> None:
    """Find the lines that a block inherits by archetype, the furthest first, each once."""
    inherited, problems = found
    extensions = [each for child in block.children for each in _list_extensions(child)]
    for extension in extensions:
        name, span = extension
        passed = [each.name for each in via]
        if name in passed:
            problems.append(_report_cycle((*via[passed.index(name) :], extension)))
        elif name not in archetypes:
            near = find_closest(name, archetypes)
            words = {"word": name} | ({"closest": near} if near else {})
            problems.append(Problem("unknown-archetype", span, words))
            inherited[name] = [make_missing(span)]
        elif len(via) > _DEEPEST:
            problems.append(Problem("too-deep", span, {"word": name, "most": str(_DEEPEST)}))
        elif name not in inherited:
            archetype = archetypes[name]
            _collect_lines(archetype, archetypes, (*via, extension), found)
            inherited[name] = [each for each in archetype.children if each.kind not in _OWN]


def _report_cycle(cycle: tuple[_Extension, ...]) -> Problem:
    """The cycle, with each line that goes on with it, the last one being the main place."""
    names = " → ".join(each.name for each in cycle)
    related = tuple((f"goes on to `{each.name}` here", each.span) for each in cycle[1:-1])
    return Problem("archetype-cycle", cycle[-1].span, {"cycle": names}, related)


def _list_extensions(block: Block) -> list[_Extension]:
    names: list[Located] = block.captures["extends"].value if block.kind == "extends" else []
    return [_Extension(*name) for name in names]


# What an archetype says of itself alone.
_OWN = ("extends", "description", "plural")
