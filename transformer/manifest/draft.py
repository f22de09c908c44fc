"""The state of analysis: a manifest in the making, its source map and the problems."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from transformer.diagnostics.problems import Problem, Span, find_closest
from transformer.dsl.parser.productions import Located
from transformer.dsl.parser.tree import ANY_NAME
from transformer.dsl.recovery.hints import find_word
from transformer.manifest.analysis_result import locate_nearest
from transformer.manifest.records.documents import Document, Part
from transformer.manifest.records.manifest_draft import ManifestDraft, is_manifest
from transformer.manifest.typing.nodes import Node

# The words of the language for properties that have other names.
_SPOKEN = {"display": "display_field", "entity": "uses entity", "trigger": "on", "to": "access"}


@dataclass(slots=True)
class Draft:
    """A manifest in the making, the span of each of its paths, and the problems so far.

    A path is written as `entities/0/fields/2/type`. `broken` maps the path of an owner to the names
    that its unparsed lines may declare.
    """

    document: Part
    places: dict[str, Span] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    broken: dict[str, set[str]] = field(default_factory=dict)
    kept: set[str] = field(default_factory=set)
    """The paths of parts with lines that are kept for a larger dialect."""
    declared: dict[str, list[str]] = field(default_factory=dict)
    resolved: dict[str, Node] = field(default_factory=dict)
    """The resolved trees of expressions, by their paths: names are resolved, nodes have types."""
    manifest: ManifestDraft = field(init=False)
    """The document as a typed record."""

    def __post_init__(self) -> None:
        """Check that the document has the properties of a manifest."""
        assert is_manifest(self.document), self.document.keys()
        self.manifest = self.document

    def locate(self, path: str) -> Span | None:
        """Find the span of a part, or of the nearest part around it; None if there is none."""
        return locate_nearest(self.places, path)

    def copy_place(self, path: str, origin: str) -> None:
        """Give a path the span of another one."""
        if span := self.locate(origin):
            self.places[path] = span

    def report(self, code: str, path: str, /, *related: tuple[str, str], **words: str) -> None:
        """Add a problem with the part at a path.

        `related` are notes with the paths that they are about.
        """
        noted = tuple(
            (note, span) for note, other in related if (span := self.locate(other)) is not None
        )
        self.problems.append(Problem(code, self.locate(path), words, noted))

    def report_unknown(
        self, code: str, path: str, word: str, known: Iterable[str], /, **words: str
    ) -> None:
        """Add a problem with a name that isn't known, and say what to write, or the closest one."""
        if advice := words.pop("advice", "") or find_word(code, word):
            self.report(code, path, **words, word=word, advice=advice)
            return
        near = find_closest(word, known)
        if near is None:
            self.report(code, path, **words, word=word)
            return
        declared = self._find_declared(near, code, words.get("entity", ""))
        related = [(f"`{near}` is declared here", declared)] if declared else []
        self.report(code, path, *related, **words, closest=near, word=word)

    def _find_declared(self, name: str, code: str, owner: str) -> str | None:
        """Find the path of a declared name, if possible of the code's kind and of that owner."""
        group = code.removeprefix("unknown-")[:5]
        ranked = []
        for path in self._list_declared().get(name, ()):
            steps = path.split("/")
            is_owned = _dig(self.document, [*steps[:2], "name"]) == owner
            ranked.append((not is_owned, not steps[-3:][0].startswith(group), path))
        return min(ranked)[2] if ranked else None

    def _list_declared(self) -> dict[str, list[str]]:
        """Map all declared names to their paths."""
        if not self.declared:
            for path in self.places:
                if path.endswith("/name"):
                    name = str(_dig(self.document, path.split("/")))
                    self.declared.setdefault(name, []).append(path)
        return self.declared

    def set(self, path: str, record: Part, key: str, located: Located) -> None:
        """Put a value into a record, and record its span."""
        record[key] = located.value
        self.places[f"{path}/{key}"] = located.span

    def set_once(self, path: str, record: Part, key: str, located: Located) -> bool:
        """Put a value into a record, unless there is one already; tell whether it was put."""
        inner = f"{path}/{key}" if path else key
        if record.get(key, []) != []:
            self.places[f"{inner}/again"] = located.span
            first = (("first one here", inner),)
            self.report("duplicate-entry", f"{inner}/again", *first, word=_SPOKEN.get(key, key))
            return False
        self.places[inner] = located.span
        record[key] = self._make_plain(located.value, inner)
        return True

    def _make_plain(self, value: Any, path: str) -> Document:
        """Strip the spans of a value's parts, which are noted in `places`."""
        if isinstance(value, Located):
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
        """Tell whether what the part at a path lacks may stand in an unparsed or a kept line."""
        return path in self.broken or path in self.kept

    def is_broken(self, owner: str, name: str, known: Iterable[str] = ()) -> bool:
        """Tell whether an unparsed line of `owner` may declare `name`: no follow-on errors then.

        If any name may be declared, a typo of a known one is still an error.
        """
        names = self.broken.get(owner, ())
        return name in names or (ANY_NAME in names and find_closest(name, known) is None)


def _dig(value: Document, steps: Iterable[str]) -> Document:
    """Find what the manifest has at a path of these steps; None if there is nothing."""
    for step in steps:
        if isinstance(value, list) and step.isdigit() and int(step) < len(value):
            value = value[int(step)]
        else:
            value = value.get(step) if isinstance(value, dict) else None
    return value
