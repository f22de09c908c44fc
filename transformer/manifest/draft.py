"""A manifest in the making, and where each part of it was written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from transformer.diagnostics.problems import Problem, Span, closest
from transformer.dsl.parser.productions import Said
from transformer.dsl.parser.tree import ANY_NAME
from transformer.manifest.records.documents import Document, Part
from transformer.manifest.records.manifest import ManifestDraft, is_manifest
from transformer.manifest.typing.nodes import Node

# What people know a property by, where that isn't its name.
_SPOKEN = {"display": "display_field", "entity": "uses entity", "trigger": "on"}


@dataclass(slots=True)
class Draft:
    """A manifest, a place for each of its paths, and the problems met so far.

    A path is written as `entities/0/fields/2/type`. `broken` holds, by the path of their owner,
    the names that lines not understood were probably about.
    """

    document: Part
    places: dict[str, Span] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    broken: dict[str, set[str]] = field(default_factory=dict)
    kept: set[str] = field(default_factory=set)
    """The paths of parts that have lines which are kept for a larger dialect."""
    declared: dict[str, list[str]] = field(default_factory=dict)
    meanings: dict[str, Node] = field(default_factory=dict)
    """What expressions mean, by their paths: trees of resolved names, in which parts have types."""
    manifest: ManifestDraft = field(init=False)
    """The document by its properties, for whoever doesn't go by the names in a table."""

    def __post_init__(self) -> None:
        """Take the document for a manifest."""
        assert is_manifest(self.document), self.document.keys()
        self.manifest = self.document

    def place_of(self, path: str) -> Span | None:
        """Where the part was written, or the nearest part around it."""
        return find_place(self.places, path)

    def note_place(self, path: str, origin: str) -> None:
        """Note that what is at a path was written where the part at another one was."""
        if span := self.place_of(origin):
            self.places[path] = span

    def report(self, code: str, path: str, /, *related: tuple[str, str], **words: str) -> None:
        """Note a problem with the part at a path."""
        noted = tuple(
            (note, span) for note, other in related if (span := self.place_of(other)) is not None
        )
        self.problems.append(Problem(code, self.place_of(path), words, noted))

    def report_unknown(
        self, code: str, path: str, word: str, known: Iterable[str], /, **words: str
    ) -> None:
        """Note that a name is not among those known, with the one probably meant."""
        near = closest(word, known)
        if near is None:
            self.report(code, path, **words, word=word)
            return
        declared = self._find_declared(near, code, words.get("entity", ""))
        related = [(f"`{near}` is declared here", declared)] if declared else []
        self.report(code, path, *related, **words, closest=near, word=word)

    def _find_declared(self, name: str, code: str, owner: str) -> str | None:
        """The path of what has the name: of the kind that the code speaks of, and of that owner."""
        group = code.removeprefix("unknown-")[:5]
        ranked = []
        for path in self._list_declared().get(name, ()):
            steps = path.split("/")
            is_owned = _dig(self.document, [*steps[:2], "name"]) == owner
            ranked.append((not is_owned, not steps[-3:][0].startswith(group), path))
        return min(ranked)[2] if ranked else None

    def _list_declared(self) -> dict[str, list[str]]:
        """The paths of all names that are declared."""
        if not self.declared:
            for path in self.places:
                if path.endswith("/name"):
                    name = str(_dig(self.document, path.split("/")))
                    self.declared.setdefault(name, []).append(path)
        return self.declared

    def set(self, path: str, record: Part, key: str, said: Said) -> None:
        """Put a value that was said into a record, and remember its place."""
        record[key] = said.value
        self.places[f"{path}/{key}"] = said.span

    def set_once(self, path: str, record: Part, key: str, said: Said) -> bool:
        """Whether the value could be put into the record: not if there is one already."""
        inner = f"{path}/{key}" if path else key
        if record.get(key, []) != []:
            self.places[f"{inner}/again"] = said.span
            first = (("first said here", inner),)
            self.report("said-twice", f"{inner}/again", *first, word=_SPOKEN.get(key, key))
            return False
        self.places[inner] = said.span
        record[key] = self._make_plain(said.value, inner)
        return True

    def _make_plain(self, value: Any, path: str) -> Document:
        """The value without the places of its parts, which are noted."""
        if isinstance(value, Said):
            self.places[path] = value.span
            return self._make_plain(value.value, path)
        if isinstance(value, list):
            return [self._make_plain(item, f"{path}/{n}") for n, item in enumerate(value)]
        if isinstance(value, dict):
            for key, part in value.items():
                value[key] = self._make_plain(part, f"{path}/{key}")
        plain: Document = value
        return plain

    def may_lack(self, path: str) -> bool:
        """Tell whether what the part at a path lacks may be in a line that isn't ours to read."""
        return path in self.broken or path in self.kept

    def is_broken(self, owner: str, name: str, known: Iterable[str] = ()) -> bool:
        """Whether the name may be what a line that wasn't understood declares.

        Where any name may be, one that looks like a slip of a known one isn't.
        """
        names = self.broken.get(owner, ())
        return name in names or (ANY_NAME in names and closest(name, known) is None)


def find_place(places: Mapping[str, Span], path: str) -> Span | None:
    """Find where the part at a path was written, or the nearest part around it."""
    while path and path not in places:
        path = path.rpartition("/")[0]
    return places.get(path)


def _dig(value: Document, steps: Iterable[str]) -> Document:
    """What the manifest has at a path of these steps, or None."""
    for step in steps:
        if isinstance(value, list) and step.isdigit() and int(step) < len(value):
            value = value[int(step)]
        else:
            value = value.get(step) if isinstance(value, dict) else None
    return value
