"""Random records for the project of these tests, of values at which something changes."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from decimal import Decimal
from random import Random
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from tests.expressions.sizes import NAMED
from tests.expressions.world import Row, World, describe_entities

Field = Mapping[str, Any]
MISSING = 0.2  # of the optional fields
ROWS = {"Member": 3, "Region": 2, "Customer": 3, "Order": 4, "Line": 5}
US, HOUR, DAY = timedelta(microseconds=1), timedelta(hours=1), timedelta(days=1)

# A leap day, New Year, both changes of the clock in Europe, a month that ends early.
NOWS = [
    datetime(2024, 2, 29, 12, 0, tzinfo=UTC),
    datetime(2026, 3, 10, 23, 30, tzinfo=UTC),
    datetime(2026, 3, 29, 1, 0, tzinfo=UTC),
    datetime(2025, 10, 26, 0, 30, 0, 1, tzinfo=UTC),
    datetime(2025, 12, 31, 23, 59, 59, 999999, tzinfo=UTC),
]
WHOLE = [0, 1, -1, 2, 3, 5, 7, 10, -15, 100]
# Halves, and fractions that binary numbers only come near.
FRACTIONS = ["0", "1", "-1", "0.5", "1.5", "2.5", "-0.5", "-2.5", "0.1", "0.3", "0.7", "12.25"]
FLOATS = [*(float(each) for each in FRACTIONS), 0.1 + 0.2, 1.1 * 3, 1.005, -0.001, 999.999, 0.125]
TEXTS = [
    *(
        "a",
        "A",
        "Z",
        "ab",
        "abc",
        "Hello World",
        "LOW",
        " ",
        "a b ",
        "0",
        "10",
        "9",
        "%",
        "_",
        "a_c",
    ),
    *("ΟΔΟΣ", "οδος", "Σ", "ς", "Straße", "STRASSE", "ẞ", "İstanbul", "i", "ISI", "ısı"),
    *("\\", "it's", '"x"', "ä", "Ä", "ÄÖÜ", "é", "e\u0301", "Я", "яблоко", "日本", "\uff5e"),
    *("\U00010400", "x\U00010428", "😀", "{{ x }}", "null", "2026-03-11"),
]
DATES = [
    *(date(1950, 1, 2), date(2100, 12, 30), date(2000, 2, 29), date(2024, 2, 29)),
    *(date(2026, 3, 29), date(2025, 10, 26), date(2025, 12, 31), date(2026, 1, 1)),
    *(date(1, 1, 2), date(9999, 12, 25), date(9999, 12, 31)),
]
TIMES = [time(0), time(9, 30), time(12), time(23, 59, 59), time(23, 59, 59, 999999)]
TOKENS = [UUID("0e7de4f6-5a1b-4a3e-9d0a-3b1b7a3b7a11"), UUID(int=4 << 76 | 8 << 60 | 1)]
DATA: list[Any] = [
    *(
        [],
        {},
        ["a"],
        ["a", "Z", 1, None],
        ["A", ["a"], {"a": 1}],
        {"a": None},
        {"A": "a", "lo": []},
    ),
    *("a", 3, 0.5, True, False, {"ä": 1, "日本": 2}, ["%", "_", "it's", "\U00010400", 'say "hi"']),
    *(["a\\b", "a\nb"], {"a\\b": 1, "%": 2, 'say "hi"': 3}),
]


def random_int(random: Random, greatest: int) -> int:
    """A whole number, one of the greatest at times."""
    edges = [greatest, greatest, -greatest, -greatest - (greatest > 10**9)]
    return random.choice([*WHOLE, *edges, random.randint(-greatest, greatest)])


def random_decimal(random: Random, digits: int, places: int) -> Decimal:
    """A number that a field of so many digits and places holds, up to 9999 at most."""
    greatest = 10 ** min(digits - places, 4) * 10**places - 1
    edges = [int(Decimal(each) * 10**places) for each in FRACTIONS] + [greatest, -greatest, 1, -1]
    near, far = random.randint(-(10**places), 10**places), random.randint(-greatest, greatest)
    return Decimal(random.choice([*edges, near, near, far, far])).scaleb(-places)


def random_day(random: Random, world: World) -> date:
    near = world.today + timedelta(days=random.choice([-30, -8, -7, -1, 0, 0, 1, 2, 7, 30, 365]))
    far = date(1950, 1, 2) + timedelta(days=random.randint(0, 55000))
    return random.choice([near, near, far, random.choice(DATES)])


def random_moment(random: Random, world: World) -> datetime:
    """A moment close to now, to midnight in the app's time zone, or anywhere."""
    beyond = random.choice([-US, timedelta(), US, -HOUR / 2, HOUR, 12 * HOUR])
    near = world.now + random.choice([-8, -1, 0, 0, 1, 36]) * DAY
    day = random_day(random, world)
    midnight = datetime.combine(day, time(), tzinfo=world.timezone).astimezone(UTC)
    last = datetime(9999, 12, 31, random.choice([0, 22, 23]), 59, tzinfo=UTC)
    moment = random.choice([*[near, midnight] * 9, last])
    try:
        return moment + beyond
    except OverflowError:
        return moment


