"""Random projects with rules: entities alike but for who may do what, as text of the language."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest
from random import Random

OPERATIONS = ("list", "read", "create", "update", "delete")
MODES = ("list", "view", "create", "edit")
ROLES = ("clerk", "chief", "guest")
ATOMS = (
    *("role(clerk)", "role(chief)", "role(clerk, guest)", "true", "current_user.trusted"),
    *("owner = current_user", "owner is null", "owner.team = current_user.team"),
    *("team = current_user.team", 'team.name = "Red"', "team.lead = current_user"),
    *("state = open", "state in [open, held]", "state != gone", "is_public", "points > 3"),
    *("points < current_user.level", "name contains current_user.name", "count(remarks) > 1"),
)
EVERY_KIND = """permit:
  list: true
  read: true
  create: owner = current_user or role(chief)
  update: role(clerk) and state != gone
  delete: role(chief, clerk)
forbid:
  delete: state = gone
  create: is_public
scope:
  list: team = current_user.team
    as: clerk, guest
  list: all
    as: chief
  read: is_public or owner = current_user
"""
HEAD = """app rules "Rules"

entity Member:
  auth: identity
  email: email required unique
  name: str(80)
  role: enum[clerk, chief, guest]=guest
  level: int=2
  trusted: bool
  team: ref Team

entity Team:
  name: str(80) required
  lead: ref Member
  permit:
    list: true
    read: true
    create: true
    update: true
    delete: true
  scope:
    list: all
"""
FIELDS = """
entity {name}:
  name: str(80) required
  state: enum[open, held, gone]=open
  owner: ref Member
  team: ref Team
  is_public: bool
  points: int

entity {name}Remark:
  thing: ref {name} required cascade
  text: str

@use crud_surface_set(entity_name={name}Remark, title_field=text)
"""


PAGE = """
surface {slug}_{mode}:
  uses entity {name}
  mode: {mode}
{access}  section main:
    field name
{links}    other fields
"""
PUT_AWAY = ("gone_at: datetime", "soft_delete: gone_at")
VERSIONS = ("edition: int", "versions: edition", "history: true")
LINKS = ("mates: many_to_many Thing0",)


def write_condition(random: Random, depth: int = 2) -> str:
    """A condition about a record and whoever asks."""
    if depth == 0 or random.random() < 0.5:
        atom = random.choice(ATOMS)
        return f"not ({atom})" if random.random() < 0.2 else atom
    word = random.choice(["and", "or"])
    left, right = (write_condition(random, depth - 1) for _ in range(2))
    return f"({left}) {word} ({right})"


def write_rules(random: Random) -> Iterator[str]:
    """The lines of an entity: some of each kind, often enough such that much is allowed."""
    for lines in (PUT_AWAY, VERSIONS, LINKS):
        yield from lines if random.random() < 0.25 else ()
    if random.random() < 0.25:
        yield "tenant: team"
        if random.random() < 0.5:
            return
    permitted = random.sample(OPERATIONS, random.choice([0, 2, 4, 5, 5]))
    if permitted:
        yield "permit:"
        for each in permitted:
            for _ in range(random.choice([1, 1, 2])):
                yield f"  {each}: {write_condition(random)}"
    if random.random() < 0.4:
        yield "forbid:"
        for each in random.sample(OPERATIONS, 2):
            yield f"  {each}: {write_condition(random, 1)}"
    if random.random() < 0.2:
        yield f"access:\n    {random.choice(['read', 'write'])}: {write_condition(random)}"
    if not permitted or random.random() < 0.6:
        yield from write_scopes(random)


def write_scopes(random: Random) -> Iterator[str]:
    """The scopes of an entity, some of them for some roles."""
    yield "scope:"
    for each in random.sample(OPERATIONS[:4], random.choice([1, 2, 3])):
        yield f"  {each}: {random.choice(['all', write_condition(random)])}"
        if random.random() < 0.5:
            yield f"    as: {', '.join(random.sample(ROLES, 2))}"


def write_pages(random: Random) -> dict[str, list[str]]:
    """Lines of the pages of an entity, by their mode: for whom, and otherwise for some roles."""
    found: dict[str, list[str]] = {}
    for mode in MODES:
        if random.random() < 0.3:
            found[mode] = [write_access(random, mode)]
        if random.random() < 0.4:
            roles = random.sample(ROLES, random.choice([1, 2]))
            lines = [line for role in roles for line in write_variant(random, mode, role)]
            found[mode] = [*found.get(mode, ()), *lines]
    return found


def write_access(random: Random, mode: str) -> str:
    """Whom a page is for."""
    roles = ", ".join(random.sample(ROLES, random.choice([1, 2])))
    to = random.choice(["public", "public", "authenticated", f"persona({roles})"])
    # A form that changes records can't be public.
    return f"access: {'authenticated' if (mode, to) == ('edit', 'public') else to}"


def write_variant(random: Random, mode: str, role: str) -> Iterator[str]:
    """What a page is like for a role."""
    hidden = random.choice(["points", "is_public", "points, is_public"])
    shown = random.choice(["name, state, points", "name, state, is_public", "name, state"])
    lines = [random.choice([f"hide: {hidden}", f"hide: {hidden}", f"show: {shown}"])]
    if mode != "create":
        lines.append(f"scope: {write_condition(random)}")
    lines.append("read_only: true")
    yield f"for {role}:"
    yield from (f"  {line}" for line in random.sample(lines, random.choice([1, 2])))


def write_project(
    entities: Iterable[Iterable[str]], pages: Iterable[Mapping[str, Iterable[str]]] = ()
) -> str:
    """A project with an entity for each of some rules, of which these are the lines."""
    parts = [HEAD]
    for number, (rules, said) in enumerate(zip_longest(entities, pages, fillvalue={})):
        name = f"Thing{number}"
        fields = FIELDS.format(name=name)
        lines = [line.replace("remarks", f"thing_{number}_remarks") for line in rules]
        head, _, rest = fields.partition("\n\n")
        written = "".join(f"  {line}\n" for line in lines)
        parts.append(f"{head}\n{written}\n{rest}")
        for mode in MODES:
            lines = [
                each.replace("remarks", f"thing_{number}_remarks") for each in said.get(mode, ())
            ]
            access = "".join(f"  {each}\n" for each in lines if each.startswith("access:"))
            words = {"slug": f"thing_{number}", "name": name, "mode": mode, "access": access}
            # A list has a column of links where it names them.
            is_linked = mode == "list" and LINKS[0] in rules
            words["links"] = "    field mates\n" if is_linked else ""
            parts.append(PAGE.format(**words))
            ux = [each for each in lines if not each.startswith("access:")]
            parts += ["  ux:\n", *(f"    {line}\n" for line in ux)] if ux else []
    return "".join(parts)
