"""Random projects over the whole language, levels 1 to 4, that are valid.

`python -m tests.random_larger SEED ENTITIES` prints one.
"""

import sys
from collections.abc import Iterator, Sequence
from random import Random

from hypothesis import strategies as st

from tests.random_connections import write_connections, write_trials
from tests.random_expressions import Entity, People, write_condition, write_number
from tests.random_rules import (
    list_keywords,
    write_fields,
    write_head,
    write_relations,
    write_rules,
)
from tests.random_words import ENTITIES, choose_names, choose_text, quote

MODES = ("list", "view", "create", "edit")
LEVELS = ("critical", "warning", "notice", "info")
DISPLAYS = ("list", "grid", "timeline", "map", "kanban", "calendar", "bar_chart", "metrics")
ROLES = ("agent", "manager", "member", "all")

Blocks = list[str]


def larger_projects(most: int = 4) -> st.SearchStrategy[Blocks]:
    """The blocks of valid projects of up to so many entities; their order means nothing."""
    randoms = st.integers(min_value=0, max_value=2**32).map(Random)
    return st.builds(write_blocks, randoms, st.integers(min_value=1, max_value=most))


def write_blocks(random: Random, entities: int) -> Blocks:
    """The top-level blocks of a valid project."""
    names = choose_names(random, [name for name in ENTITIES if name != "User"], entities)
    keywords = list_keywords()
    made = [Entity(name, dict.fromkeys(_choose_fields(random, keywords), "")) for name in names]
    has_people = random.random() < 0.6 and "user" not in map(str.lower, names)
    people = People(random.sample(ROLES, 2) if has_people else (), "User")
    lines = {each.name: write_fields(random, each, [*names, "User"]) for each in made}
    for entity in made:
        lines[entity.name] += write_relations(random, entity, made)
    blocks = [write_head(random, "app", "sample")[:-1]]
    blocks += [_write_user(people)] if has_people else []
    for entity in made:
        body = [*lines[entity.name], *write_rules(random, entity, people)]
        blocks.append(_join(write_head(random, "entity", entity.name), body))
    blocks += _write_archetype(random)
    surfaces = {
        f"{word}_{mode}": (entity, mode) for entity, word, mode in _list_pages(random, made)
    }
    blocks += [_write_surface(random, n, *of, people, surfaces) for n, of in surfaces.items()]
    blocks += _write_workspaces(random, made, people, list(surfaces))
    blocks += write_connections(random, made, {name: of[0] for name, of in surfaces.items()})
    blocks += write_trials(random, made)
    return blocks


def join_blocks(blocks: Sequence[str]) -> str:
    """The text of a project of one file."""
    return "\n".join(["module random.core", "", *blocks])


def _join(head: str, body: Sequence[str]) -> str:
    return "\n".join([head, *(f"  {line}" for line in body), ""])


def _choose_fields(random: Random, keywords: Sequence[str]) -> list[str]:
    names = random.sample(keywords, random.choice([2, 4, 7]))
    return list({name.lower(): name for name in names}.values())


def _write_user(people: People) -> str:
    body = [
        "email: email required unique",
        "name: str(80)",
        f"role: enum[{', '.join(people.roles)}]",
    ]
    return _join("entity User:", body)


def _write_archetype(random: Random) -> Blocks:
    if random.random() < 0.6:
        return []
    shared = _join("archetype Shared:", ["made_on: date auto_add", "changed_on: date auto_update"])
    return [shared, _join("entity Sharing:", ["extends: Shared", "title: str"])]


def _list_pages(random: Random, entities: Sequence[Entity]) -> Iterator[tuple[Entity, str, str]]:
    words = random.sample(list_keywords(), len(entities))
    for entity, word in zip(entities, words, strict=True):
        for mode in MODES:
            if random.random() < 0.7:
                yield entity, word, mode


def _write_surface(
    random: Random,
    name: str,
    entity: Entity,
    mode: str,
    people: People,
    surfaces: dict[str, tuple[Entity, str]],
) -> str:
    body = [f"uses entity {entity.name}", f"mode: {mode}"]
    if random.random() < 0.6:
        shown = random.sample(list(entity.types), random.randint(1, len(entity.types)))
        body += [write_head(random, "section", "main"), *(f"  field {field}" for field in shown)]
    if random.random() < 0.3:
        target = random.choice(list(surfaces))
        body += [write_head(random, "action", "go"), f"  on click -> surface {target}"]
    if people.roles and random.random() < 0.2:
        named = f"persona({', '.join(random.sample(people.roles, 1))})"
        body.append(f"access: {random.choice([named, 'authenticated'])}")
    if random.random() < 0.5:
        body += ["ux:", *(f"  {line}" for line in _write_ux(random, entity, people, surfaces))]
    return _join(write_head(random, "surface", name), body)


def _write_ux(
    random: Random, entity: Entity, people: People, surfaces: dict[str, tuple[Entity, str]]
) -> Iterator[str]:
    fields = list(entity.types)
    yield f"purpose: {quote('x' + choose_text(random))}"
    yield f"show: {', '.join(random.sample(fields, 2))}"
    for use in ("search", "filter"):
        if fit := entity.list_fit(use):
            yield f"{use}: {', '.join(random.sample(fit, random.randint(1, len(fit))))}"
    if fit := entity.list_fit("sort"):
        yield f"sort: {random.choice(fit)} {random.choice(['asc', 'desc', ''])}".rstrip()
    yield f"attention {random.choice(LEVELS)}:"
    yield f"  when: {write_condition(random, entity, people)}"
    yield f"  message: {quote('x' + choose_text(random))}"
    for role in people.roles:
        yield f"{random.choice(['for', 'as'])} {role}:"
        yield f"  scope: {random.choice(['all', write_condition(random, entity, people)])}"
        yield f"  hide: {random.choice(fields)}"
        yield f"  action_primary: {random.choice(list(surfaces))}"
        yield f"  read_only: {random.choice(['true', 'false'])}"


def _write_workspaces(
    random: Random, entities: Sequence[Entity], people: People, surfaces: Sequence[str]
) -> Blocks:
    if random.random() < 0.4:
        return []
    entity = random.choice(entities)
    body = ['purpose: "x"', "urgent:", f"  source: {entity.name}"]
    body += [f"  filter: {write_condition(random, entity, people)}", "  limit: 5"]
    body += [f"  sort: {name} desc" for name in entity.list_fit("sort")[:1]]
    body += [f"  display: {random.choice(DISPLAYS)}", '  empty: "Nothing"']
    body += [f"  action: {random.choice(surfaces)}"] if surfaces else []
    body += ["numbers:", "  aggregate:", f"    total: {write_number(random, entities, people)}"]
    personas = [
        _join(f'persona {role} "P":', ['goals: "a", "b"', "default_workspace: desk"])
        for role in people.roles
    ]
    return [_join(write_head(random, "workspace", "desk"), body), *personas]


if __name__ == "__main__":
    print(join_blocks(write_blocks(Random(int(sys.argv[1])), int(sys.argv[2]))))