def random_time(random: Random, world: World) -> time:
    return random.choice([*TIMES, time(random.randrange(24), random.randrange(60))])


Maker = Callable[[Random, World, Field], Any]
MAKERS: Mapping[str, Maker] = {
    "int": lambda random, _, field: random_int(random, NAMED[field["name"]].bound),
    "float": lambda random, *_: random.choice([*FLOATS, random.randint(-9999, 9999) / 100]),
    "decimal": lambda random, _, field: random_decimal(random, field["digits"], field["places"]),
    "money": lambda random, *_: random_decimal(random, 6, 2),
    "str": lambda random, *_: random.choice(TEXTS),
    "text": lambda random, *_: random.choice([*TEXTS, "a\nb", "Lorem ipsum " * 20]),
    "email": lambda random, *_: random.choice(["a@example.com", "Z@example.com", "ab@example.org"]),
    "bool": lambda random, *_: random.random() < 0.5,
    "date": lambda random, world, _: random_day(random, world),
    "time": lambda random, world, _: random_time(random, world),
    "datetime": lambda random, world, _: random_moment(random, world),
    "uuid": lambda random, *_: random.choice([*TOKENS, UUID(int=random.getrandbits(128))]),
    "json": lambda random, *_: random.choice(DATA),
    "enum": lambda random, _, field: random.choice(field["values"])["value"],
    "ref": lambda random, world, field: random.choice(list(world.rows[field["target"]])),
}
# A missing text is the empty text, a `bool` is never missing, and nothing else is null.
EMPTY: Mapping[str, Any] = {"str": "", "text": "", "email": "", "enum": ""}


def make_value(random: Random, world: World, field: Field) -> Any:
    """A value of a field, or none where it is optional."""
    optional = not field["required"] and field["type"] != "bool"
    if optional and random.random() < MISSING:
        return EMPTY.get(field["type"])
    return MAKERS[field["type"]](random, world, field)


def make_keys(random: Random, entity: str, kind: str) -> Sequence[Any]:
    """The keys of all records of an entity, by the type of its key."""
    count = ROWS[entity]
    if kind == "uuid":
        return [UUID(int=random.getrandbits(128), version=4) for _ in range(count)]
    return range(1, count + 1) if kind == "int" else ["north", "south", "a-Z_9"][:count]


def make_world(
    random: Random,
    manifest: Mapping[str, Any],
    timezone: tzinfo = UTC,
    now: datetime | None = None,
) -> World:
    """A world for the manifest of the project, in which perhaps nobody has signed in."""
    rows: dict[str, dict[Any, dict[str, Any]]] = {}
    world = World(describe_entities(manifest), rows, now or random.choice(NOWS), timezone)
    for entity in manifest["entities"]:
        kinds = {field["name"]: field["type"] for field in entity["fields"]}
        keys = make_keys(random, entity["name"], kinds[entity["key"]])
        rows[entity["name"]] = {key: {entity["key"]: key} for key in keys}
    for entity in manifest["entities"]:
        for row in rows[entity["name"]].values():
            fill_row(random, world, entity["fields"], row)
    return choose_person(random, world)


def fill_row(random: Random, world: World, fields: Sequence[Field], row: dict[str, Any]) -> None:
    for field in fields:
        if field["name"] not in row:
            row[field["name"]] = make_value(random, world, field)
        if field["unique"] != "no" and field["type"] == "email":
            row[field["name"]] = f"{random.getrandbits(32)}@example.com"


def choose_person(random: Random, world: World) -> World:
    """Let somebody sign in, mostly; `role(x)` asks their field `role`."""
    members: Mapping[Any, Row] = world.rows["Member"]
    person = random.choice([None, *members])
    role = members[person]["role"] if person else ""
    roles = frozenset([role] if role else [])
    return World(world.entities, world.rows, world.now, world.timezone, person, "Member", roles)


def worlds(manifest: Mapping[str, Any], timezone: tzinfo = UTC) -> st.SearchStrategy[World]:
    """Worlds for the manifest of the project."""
    randoms = st.integers(min_value=0, max_value=2**32).map(Random)
    return randoms.map(lambda random: make_world(random, manifest, timezone))
