"""Edits of a description, as people make them, each with what it may change in tables."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from tests.lives.description import Description, Field, Texts
from tests.lives.oracle import (
    Accepted,
    Fit,
    either,
    expect,
    is_anything,
    is_empty,
    is_nothing,
    keep,
    lose,
)
from tests.random_fields import Surroundings, write_field
from tests.random_words import choose_text, quote

NOTHING = Accepted()
LOSS = "--allow-data-loss"


@dataclass(frozen=True)
class Way:
    """A way out that a message may name: by other texts, or by what is said to the build."""

    word: str
    accepted: Accepted
    texts: Texts | None = None


@dataclass(frozen=True)
class Edit:
    """Other texts, what they may change, and ways out if they are refused."""

    texts: Texts
    accepted: Accepted = NOTHING
    ways: tuple[Way, ...] = ()
    renamed: str | None = None
    """What names that aren't known any more are called now."""


Maker = Callable[[Random, Description, int], Edit | None]


def choose(random: Random, fields: list[Field]) -> Field | None:
    """Any field, or None if there is none."""
    return random.choice(fields) if fields else None


def accept_column(each: Field, name: str | None = None, loss: bool = False) -> Accepted:
    """What may happen to a column: another name, or its end."""
    return Accepted(columns={(each.table, each.column): name})


def add_field(random: Random, told: Description, number: int) -> Edit | None:
    """Any field of any kind."""
    if not told.entities:
        return None
    entity = random.choice(told.entities)
    around = Surroundings([each.name for each in told.entities], {})
    name = f"extra_{number}"
    line = write_field(random, name, around).replace("was=old_name_of_it", "")
    line = re.sub(r"(?<!\S)fill=\S+", "", line)
    texts = told.with_line(entity.place, told.read_line(entity.place), f"  {line}")
    optional = re.sub(r"(?<!\S)required(?!\S)", "", line)
    given = fit_new(line)
    others = told.with_line(entity.place, told.read_line(entity.place), f"  {optional}")
    accepted = Accepted(new={entity.table: given})
    return Edit(texts, accepted, (Way("optional", accepted, others),))


def fit_new(line: str) -> Fit:
    """What rows may have in a column that is new: its default, or nothing."""
    if "auto_" in line or re.search(r"=\s*(today|now)|uuid", line):
        return is_anything
    default = re.search(r'(?<![\w])(?:default)?=\s*(?!")(?P<value>[\w.-]+)', line)
    quoted = re.search(r'(?:^|\s)(?:default)?=\s*"(?P<value>(?:[^"\\]|\\.)*)"', line)
    if quoted:
        return is_anything if "\\" in quoted["value"] else either(expect(quoted["value"]), is_json)
    return expect(default["value"]) if default else is_empty


def is_json(value: Any, row: Mapping[str, Any]) -> bool:
    """Whether a value is JSON or a moment, which is written otherwise than in the DSL."""
    return bool(re.match(r'[\[{"]|\d\d', str(value)))


FILLS = {
    "str": ('"-"', "-"),
    "text": ('"-"', "-"),
    "int": ("3", 3),
    "decimal(5,2)": ("1.5", "1.5"),
    "bool": ("true", True),
    "date": ('"2026-02-03"', "2026-02-03"),
}


def add_required_field(random: Random, told: Description, number: int) -> Edit | None:
    """A field that rows have no value for, with what they get if that is asked."""
    if not told.entities:
        return None
    entity, kind = random.choice(told.entities), random.choice(sorted(FILLS))
    words, value = FILLS[kind]
    head = told.read_line(entity.place)

    def write(more: str) -> Texts:
        return told.with_line(entity.place, head, f"  extra_{number}: {kind} {more}")

    filled = Accepted(new={entity.table: expect(value)})
    empty = Accepted(new={entity.table: is_empty})
    ways = (
        Way("fill=", filled, write(f"required fill={words}")),
        Way("default", filled, write(f"required ={words}")),
        Way("optional", empty, write("")),
    )
    unasked = is_empty if kind == "bool" else is_nothing  # a `bool` without a default is false
    return Edit(write("required"), Accepted(new={entity.table: unasked}), ways)


def remove_field(random: Random, told: Description, number: int) -> Edit | None:
    """A field goes, and lines of surfaces with it."""
    each = choose(random, told.fields)
    if each is None:
        return None
    gone = accept_column(each)
    empty = Accepted(values={(each.table, each.column): is_empty})
    return Edit(told.with_line(each.place), gone.join(empty), (Way(LOSS, gone),))


