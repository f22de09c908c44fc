"""Random expressions of a type about an entity, as text of the language.

`python -m tests.expressions.random_expressions SEED TYPE COUNT` prints some about a `Line`.
"""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path as FilePath
from random import Random

from hypothesis import strategies as st

from tests.expressions.productions import (
    LITERAL_SIZES,
    LITERALS,
    ORDERED,
    PARTNERS,
    SPELLINGS,
    WAYS,
    WEIGHTS,
    WRITTEN,
)
from tests.expressions.scope import Path, Scope, build_scopes
from tests.expressions.sizes import NOTHING, Size, fits, limit_places
from transformer.manifest import read_project

PROJECT = FilePath(__file__).with_name("project.dsl")
TYPES = ("number", "text", "bool", "date", "datetime", "duration")  # what is computed is of these
DEEPEST = 3
AGGREGATES = {
    "number": ["count", "sum", "avg", "min", "max"],
    "duration": ["sum", "avg", "min", "max"],
    **{kind: ["min", "max"] for kind in ("date", "datetime", "time")},
}
# How often something is computed where so many more operations may be within one another.
OPERATED = {3: 0.95, 2: 0.5, 1: 0.4}


@dataclass(frozen=True)
class Written:
    """A part of an expression: its text, how great it can be, and of what it is a value."""

    text: str
    size: Size = NOTHING
    path: Path | None = None


