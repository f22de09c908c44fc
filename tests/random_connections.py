"""Random experiences, services, integrations, tests and scenarios."""

from collections.abc import Mapping, Sequence
from random import Random

from tests.random_expressions import Entity
from tests.random_words import choose_text, choose_title, quote, spell_value

STEPS = ("step", "surface", "kind", "success", "start", "pay")
VALUES = {
    "text": '"a"',
    "number": "1",
    "bool": "true",
    "date": '"2026-01-31"',
    "datetime": '"2026-01-31 09:30"',
    "time": '"09:30"',
}
AUTHS = ("oauth2_legacy", "oauth2_pkce", "jwt_static", "api_key_header", "api_key_query", "none")


def write_connections(
    random: Random, entities: Sequence[Entity], surfaces: Mapping[str, Entity]
) -> list[str]:
    """Perhaps a flow, and perhaps a service with all that speaks to it."""
    blocks = [_write_flow(random, list(surfaces))] if surfaces and random.random() < 0.5 else []
    if random.random() < 0.5:
        entity = random.choice(entities)
        own = [name for name, shown in surfaces.items() if shown is entity]
        blocks += _write_service(random, entity, own)
    return blocks


def _write_flow(random: Random, surfaces: Sequence[str]) -> str:
    steps = random.sample(STEPS, random.choice([1, 2, 4]))
    start = random.choice([f"start at step {steps[0]}", f"start: {steps[0]}"])
    lines = [f"experience flow{choose_title(random)}:", f"  {start}"]
    for step in steps:
        shown = random.choice([f"surface {random.choice(surfaces)}", ""])
        lines += [f"  step {step}:", f"    kind: {'surface' if shown else 'process'}"]
        lines += [f"    {shown}"] if shown else []
        word = random.choice(["on ", ""])
        lines += [f"    {word}success -> {random.choice(['step ', ''])}{random.choice(steps)}"]
    return "\n".join([*lines, ""])


def _write_service(random: Random, entity: Entity, surfaces: Sequence[str]) -> list[str]:
    service = [
        f"service service{choose_title(random)}:",
        random.choice(['  spec: url "https://x.example/openapi.json"', '  spec: inline "X"']),
        f"  auth_profile: {random.choice(AUTHS)}",
        f"  owner: {quote('x' + choose_text(random))}",
        "",
    ]
    foreign = ["foreign_model Model from service:", "  key: number", "  number: str(20)"]
    foreign += ["  field amount: int", "  constraint batch_import frequency=daily", ""]
    field = random.choice(list(entity.types))
    hours = random.choice(['scheduled "0 2 * * *"', "event_driven"])
    integration = ["integration integration:", "  uses service service"]
    integration += ["  uses foreign_model Model", "  sync nightly:", f"    mode: {hours}"]
    integration += ["    from service.list as Model", f"    into entity {entity.name}"]
    integration += ["    match on:", f"      number <-> {field}"]
    if surfaces:
        integration += ["  action find:", f"    when surface {random.choice(surfaces)} submitted"]
        integration += ["    call service.get with:", f"      number <- form.{field}"]
        integration += [f"    map response Model -> entity {entity.name}:"]
        integration += [f"      {field} <- foreign.number"]
    return ["\n".join(service), "\n".join(foreign), "\n".join([*integration, ""])]


def write_trials(random: Random, entities: Sequence[Entity]) -> list[str]:
    """Perhaps a test and a scenario."""
    entity = random.choice(entities)
    pairs = [
        (name, random.choice([*map(spell_value, entity.values.get(name, ())), VALUES.get(own)]))
        for name, own in entity.types.items()
        if own in VALUES
    ]
    pairs += [(n, spell_value(random.choice(entity.values[n]))) for n in entity.values]
    if not pairs or random.random() < 0.4:
        return []
    trials = [_write_test(random, entity, pairs)]
    has_all = entity.required <= {name for name, _ in pairs}
    return [*trials, _write_scenario(entity, pairs)] if has_all else trials


def _write_test(random: Random, entity: Entity, pairs: Sequence[tuple[str, str | None]]) -> str:
    made = ", ".join(f"{name}={value}" for name, value in pairs)
    name, value = random.choice(pairs)
    setup = f"    t: create {entity.name} with {made}"
    action = random.choice(["update t", f"get {entity.name}", "delete t"])
    lines = ["test test:", '  """It works."""', "  setup:", setup, f"  action: {action}"]
    lines += ["  data:", *(f"    {name}: {value}" for name, value in pairs)]
    lines += ["  filter:", f"    {name}: {value}", f"  order_by: {quote('-' + name)}"]
    lines += ["  expect:", "    status: success", "    count equals 1"]
    lines += [f"    field {name} equals {value}", f"    first field {name} not_equals {value}", ""]
    return "\n".join(lines)


def _write_scenario(entity: Entity, pairs: Sequence[tuple[str, str | None]]) -> str:
    row = ", ".join(f"{name}: {value}" for name, value in pairs)
    head = ["scenario scenario:", '  description: "x"', "  demo:", f"    {entity.name}:"]
    return "\n".join([*head, f"      - {row}", ""])
