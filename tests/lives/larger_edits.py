"""Edits of values, rules, entities and surfaces, as people make them."""

import re
from collections.abc import Mapping
from random import Random

from tests.lives.description import Description, Field, Texts
from tests.lives.edits import (
    FIELD_EDITS,
    LOSS,
    Edit,
    Maker,
    Way,
    accept_empty,
    choose,
    rest,
)
from tests.lives.oracle import Accepted, either, expect, is_empty, keep, lose
from tests.random_words import choose_text, quote


def change_length(random: Random, told: Description, number: int) -> Edit | None:
    """A text may be longer, or only shorter."""
    fields = [f for f in told.fields if f.facts["type"] == "str" and "regex" not in rest(f)]
    each = choose(random, fields)
    if each is None:
        return None
    size = random.choice([1, 3, 5, 9, 12, 60, 255, 300])
    column = (each.table, each.column)
    line = each.spell(type=f"str({size})")
    filled = Accepted(values={column: either(keep(each.column), expect("-"))})
    ways = (
        Way("fill=", filled, told.with_line(each.place, f'{line} fill="-"')),
        Way(LOSS, Accepted(values={column: lose(each.column)})),
    )
    return Edit(told.with_line(each.place, line), accept_empty(each), ways)


def change_bounds(random: Random, told: Description, number: int) -> Edit | None:
    """A least or a greatest value."""
    kinds = ("int", "float", "decimal", "str", "text")
    each = choose(random, [f for f in told.fields if f.facts["type"] in kinds])
    if each is None:
        return None
    word, value = random.choice(["min", "max"]), random.choice([0, 1, 2, 50, 500])
    line = each.drop_word(rf"{word}\([^)]*\)").rstrip() + f" {word}({value})"
    return Edit(told.with_line(each.place, line), accept_empty(each))


def change_default(random: Random, told: Description, number: int) -> Edit | None:
    """What a record has that is made without a value; those that are there stay as they are."""
    defaults = {"int": "7", "bool": "true", "str": '"d"', "text": '"d"', "float": "0.5"}
    each = choose(random, [f for f in told.fields if f.facts["type"] in defaults])
    if each is None:
        return None
    bare = re.sub(r'(?<!\S)(?:default)?=\s*(?:"(?:[^"\\]|\\.)*"|\S+)', "", rest(each))
    line = each.spell(rest=f" ={defaults[each.facts['type']]} {bare.strip()}")
    return Edit(told.with_line(each.place, line), accept_empty(each))


def change_values(random: Random, told: Description, number: int) -> Edit | None:
    """A value of an enum comes, goes or is called otherwise."""
    enums = [f for f in told.fields if f.words["type"].startswith("enum[")]
    each = choose(random, enums)
    if each is None:
        return None
    values = re.findall(r'(?:[^,"]|"[^"]*")+', each.words["type"][5:-1])
    picked = random.randrange(len(values))
    old = each.facts["values"][picked]["value"]
    others = [*values[:picked], *values[picked + 1 :]]
    if random.random() < 0.3:
        return Edit(write_values(told, each, [*values, f' new_{number} "New"']), accept_empty(each))
    if others and random.random() < 0.6:
        return remove_value(told, each, others)
    if not re.fullmatch(r"\w+", str(old)):
        return None
    renamed = [*values[:picked], f" value_{number} was {old}", *values[picked + 1 :]]
    to = Accepted(
        values={
            (each.table, each.column): lambda new, row: (
                row[each.column] == old and new == f"value_{number}"
            )
        }
    )
    return Edit(write_values(told, each, renamed), to, (), f"value_{number}")


def write_values(told: Description, each: Field, values: list[str], more: str = "") -> Texts:
    """The texts with other values of an enum."""
    line = each.spell(type=f"enum[{','.join(values)}]", rest=rest(each) + more)
    return told.with_line(each.place, line)


def remove_value(told: Description, each: Field, others: list[str]) -> Edit:
    """A value of an enum goes, and only others are left."""
    first = re.split(r"[\s\"]", others[0].strip())[0]
    column = (each.table, each.column)
    filled = Accepted(values={column: either(keep(each.column), expect(first))})
    lost = Accepted(values={column: either(keep(each.column), is_empty, lose(each.column))})
    with_fill = write_values(told, each, others, f" fill={first}")
    ways = (Way("fill=", filled, with_fill), Way(LOSS, lost))
    return Edit(write_values(told, each, others), accept_empty(each), ways)


def add_computed(random: Random, told: Description, number: int) -> Edit | None:
    """A value that is worked out, and has no column."""
    numbers = [f for f in told.fields if f.facts["type"] in ("int", "decimal")]
    each = choose(random, numbers)
    if each is None:
        return None
    line = f"  worked_out_{number}: computed {each.name} + {number}"
    return Edit(told.with_line(each.place, told.read_line(each.place), line))


