"""Excerpts of a project: the entities that an edit is about, and those around them.

An excerpt is a project of its own, with each line where it stands in the whole.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from transformer.diagnostics.problems import Span
from transformer.diagnostics.resources import read_table_text

_BLOCK = re.compile(r"^(?=[^\s#])", re.MULTILINE)
_HEADER = re.compile(r"(entity|surface) +(\w+)")
_ENTITY = re.compile(r"^\s+uses +entity +(\w+)", re.MULTILINE)
_WORD = re.compile(r"\w+")
_SHARED = {"app", "module", "use", "enum", "surface"}
"""The blocks without an entity that any excerpt has."""
_FAR = {
    *("computed", "invariant", "transitions", "extends"),
    *("permit", "forbid", "scope", "access", "tenant"),
}
"""The words of an entity with lines that may be about records which refer to it."""
_PERSON = "User"
"""What the entity whose records sign in is called by, whatever its name."""
_SIGNS_IN = "identity"
"""A word of that entity if it has another name."""
_PATTERN = "@use"
_LARGEST = 1 / 3
"""Of all entities; of more than that, the whole is as fast."""

Texts = Mapping[str, str]
"""File → text."""


class Excerpt(NamedTuple):
    """What an edit is about, before it and after."""

    old: Texts
    new: Texts
    kept: Mapping[str, Sequence[tuple[int, int, int]]]
    """File → the runs of lines outside: the first, the one behind the last, how far they moved."""

    def move(self, span: Span) -> Span | None:
        """Move a span to where its line is after the edit; None for one of the excerpt itself."""
        for first, end, offset in self.kept.get(span.file, ()):
            if first <= span.line < end:
                return span._replace(line=span.line + offset)
        return None


class _Block(NamedTuple):
    text: str
    kind: str
    name: str
    entity: str | None
    """The entity that it is, or is about."""


def cut_excerpt(old: Texts, new: Texts) -> Excerpt | None:
    """Cut out what an edit is about; None if that isn't some of the entities and their surfaces.

    The edit neither adds nor removes any, nor gives one another name or place.
    """
    before, after = ({f: _cut_blocks(text) for f, text in each.items()} for each in (old, new))
    if _list_names(before) != _list_names(after):
        return None
    pairs = [*zip(_flatten(before), _flatten(after), strict=True)]
    changed = [block for pair in pairs if pair[0].text != pair[1].text for block in pair]
    entities = {block.entity for block in changed if block.entity}
    known = {block.name for block in _flatten(after) if block.kind == "entity"}
    if not changed or not all(block.entity in known for block in changed):
        return None
    if not all(map(_is_cut, _flatten(after))):
        return None
    names = _find_around(entities, [*_flatten(before), *changed])
    if names is None:
        return None
    kept = {file: [*_list_kept(before[file], after[file], names)] for file in before}
    return Excerpt(_select_blocks(before, names), _select_blocks(after, names), kept)


def _cut_blocks(text: str) -> list[_Block]:
    return [_read_block(each) for each in _BLOCK.split(text)]


def _read_block(text: str) -> _Block:
    header = _HEADER.match(text)
    if header is None:
        first = text.partition("\n")[0]
        return _Block(text, first.split(" ")[0], first, None)
    kind, name = header.groups()
    if kind == "entity":
        return _Block(text, kind, name, name)
    about = _ENTITY.search(text)
    return _Block(text, kind, name, about[1] if about else None)


def _flatten(files: Mapping[str, list[_Block]]) -> Iterator[_Block]:
    return (block for blocks in files.values() for block in blocks)


def _list_names(files: Mapping[str, list[_Block]]) -> list[tuple[str, list[tuple[str, str]]]]:
    return [(file, [(b.kind, b.name) for b in blocks]) for file, blocks in files.items()]


def _is_cut(block: _Block) -> bool:
    """Tell whether a block belongs to an entity, or to any excerpt."""
    is_empty = block.text[:1] in ("#", "\n", "")
    return block.entity is not None or block.kind in _SHARED or is_empty


def _find_around(edited: set[str], blocks: Iterable[_Block]) -> set[str] | None:
    """Find the entities that an edit may have an effect on, and those that they need.

    Rules are about the entity that signs in without naming it: any excerpt has it, and what has an
    effect on it may have one on everything.
    """
    words: dict[str, set[str]] = {}
    about: dict[str, str] = {}
    for block in blocks:
        if block.entity is not None:
            words.setdefault(block.entity, set()).update(_list_words(block.text))
            about[block.name] = block.entity
    people = {name for name, said in words.items() if name == _PERSON or _SIGNS_IN in said}
    if people and _PERSON not in people:
        about[_PERSON] = min(people)
    named = {name: {about[word] for word in said & about.keys()} for name, said in words.items()}
    naming = _invert(named)
    far = {n: naming[n] | {o for o in named[n] if words[o] & _FAR} for n in words}
    reached = _follow(edited, far)
    if reached & people:
        return None
    beside = {other for name in edited for other in named[name]}
    reached |= beside | {each for other in beside for each in naming[other]}
    found = _follow(reached | people, named)
    return found if len(found) <= max(2, _LARGEST * len(words)) else None


def _invert(links: Mapping[str, Collection[str]]) -> dict[str, set[str]]:
    inverse: dict[str, set[str]] = {name: set() for name in links}
    for name, others in links.items():
        for other in others:
            inverse[other].add(name)
    return inverse


def _list_words(text: str) -> Iterator[str]:
    """List the words of a block, and those of all patterns that come with dazzle if it uses any."""
    yield from _WORD.findall(text)
    if _PATTERN in text:
        yield from _list_pattern_words()


@cache
def _list_pattern_words() -> Collection[str]:
    return {*_WORD.findall(read_table_text("language/patterns"))}


def _follow(names: Iterable[str], links: Mapping[str, Collection[str]]) -> set[str]:
    found, waiting = set[str](), list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += links[name]
    return found


def _select_blocks(files: Mapping[str, list[_Block]], names: Collection[str]) -> Texts:
    """Select blocks, and leave as many empty lines for the others."""
    return {
        file: "".join(
            block.text if block.entity is None or block.entity in names else _blank(block.text)
            for block in blocks
        )
        for file, blocks in files.items()
    }


def _list_kept(
    before: Iterable[_Block], after: Iterable[_Block], names: Collection[str]
) -> Iterator[tuple[int, int, int]]:
    """List the lines outside an excerpt, block by block, counted from 1."""
    old = new = 1
    for was, now in zip(before, after, strict=True):
        end = old + was.text.count("\n")
        if was.entity is not None and was.entity not in names:
            yield old, end, new - old
        old, new = end, new + now.text.count("\n")


def _blank(text: str) -> str:
    return "\n" * text.count("\n")
