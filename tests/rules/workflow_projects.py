"""Random projects with transitions, as text of the language."""

from collections.abc import Iterator
from random import Random

from tests.rules.ruled_projects import HEAD, write_condition

STATES = ("open", "held", "gone", "lost")
FIELDS = """
entity {name}:
  name: str(80) required
  state: enum[{states}]{start}
  owner: ref Member
  team: ref Team
  is_public: bool
  points: int
{lines}

entity {name}Remark:
  thing: ref {name} required cascade
  text: str

@use crud_surface_set(entity_name={name}, title_field=name)
"""
EVERY_KIND = """
transitions:
  open -> held: requires owner
  open -> gone: role(clerk) and points > 3
  held -> gone: role(chief) or owner = current_user
  held -> lost: requires points, team and not (is_public and role(guest))
  * -> lost: state = gone and not role(clerk)
  gone -> open
  open -> lost: requires team auto after 2 days
  held -> open: points > 2 or role(chief) auto after 5 days or manual
  gone -> lost: requires owner and is_public auto after 2 days
  track: true
"""


def write_transitions(random: Random, remarks: str) -> Iterator[str]:
    """The lines of an entity: many ways, and some conditions for most of them."""
    pairs = [(a, b) for a in (*STATES, "*") for b in STATES if a != b]
    yield "transitions:"
    for before, after in sorted(random.sample(pairs, random.randint(5, 12))):
        for _ in range(random.choice([1, 1, 1, 2])):
            guard = write_guard(random, remarks)
            yield f"  {before} -> {after}{write_time(random, guard)}"
    if random.random() < 0.5:
        yield "  track: true"


def write_time(random: Random, guard: str) -> str:
    """What a transition asks for, and after which time some are made without people."""
    if random.random() < 0.7:
        return guard
    time = f"auto after {random.choice([2, 5])} days{random.choice(['', ' or manual'])}"
    return f"{guard} {time}" if guard else f": {time}"


def write_guard(random: Random, remarks: str) -> str:
    """What a transition asks for."""
    kind = random.random()
    condition = write_condition(random).replace("remarks", remarks)
    names = random.sample(["owner", "team", "points", "is_public"], random.choice([1, 2]))
    if kind < 0.2:
        return ""
    if kind < 0.4:
        return f": requires {', '.join(names)}"
    return f": {condition}" if kind < 0.8 else f": requires {', '.join(names)} and ({condition})"


def write_entity(name: str, number: int, start: str, lines: Iterator[str]) -> str:
    """An entity with transitions."""
    written = "\n".join(f"  {line}" for line in lines)
    words = {"name": name, "states": ", ".join(STATES), "start": start, "lines": written}
    return FIELDS.format(**words)


def write_stateful_project(random: Random, count: int) -> str:
    """A project of some entities with transitions."""
    parts = [HEAD]
    for number in range(count):
        lines = write_transitions(random, f"thing_{number}_remarks")
        start = random.choice(["=open", "=open", "=held required", ""])
        parts.append(write_entity(f"Thing{number}", number, start, lines))
    return "".join(parts)


def write_fixed_project() -> str:
    """A project with a transition of each kind."""
    lines = iter(EVERY_KIND.splitlines()[1:])
    return HEAD + write_entity("Thing0", 0, "=open", lines)
