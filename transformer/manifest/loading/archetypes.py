"""Archetypes: lines that several entities share, put into each entity that asks for them."""

from collections.abc import Mapping
from itertools import chain

from transformer.diagnostics.problems import Problem, closest
from transformer.dsl.parser.productions import Said
from transformer.dsl.parser.tree import Block, make_missing

_DEEPEST = 30
_Found = tuple[dict[str, list[Block]], list[Problem]]


def merge_archetypes(blocks: list[Block]) -> list[Problem]:
    """Put the lines of archetypes before the own lines of the entities that extend them."""
    problems: list[Problem] = []
    archetypes: dict[str, Block] = {}
    for block in blocks:
        if block.kind == "archetype":
            said = block.said["name"]
            first = archetypes.setdefault(said.value, block)
            if first is not block:
                related = (("first declared here", first.said["name"].span),)
                words = {"word": said.value, "kind": "archetype", "other": "archetype"}
                problems.append(Problem("declared-twice", said.span, words, related))
    for block in blocks:
        if block.kind == "entity":
            inherited: dict[str, list[Block]] = {}
            _collect_lines(block, archetypes, (), (inherited, problems))
            block.children = [*chain(*inherited.values()), *block.children]
    return problems


def _collect_lines(
    block: Block, archetypes: Mapping[str, Block], via: tuple[Said, ...], found: _Found
) -> None:
    """Find the lines that a block inherits by archetype, the furthest first, each once."""
    inherited, problems = found
    names = [name for child in block.children if child.kind == "extends" for name in _names(child)]
    for name in names:
        passed = [each.value for each in via]
        if name.value in passed:
            problems.append(_report_circle((*via[passed.index(name.value) :], name)))
        elif name.value not in archetypes:
            near = closest(name.value, archetypes)
            words = {"word": name.value} | ({"closest": near} if near else {})
            problems.append(Problem("unknown-archetype", name.span, words))
            inherited[name.value] = [make_missing(name.span)]
        elif len(via) > _DEEPEST:
            words = {"word": name.value, "most": str(_DEEPEST)}
            problems.append(Problem("too-deep", name.span, words))
        elif name.value not in inherited:
            archetype = archetypes[name.value]
            _collect_lines(archetype, archetypes, (*via, name), found)
            inherited[name.value] = [each for each in archetype.children if each.kind not in _OWN]


def _report_circle(circle: tuple[Said, ...]) -> Problem:
    """The circle, with each line that goes on with it, the last one being the main place."""
    names = " → ".join(said.value for said in circle)
    related = tuple((f"goes on to `{said.value}` here", said.span) for said in circle[1:-1])
    return Problem("archetype-circle", circle[-1].span, {"circle": names}, related)


def _names(block: Block) -> list[Said]:
    names: list[Said] = block.said["extends"].value
    return names


# What an archetype says of itself alone.
_OWN = ("extends", "description", "plural")