def rename_field(random: Random, told: Description, number: int) -> Edit | None:
    """Another name, with `was=` or, by mistake, without."""
    each = choose(random, [f for f in told.fields if "was=" not in f.words["rest"]])
    if each is None:
        return None
    name = f"renamed_{number}"
    column = name + each.column.removeprefix(each.name)
    said = told.with_line(each.place, each.spell(name=name, rest=f" was={each.name}" + rest(each)))
    kept = accept_column(each, column)
    if random.random() < 0.6:
        return Edit(said, kept, (), name)
    gone = accept_column(each).join(Accepted(new={each.table: fit_new(each.spell())}))
    ways = (Way("was=", kept, said), Way(LOSS, gone))
    return Edit(told.with_line(each.place, each.spell(name=name)), gone, ways, name)


def rest(each: Field) -> str:
    """The modifiers of a field, as they stand behind its type."""
    return " " + (each.words["rest"] or "").strip()


OTHERS = ("str", "str(9)", "text", "int", "float", "decimal(9,2)", "bool", "date", "datetime")
SUITS = r"required|optional|indexed|unique\??|sensitive|pii|\"[^\"]*\"|help=\"[^\"]*\""
FILL_OF = {"str": "-", "text": "-", "int": "3", "float": "3", "decimal": "3", "bool": "true"}


def change_type(random: Random, told: Description, number: int) -> Edit | None:
    """Another type, without the modifiers that might not suit it."""
    each = choose(random, [f for f in told.fields if f.facts["type"] not in ("ref", "json")])
    if each is None:
        return None
    kind = random.choice([o for o in OTHERS if not each.words["type"].startswith(o)])
    kept = " ".join(m[0] for m in re.finditer(rf"(?<!\S)(?:{SUITS})(?!\S)", each.words["rest"]))
    column = (each.table, each.column)
    same = Accepted(values={column: keep(each.column)})
    words = FILLS.get(kind, FILLS["date"])
    fill = words if not kind.startswith(("float", "decimal", "str(")) else FILLS["int"]
    filled = Accepted(values={column: either(keep(each.column), expect(fill[1]))})
    lost = Accepted(values={column: lose(each.column)})

    def write(more: str = "") -> Texts:
        return told.with_line(each.place, each.spell(type=kind, rest=f" {kept} {more}"))

    ways = (Way("fill=", filled, write(f"fill={fill[0]}")), Way(LOSS, lost))
    return Edit(write(), same, ways)


def toggle_required(random: Random, told: Description, number: int) -> Edit | None:
    """A field becomes required, or ceases to be."""
    fields = [f for f in told.fields if not f.facts.get("automatic")]
    each = choose(random, fields)
    if each is None:
        return None
    column = (each.table, each.column)
    if each.is_required:
        return Edit(told.with_line(each.place, each.drop_word("required")), accept_empty(each))
    told_so = each.spell(rest=" required " + re.sub(r"\boptional\b", "", rest(each)))
    words, value = FILLS.get(each.words["type"].split("(")[0], ('"a"', "a"))
    accepted = Accepted(values={column: lambda new, row: row[each.column] in EMPTY_TEXTS and
                                        expect(value)(new, row)})  # fmt: skip
    way = Way("fill=", accepted, told.with_line(each.place, f"{told_so} fill={words}"))
    return Edit(told.with_line(each.place, told_so), accept_empty(each), (way,))


EMPTY_TEXTS = (None, "")


def accept_empty(each: Field) -> Accepted:
    """No value may become another, though an empty one may be written otherwise."""
    return Accepted(values={(each.table, each.column): keep(each.column)})


def toggle_unique(random: Random, told: Description, number: int) -> Edit | None:
    """A field becomes unique, or ceases to be."""
    each = choose(random, told.fields)
    if each is None:
        return None
    if each.facts["unique"] != "no":
        return Edit(told.with_line(each.place, each.drop_word(r"unique\??")), accept_empty(each))
    word = "unique" if each.is_required else random.choice(["unique", "unique?"])
    return Edit(told.with_line(each.place, each.add_word(word)), accept_empty(each))


def change_words(random: Random, told: Description, number: int) -> Edit | None:
    """A title, a help, an index, a word that hides: nothing that rows have."""
    each = choose(random, told.fields)
    if each is None:
        return None
    words = ["indexed", "sensitive", quote(f"T {number}"), f"help={quote(choose_text(random))}"]
    return Edit(told.with_line(each.place, each.add_word(random.choice(words))))


FIELD_EDITS: Mapping[str, Maker] = {
    "a field comes": add_field,
    "a required field comes": add_required_field,
    "a field goes": remove_field,
    "a field has another name": rename_field,
    "a field has another type": change_type,
    "`required` comes or goes": toggle_required,
    "`unique` comes or goes": toggle_unique,
    "a title, a help, an index of a field": change_words,
}