@dataclass(frozen=True)
class Writer:
    """What writes expressions about the records of an entity."""

    random: Random
    scopes: Mapping[str, Scope]
    entity: str
    way: str = ""  # what stands before each path
    has_aggregates: bool = False

    @property
    def scope(self) -> Scope:
        return self.scopes[self.entity]

    def write(self, kind: str, depth: int = DEEPEST) -> Written:
        """An expression of the type, of as many operations within one another at most."""
        kinds = {*WAYS, *(AGGREGATES if self.has_aggregates else ())}
        if depth and kind in kinds and self.random.random() < OPERATED[depth]:
            for _ in range(9):  # some of what is tried is too great
                written = self.operate(kind, depth - 1)
                if fits(kind, written.size):
                    return replace(written, size=limit_places(kind, written.size))
        return self.write_value(kind)

    def operate(self, kind: str, depth: int) -> Written:
        """An operation or a call that gives the type."""
        if self.has_aggregates and kind in AGGREGATES and self.random.random() < 0.4:
            return self.aggregate(kind, depth)
        if kind not in WAYS:
            return self.write_value(kind)
        word = self.choose_word([*WAYS[kind], *(SPELLINGS if kind == "bool" else ())])
        if word not in WAYS[kind]:
            return self.compare(word, depth)
        way = self.random.choice(WAYS[kind][word])
        parts = [self.write(each, depth) for each in way.takes]
        size = way.size(*(each.size for each in parts))
        return Written(way.template.format(*(each.text for each in parts)), size)

    def choose_word(self, words: Sequence[str]) -> str:
        return self.random.choices(words, [WEIGHTS.get(each, 1) for each in words])[0]

    def write_value(self, kind: str) -> Written:
        """A field at some distance, a field of whoever is signed in, or a value."""
        own, person = self.scope.paths.get(kind, {}), self.scope.person.get(kind, {})
        chance = self.random.random()
        if kind in LITERALS and (chance < 0.2 or not own):
            size = LITERAL_SIZES.get(kind, NOTHING)
            return Written(self.random.choice(LITERALS[kind]), size)
        if kind == "bool" and chance < 0.3:
            roles = self.random.sample(self.scope.roles, self.random.randint(1, 2))
            return Written(f"role({', '.join(roles)})")
        if person and chance > 0.9 and not self.way:
            return self.name(self.random.choice(person[self.random.choice([*person])]))
        path = self.random.choice(own[self.random.choice([*own])])
        return self.name(path.put_behind(self.way))

    def name(self, path: Path) -> Written:
        return Written(path.text, path.size, path)

    def compare(self, word: str, depth: int) -> Written:
        """A comparison of a value with another, or with those of a list."""
        kinds = ORDERED if "<" in word or ">" in word else tuple(PARTNERS)
        kind = self.random.choice(kinds)
        left = self.write(kind, depth)
        template = self.random.choice(SPELLINGS[word])
        if "[" in template:
            items = [self.find_partner(kind, left, depth) for _ in range(self.random.randint(1, 3))]
            items += ["null"] if self.random.random() < 0.3 else []
            self.random.shuffle(items)
            return Written(template.format(left.text, ", ".join(items)))
        sides = [left.text, self.find_partner(kind, left, depth)]
        if self.random.random() < 0.3:
            sides.reverse()
        return Written(template.format(*sides))

    def find_partner(self, kind: str, left: Written, depth: int) -> str:
        """Something that can be compared with what is left."""
        if kind == "record" and left.path:
            return self.find_record(left.path.target)
        if kind == "choice" and left.path:
            return self.find_choice(left.path)
        partner = self.random.choice(PARTNERS[kind])
        # By itself, neither `today` nor `now` makes a day or a moment of the text beside it.
        if kind in WRITTEN and self.random.random() < 0.3 and left.text not in ("today", "now"):
            return self.random.choice(WRITTEN[kind])
        return self.write(partner, depth).text

    def find_choice(self, left: Path) -> str:
        """A value of the enum, or a field of one that has a value in common with it."""
        similar = [
            path for path in self.scope.list_all("choice") if {*path.values} & {*left.values}
        ]
        if not similar or self.random.random() < 0.6:
            return spell(self.random, self.random.choice(left.values))
        return self.way + self.random.choice(similar).text

    def find_record(self, target: str) -> str:
        same = [path for path in self.scope.list_all("record") if path.target == target]
        texts = [self.way + path.text for path in same]
        people = self.scope.person["record"]
        if any(path.target == target for path in people.get(0, ())) and self.random.random() < 0.4:
            return "current_user"
        return self.random.choice(texts)

    def aggregate(self, kind: str, depth: int) -> Written:
        """Something of many records: of all, or of those that a relation leads to."""
        relation, entity = self.find_relation()
        inner = replace(self, entity=entity, way="", has_aggregates=False)
        where = f" where {inner.write('bool', depth).text}" if self.random.random() < 0.5 else ""
        word = self.random.choice(AGGREGATES[kind])
        if word == "count":
            return Written(f"count({relation}{where})", Size(100))
        value = replace(inner, way=f"{relation}.").write_taken(kind, depth)
        size = Size(value.size.bound * 100, 6 if word == "avg" else value.size.places)
        return Written(f"{word}({value.text}{where})", size)

    def find_relation(self) -> tuple[str, str]:
        """A way to many records, or the name of an entity, and the entity."""
        ways = self.scope.relations
        if not ways or self.random.random() < 0.2:
            entity = self.random.choice([*self.scopes])
            return entity, entity
        return self.random.choice(ways[self.random.choice([*ways])])

    def write_taken(self, kind: str, depth: int) -> Written:
        """An expression that speaks of the records, and so says which they are."""
        for _ in range(9):
            value = self.write(kind, min(depth, 1))
            if self.way in value.text:
                return value
        path = self.random.choice(self.scope.list_all(kind))
        return self.name(path.put_behind(self.way))


def spell(random: Random, value: str) -> str:
    """A value of an enum, which may stand bare if it is a name."""
    return value if value.isidentifier() and random.random() < 0.5 else f'"{value}"'


def read_scopes() -> dict[str, Scope]:
    """The scopes of the project of these tests."""
    manifest = read_project(PROJECT).manifest
    assert manifest is not None
    return build_scopes(manifest)


def write_expressions(
    random: Random,
    scopes: Mapping[str, Scope],
    entity: str,
    kind: str,
    count: int,
    has_aggregates: bool = False,
) -> Sequence[str]:
    """So many expressions of a type about an entity."""
    writer = Writer(random, scopes, entity, has_aggregates=has_aggregates)
    return [writer.write(kind).text for _ in range(count)]


def expressions(scopes: Mapping[str, Scope], entity: str, kind: str) -> st.SearchStrategy[str]:
    """Expressions of a type about an entity."""
    randoms = st.randoms(use_true_random=False)
    return randoms.map(lambda random: Writer(random, scopes, entity).write(kind).text)


if __name__ == "__main__":
    seed, wanted, number = sys.argv[1:]
    for line in write_expressions(Random(seed), read_scopes(), "Line", wanted, int(number)):
        print(line)