def add_invariant(random: Random, told: Description, number: int) -> Edit | None:
    """A rule that rows keep, or don't."""
    kinds = {"int": "< 100000", "decimal": "<= 50", "bool": "= false", "date": '> "2000-01-01"'}
    each = choose(random, [f for f in told.fields if f.facts["type"] in kinds])
    if each is None:
        return None
    line = f"  invariant: {each.name} {kinds[each.facts['type']]}"
    return Edit(told.with_line(each.place, told.read_line(each.place), line))


def add_permission(random: Random, told: Description, number: int) -> Edit | None:
    """Who may do what."""
    if not told.entities:
        return None
    entity = random.choice(told.entities)
    block = [f"  {random.choice(['permit', 'forbid'])}:"]
    block += [f"    {random.choice(['list', 'read', 'create', 'update', 'delete'])}: true"]
    last = max(each.place.line for each in entity.fields) if entity.fields else entity.place.line
    place = type(entity.place)(entity.place.file, last)
    return Edit(told.with_line(place, told.read_line(place), *block))


def add_entity(random: Random, told: Description, number: int) -> Edit | None:
    """One more entity with a list, perhaps with a reference."""
    name = f"Extra{number}"
    lines = [f"entity {name}:", "  title: str(40) required", "  size: int"]
    if told.entities:
        lines.append(f"  of: ref {random.choice(told.entities).name}")
    lines += ["", f"surface {name.lower()}_list:", f"  uses entity {name}", "  mode: list", ""]
    return Edit(told.with_block(random, "\n".join(lines)))


def remove_entity(random: Random, told: Description, number: int) -> Edit | None:
    """An entity goes, and its surfaces with it."""
    named = " ".join(told.texts.values())
    free = [e for e in told.entities if not re.search(rf"ref\s+{e.name}\b", named)]
    if len(told.entities) < 2 or not free:
        return None
    entity = random.choice(free)
    places = [place for each, place in told.list_surfaces() if each.get("entity") == entity.name]
    texts: Texts = told.texts
    for place in sorted([entity.place, *places], key=lambda each: -each.line):
        told.texts = dict(texts)
        texts = told.without_block(place)
    gone = Accepted(tables={entity.table: None})
    return Edit(texts, Accepted(), (Way(LOSS, gone),))


def rename_entity(random: Random, told: Description, number: int) -> Edit | None:
    """Another name for an entity, with `was:` or, by mistake, without."""
    first = [each for each in told.entities if each.name[:7] not in ("User", "Renamed")]
    if not first:
        return None
    entity = random.choice(first)
    name, head = f"Renamed{number}", told.read_line(entity.place)
    line = re.sub(rf"\b{entity.name}\b", name, head, count=1)
    pattern = rf"(\bref\s+|uses entity ){entity.name}\b"
    other = {f: re.sub(pattern, rf"\g<1>{name}", text) for f, text in told.texts.items()}
    told.texts = other
    said = told.with_line(entity.place, line, f"  was: {entity.name}")
    kept = Accepted(tables={entity.table: f"core_{name.lower()}"})
    if random.random() < 0.6:
        return Edit(said, kept, (), name)
    return Edit(told.with_line(entity.place, line), Accepted(), (Way("was:", kept, said),), name)


def add_surface(random: Random, told: Description, number: int) -> Edit | None:
    """One more page of an entity."""
    if not told.entities:
        return None
    entity, mode = random.choice(told.entities), random.choice(["list", "view", "create", "edit"])
    lines = [f"surface page_{number} {quote(f'Page {number}')}:", f"  uses entity {entity.name}"]
    shown = random.sample(entity.fields, min(2, len(entity.fields)))
    lines += [f"  mode: {mode}", *(["  section main:"] if shown else [])]
    lines += [f"    field {each.name}" for each in shown]
    return Edit(told.with_block(random, "\n".join([*lines, ""])))


def remove_surface(random: Random, told: Description, number: int) -> Edit | None:
    """A page goes."""
    places = [place for _, place in told.list_surfaces()]
    return Edit(told.without_block(random.choice(places))) if places else None


def change_title(random: Random, told: Description, number: int) -> Edit | None:
    """Another title for a surface or an entity."""
    places = [place for _, place in told.list_surfaces()]
    places += [each.place for each in told.entities]
    if not places:
        return None
    place = random.choice(places)
    line = told.read_line(place)
    title = random.choice([quote(f"Title {number}"), quote(choose_text(random))])
    found = re.match(r'((?:surface|entity)\s+\w+)(?:\s+"(?:[^"\\]|\\.)*")?(:?.*)', line)
    return Edit(told.with_line(place, f"{found[1]} {title}{found[2]}")) if found else None


EDITS: Mapping[str, Maker] = {
    **FIELD_EDITS,
    "a text is shorter or longer": change_length,
    "`min` or `max`": change_bounds,
    "a default": change_default,
    "values of an enum": change_values,
    "a computed value comes": add_computed,
    "an invariant comes": add_invariant,
    "a permission comes": add_permission,
    "an entity comes": add_entity,
    "an entity goes": remove_entity,
    "an entity has another name": rename_entity,
    "a surface comes": add_surface,
    "a surface goes": remove_surface,
    "a title": change_title,
}
