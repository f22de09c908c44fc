"""The modules of a project: which there are, and in which order they are linked."""

from collections.abc import Iterable, Iterator

from transformer.diagnostics.problems import Problem, find_closest
from transformer.dsl.parser.lines import Line
from transformer.dsl.parser.source_files import SourceFile
from transformer.dsl.parser.tree import Block


def order_files(
    files: list[list[Block]], root: str | None
) -> tuple[list[list[Block]], list[Problem]]:
    """The files with the root's modules first, then those they use, then the others."""
    problems: list[Problem] = []
    modules: dict[str, list[int]] = {}
    for number, blocks in enumerate(files):
        modules.setdefault(_name_of(blocks, problems), []).append(number)
    known = [name for name in modules if name]
    for blocks in files:
        problems += [problem for block in blocks if (problem := _find_unknown(block, known))]
    if root and root not in modules:
        near = find_closest(root, known)
        words = {"word": root} | ({"closest": near} if near else {})
        problems.append(Problem("unknown-root", words=words))
    return [files[number] for number in _list_order(files, modules, root)], problems


def _name_of(blocks: list[Block], problems: list[Problem]) -> str:
    """The module that a file says it is, which its first line says if any."""
    lines = [number for number, block in enumerate(blocks) if block.kind == "module"]
    for number in lines:
        if number > 0:
            problems.append(Problem("late-module", blocks[number].span))
    return blocks[0].name_of("module") if lines[:1] == [0] else ""


def _find_unknown(block: Block, known: list[str]) -> Problem | None:
    if block.kind != "use" or block.name_of("module") in known:
        return None
    word = block.name_of("module")
    near = find_closest(word, known)
    words = {"word": word} | ({"closest": near} if near else {})
    return Problem("unknown-module", block.captures["module"].span, words)


def _list_order(
    files: list[list[Block]], modules: dict[str, list[int]], root: str | None
) -> list[int]:
    order: dict[int, None] = {}
    waiting = list(modules.get(root or "", ()))
    while waiting:
        number = waiting.pop(0)
        if number in order:
            continue
        order[number] = None
        for block in files[number]:
            if block.kind == "use":
                waiting += modules.get(block.name_of("module"), ())
    return [*order, *(number for number in range(len(files)) if number not in order)]


def warn_of_unused(files: list[list[Block]], sources: list[SourceFile]) -> Iterator[Problem]:
    """A problem for each `use` of a module of which the file names nothing."""
    declared: dict[str, set[str]] = {}
    for blocks in files:
        names = {block.name_of("name") for block in blocks if "name" in block.captures}
        declared.setdefault(_name_of(blocks, []), set()).update(names)
    for blocks, source in zip(files, sources, strict=True):
        uses = [block for block in blocks if block.kind == "use"]
        named = set(_list_names(source.lines)) if uses else set()
        for block in uses:
            word = block.name_of("module")
            if word in declared and not declared[word] & named:
                yield Problem("unused-use", block.captures["module"].span, {"word": word})


def _list_names(lines: Iterable[Line]) -> Iterator[str]:
    """All names in lines and the lines under them."""
    for line in lines:
        yield from (token.text for token in line.tokens if token.kind == "name")
        yield from _list_names(line.children)
