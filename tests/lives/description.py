"""The text of a project as people edit it: lines of files, and what they declare."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from transformer.manifest import read_project

Texts = Mapping[str, str]
"""File → its text."""
PLAIN = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
DECLARATION = re.compile(
    r"""(?P<lead>\s+)(?P<name>\w+):\s+(?P<type>(?:ref\s+\w+|\w+(?:\[[^\]]*\]|\([^)]*\))?))"""
    r"""(?P<rest>(?:[^#"]|"[^"]*")*)(?P<comment>\#.*)?"""
)


@dataclass(frozen=True)
class Place:
    """A declaration: the file and the number of its line, from 0."""

    file: str
    line: int


@dataclass(frozen=True)
class Field:
    """A field as its line says it, and as the manifest does."""

    entity: str
    table: str
    column: str
    place: Place
    words: re.Match[str]
    facts: Mapping[str, Any]

    @property
    def name(self) -> str:
        """Its name."""
        return str(self.facts["name"])

    @property
    def is_required(self) -> bool:
        """Whether each row has to have a value."""
        return bool(self.facts["required"])

    def spell(self, **parts: str) -> str:
        """Its line with other parts."""
        told = {**{k: v or "" for k, v in self.words.groupdict().items()}, **parts}
        rest = " ".join([told["type"], *told["rest"].split()]) if told["rest"] else told["type"]
        return f"{told['lead']}{told['name']}: {rest}"

    def add_word(self, word: str) -> str:
        """Its line with one more modifier."""
        return self.spell(rest=f" {word} {self.words['rest'].strip()}")

    def drop_word(self, word: str) -> str:
        """Its line without a modifier."""
        return self.spell(rest=re.sub(rf"(?<!\S){word}(?!\S)", "", self.words["rest"]))


@dataclass(frozen=True)
class Entity:
    """An entity with the fields that can be edited."""

    name: str
    table: str
    place: Place
    fields: Sequence[Field]


class Description:
    """All texts of a project, and what they declare of what has a table."""

    def __init__(self, folder: Path, columns: Mapping[str, Sequence[str]]) -> None:
        self.texts: dict[str, str] = {
            path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
            for path in sorted(folder.rglob("*.dsl"))
            if "out" not in path.relative_to(folder).parts
        }
        found = read_project(folder)
        self.manifest: Mapping[str, Any] = found.manifest or {}
        self._columns = columns
        self._spots = {
            path: Place(Path(span.file).resolve().relative_to(folder).as_posix(), span.line - 1)
            for path, span in found.places.items()
            if re.fullmatch(r"(entities|surfaces)/\d+(/fields/\d+)?", path) and span.file
        }
        self.entities = list(self._list_entities())

    @property
    def fields(self) -> list[Field]:
        """The fields that can be edited."""
        return [field for entity in self.entities for field in entity.fields]

    def list_surfaces(self) -> Iterator[tuple[Mapping[str, Any], Place]]:
        """The surfaces, and where they are."""
        for number, surface in enumerate(self.manifest.get("surfaces", ())):
            if place := self._spots.get(f"surfaces/{number}"):
                yield surface, place

    def _list_entities(self) -> Iterator[Entity]:
        for number, entity in enumerate(self.manifest.get("entities", ())):
            table, place = f"core_{entity['name'].lower()}", self._spots.get(f"entities/{number}")
            if table in self._columns and place:
                fields = list(self._list_fields(number, entity, table))
                yield Entity(entity["name"], table, place, fields)

    def _list_fields(self, number: int, entity: Mapping[str, Any], table: str) -> Iterator[Field]:
        for index, facts in enumerate(entity["fields"]):
            place = self._spots.get(f"entities/{number}/fields/{index}")
            name = facts["name"]
            columns = {name, f"{name}_id"} & {*self._columns[table]}
            if not place or len(columns) != 1 or not PLAIN.fullmatch(name):
                continue
            words = DECLARATION.fullmatch(self.read_line(place))
            if words and words["name"] == name and name != entity["key"]:
                yield Field(entity["name"], table, columns.pop(), place, words, facts)

    def read_line(self, place: Place) -> str:
        """A line."""
        return self.texts[place.file].split("\n")[place.line]

    def with_line(self, place: Place, *lines: str) -> Texts:
        """The texts with other lines in place of one."""
        text = self.texts[place.file].split("\n")
        text[place.line : place.line + 1] = lines
        return {**self.texts, place.file: "\n".join(text)}

    def without_block(self, place: Place) -> Texts:
        """The texts without a line and what is indented below it."""
        lines = self.texts[place.file].split("\n")
        end = place.line + 1
        while end < len(lines) and (not lines[end].strip() or lines[end][0] in " #"):
            end += 1
        return {**self.texts, place.file: "\n".join(lines[: place.line] + lines[end:])}

    def with_block(self, random: Random, block: str) -> Texts:
        """The texts with a block at the end of a file."""
        file = random.choice(sorted(self.texts))
        return {**self.texts, file: self.texts[file].rstrip("\n") + "\n\n" + block}


def mend_texts(texts: Texts, problems: Sequence[Mapping[str, Any]], new: str | None) -> Texts:
    """Put a new name where the old one isn't known any more, or leave those lines out."""
    mended = {file: text.split("\n") for file, text in texts.items()}
    for each in sorted(problems, key=lambda each: (each["line"], each["column"]), reverse=True):
        lines, number = mended[each["file"]], each["line"] - 1
        line = lines[number]
        if new is not None:
            before, after = line[: each["column"] - 1], line[each["end"] - 1 :]
            lines[number] = before + new + after
        elif re.match(r"\s+(field|search|filter|sort|show|display_field|index|unique)\b", line):
            lines[number] = ""
    return {file: "\n".join(lines) for file, lines in mended.items()}
