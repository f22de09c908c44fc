"""Random projects that are valid, as text of the language.

`python -m tests.random_projects SEED ENTITIES` prints one.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from hypothesis import strategies as st

from tests.random_fields import Surroundings, write_field, write_key
from tests.random_words import (
    ENTITIES,
    FIELDS,
    SURFACES,
    choose_names,
    choose_text,
    choose_title,
    choose_values,
    quote,
    spell_value,
)

MODES = ("list", "view", "create", "edit", "custom")
WIDGETS = ("input", "textarea", "select", "radio", "checkbox", "password")
TRIGGERS = ("submit", "click", "auto")


@dataclass(frozen=True)
class Surface:
    """A surface as far as it is known before its lines are written."""

    name: str
    mode: str
    entity: str | None


def random_projects(most: int = 6) -> st.SearchStrategy[str]:
    """Valid projects of up to so many entities."""
    # Hypothesis' own Random would shrink more, but takes minutes over a single project.
    randoms = st.integers(min_value=0, max_value=2**32).map(Random)
    return st.builds(write_project, randoms, st.integers(min_value=0, max_value=most))


def write_project(random: Random, entities: int) -> str:
    """A valid project of so many entities, in one file.

    None of them signs in: `tests/random_larger.py` has those.
    """
    names = choose_names(random, [name for name in ENTITIES if name != "User"], entities + 2)
    names, enum_names = names[:entities], names[entities:]
    enums = {name: choose_values(random) for name in enum_names if name not in FIELDS}
    around = Surroundings(names, enums)
    fields = {name: choose_fields(random) for name in names}
    blocks = [write_app(random)]
    blocks += [write_enum(random, name, values) for name, values in enums.items()]
    blocks += [write_entity(random, name, fields[name], around) for name in names]
    blocks += write_surfaces(random, fields)
    random.shuffle(blocks)
    return "\n".join(["module random.core", "", *blocks])


def write_app(random: Random) -> str:
    """The app, with an awkward title and perhaps a description."""
    lines = [f"app sample{choose_title(random)}:"]
    lines += [f"  description: {quote(choose_text(random))}"] * random.randint(0, 1)
    return "\n".join(lines) + "\n"


def write_enum(random: Random, name: str, values: Sequence[str]) -> str:
    """An enumeration that several fields may have."""
    lines = [f"  {spell_value(value)}{choose_title(random)}" for value in values]
    return "\n".join([f"enum {name}{choose_title(random)}:", *lines, ""])


def choose_fields(random: Random) -> list[str]:
    """The names of an entity's fields, the first of which may be its key."""
    count = random.choice([1, 2, 4, 6, 9])
    return random.choice([["id"], []]) + choose_names(random, FIELDS, count)


def write_entity(random: Random, name: str, fields: Sequence[str], around: Surroundings) -> str:
    """An entity with these fields, and rules about several of them."""
    has_key = fields[0] == "id" or random.random() < 0.3
    lines = [f"entity {name}{choose_title(random)}:"]
    if has_key:
        lines.append("  " + write_key(random, fields[0], around))
    for field in fields[has_key:]:
        line = write_field(random, field, around)
        # `index: date` beside a field `date` could mean either.
        lines.append(f"  {line} optional" if line.partition(": ")[2] in fields else f"  {line}")
    lines += list(write_rules(random, fields))
    return "\n".join(lines) + "\n"


def write_rules(random: Random, fields: Sequence[str]) -> Iterator[str]:
    """Unique and index lines and the rest of what an entity may say."""
    several = random.sample(fields, min(len(fields), random.choice([2, 3])))
    if len(several) > 1 and random.random() < 0.4:
        yield f"  unique{random.choice([' ', ': '])}{', '.join(several)}"
    if len(several) > 1 and random.random() < 0.4:
        ordered = [field + random.choice(["", " desc", " asc"]) for field in several]
        yield f"  index{random.choice([' ', ': '])}{', '.join(reversed(ordered))}"
    if random.random() < 0.3:
        yield f"  display_field: {random.choice(fields)}"
    for line, share in {"description": 0.2, "plural": 0.3}.items():
        if random.random() < share:
            yield f"  {line}: {quote(choose_text(random))}"


def write_surfaces(random: Random, fields: Mapping[str, Sequence[str]]) -> list[str]:
    """Some surfaces of each entity, and perhaps a page of none."""
    wanted = [(mode, name) for name in fields for mode in choose_modes(random)]
    extra: list[tuple[str, str | None]] = [("custom", None)] * random.choice([0, 0, 1])
    names = choose_names(random, SURFACES, len(wanted) + len(extra))
    pairs = zip(names, [*wanted, *extra], strict=True)
    surfaces = [Surface(name, mode, entity) for name, (mode, entity) in pairs]
    return [write_surface(random, each, surfaces, fields) for each in surfaces]


def choose_modes(random: Random) -> list[str]:
    """The modes of an entity's surfaces: the usual four, none, or any, also twice."""
    if random.random() < 0.4:
        return ["list", "view", "create", "edit"]
    return [random.choice(MODES) for _ in range(random.choice([0, 1, 2, 4]))]


def write_surface(
    random: Random, surface: Surface, others: Sequence[Surface], fields: Mapping[str, Sequence[str]]
) -> str:
    """A surface with any of its entity's fields in any order."""
    lines = [f"surface {surface.name}{choose_title(random)}:"]
    lines += [f"  uses entity {surface.entity}"] if surface.entity else []
    lines.append(f"  mode: {surface.mode}")
    lines += ["  title from entity"] * (random.random() < 0.2)
    shown = list(fields[surface.entity]) if surface.entity else []
    random.shuffle(shown)
    shown = shown[: random.choice([0, 0, 1, 3, len(shown)])]
    cut = random.randint(0, len(shown))
    for name, part in zip(choose_names(random, FIELDS, 2), (shown[:cut], shown[cut:]), strict=True):
        lines += [f"  section {name}{choose_title(random)}:"] if part else []
        lines += [f"    {write_shown(random, field)}" for field in part]
    lines += write_action(random, others) if random.random() < 0.3 else []
    return "\n".join(lines) + "\n"


def write_shown(random: Random, field: str) -> str:
    """A shown field with some of the attributes that there are."""
    attributes = [
        f"help={quote(choose_text(random))}",
        f"placeholder={quote(choose_text(random))}",
        f"widget={random.choice(WIDGETS)}",
        f"readonly={random.choice(['true', 'false'])}",
        f"hidden={random.choice(['true', 'false'])}",
    ]
    chosen = [attribute for attribute in attributes if random.random() < 0.15]
    return " ".join([f"field {field}{choose_title(random)}", *chosen])


def write_action(random: Random, surfaces: Sequence[Surface]) -> list[str]:
    """An action that leads to any surface."""
    (name,) = choose_names(random, SURFACES, 1)
    target = random.choice(surfaces).name
    trigger = random.choice(TRIGGERS)
    head = f"  action {name}{choose_title(random)}:"
    return [head, f"    on {trigger} -> surface {target}"]


if __name__ == "__main__":
    print(write_project(Random(int(sys.argv[1])), int(sys.argv[2])))
