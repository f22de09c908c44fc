"""Fields of random entities: any type with any modifiers that fit it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from tests.random_words import (
    TEXTS,
    choose_text,
    choose_title,
    choose_values,
    quote,
    spell_value,
)

WRITTEN = ("str", "text", "email", "url", "slug")
TYPES = (
    *("str", "str", "text", "int", "float", "decimal", "bool", "date", "time", "datetime", "uuid"),
    *("email", "url", "slug", "json", "money", "file", "image", "timezone", "enum", "shared"),
    *("ref", "ref", "ref", "ref"),
)
KEYS = ("uuid", "int", "str", "email", "url", "slug", "enum", "shared")
MOMENTS = ("today", "now", "today + 7d", "now - 2h", "today - 30min", "now + 400d")
ANY_PATTERNS = ("[A-Z]+", r"^\\d{2,5}$", "a|b", ".", r"\\w+'s", '[^\\"]+', "(?i)x+")
# As the language has them: between quotes, with each backslash doubled.
PATTERNS = {
    "str": ANY_PATTERNS,
    "text": ANY_PATTERNS,
    "email": ("@", r"@example\\.com$", r"^[a-z0-9]+@acme\\.example$"),
    "url": ("^https://", r"^https://[a-z.]+/[a-z0-9/]*$"),
    "slug": ("[a-z]", "^[a-z]+-[0-9]+$", r"^[\\w-]{3,}$"),
}


@dataclass(frozen=True)
class Surroundings:
    """What a field may refer to."""

    entities: Sequence[str]
    enums: Mapping[str, Sequence[str]]


def write_field(random: Random, name: str, around: Surroundings) -> str:
    """The line of a field that is no key."""
    kind = random.choice(TYPES)
    spelled, values = spell_type(random, kind, around)
    words = choose_modifiers(random, kind, spelled, values) + choose_words(random)
    random.shuffle(words)
    return " ".join([f"{name}: {spelled}", *words])


def write_key(random: Random, name: str, around: Surroundings) -> str:
    """The line of a primary key; one called `id` is what most entities have."""
    spelled, _ = spell_type(random, random.choice(KEYS), around)
    words = ["pk", *choose_words(random)]
    random.shuffle(words)
    return " ".join([f"{name}: {spelled}", *words])


def choose_words(random: Random) -> list[str]:
    """A title and a help, or neither."""
    title = [quote(choose_text(random))] if random.random() < 0.25 else []
    return title + ([f"help={quote(choose_text(random))}"] if random.random() < 0.2 else [])


def spell_type(random: Random, kind: str, around: Surroundings) -> tuple[str, Sequence[str]]:
    """The type as it is written, and the values that it has if it is an enumeration."""
    if kind == "enum" or (kind == "shared" and not around.enums):
        values = choose_values(random)
        titled = [spell_value(value) + choose_title(random) for value in values]
        return f"enum[{', '.join(titled)}]", values
    if kind == "shared":
        name = random.choice(list(around.enums))
        return name, around.enums[name]
    if kind == "ref":
        return f"ref {random.choice([*around.entities, 'User'])}", ()
    return random.choice(SPELLINGS.get(kind, (kind,))), ()


SPELLINGS = {
    "str": ("str", "str(1)", "str(40)", "str(255)", "str(2000)"),
    "decimal": ("decimal(5,2)", "decimal(1,0)", "decimal(12, 12)", "decimal(30,4)"),
    "money": ("money", "money(GBP)", "money(JPY)"),
}


def choose_modifiers(random: Random, kind: str, spelled: str, values: Sequence[str]) -> list[str]:
    """Modifiers that fit the type and each other."""
    words = [random.choice(["required", "optional", "", ""])]
    is_required = words == ["required"]
    chosen = random.choice(["unique", "unique?", "", "", "", ""])
    words.append("" if chosen == "unique?" and is_required else chosen)
    if kind in ("date", "time", "datetime") and random.random() < 0.4:
        words.append(random.choice(["auto_add", "auto_update"]))
    elif random.random() < 0.4:
        words.append(spell_default(random, kind, spelled, values))
    else:
        words += choose_bounds(random, kind, spelled)
    if kind == "ref":
        ways = ["cascade", "restrict", "", *([] if is_required else ["nullify"])]
        words.append(random.choice(ways))
    may_be_searched = (*WRITTEN, "timezone", "enum", "shared")
    extra = ["indexed", "sensitive", "pii(category=contact)", "pii", "was=old_name_of_it"]
    extra += ["searchable"] * (3 * (kind in may_be_searched))
    words.append(random.choice([*extra, *[""] * 6]))
    return [word for word in words if word]


def choose_bounds(random: Random, kind: str, spelled: str) -> list[str]:
    """Bounds or a pattern, where the type has them."""
    if kind in WRITTEN and random.random() < 0.3:
        message = random.choice(["", f", message={quote(choose_text(random))}"])
        pattern = f'regex("{random.choice(PATTERNS[kind])}"{message})'
        return [pattern] if spelled != "str(1)" else []
    if random.random() < 0.5:
        return []
    low, high = BOUNDS.get(kind, ("", ""))
    if kind == "str":
        low, high = ("0", "1") if spelled == "str(1)" else ("2", "40")
    if spelled == "decimal(12, 12)":
        low, high = "-0.5", "0.5"
    bounds = [f"min({low})", f"max({high})"] if low else []
    return [bound for bound in bounds if random.random() < 0.7]


BOUNDS = {
    "text": ("1", "5000"),
    "email": ("6", "80"),
    "url": ("10", "200"),
    "slug": ("1", "50"),
    "int": ("-3", "7"),
    "float": ("-0.25", "7.5"),
    "decimal": ("0", "5"),
    "money": ("0.01", "1000"),
}


def spell_default(random: Random, kind: str, spelled: str, values: Sequence[str]) -> str:
    """A default that the type can have, or nothing where it has none."""
    if values:
        value = spell_value(random.choice(values))
    elif kind in DEFAULTS:
        value = DEFAULTS[kind](random, spelled)
    else:
        return ""
    return random.choice([f"={value}", f"= {value}", f"default={value}"])


def _default_text(random: Random, spelled: str) -> str:
    room = {"str(1)": 1, "str(40)": 40, "str(2000)": 2000}.get(spelled, 255)
    return quote(random.choice(TEXTS)[:room])


def _default_decimal(random: Random, spelled: str) -> str:
    fits = {"decimal(1,0)": ("0", "-9"), "decimal(12, 12)": ("0", "0.000000000001")}
    return random.choice(fits.get(spelled, ("0", "-1", "12.5", "999.99", "-0.10")))


def _one_of(*choices: str) -> Callable[[Random, str], str]:
    return lambda random, spelled: random.choice(choices)


DEFAULTS: Mapping[str, Callable[[Random, str], str]] = {
    "str": _default_text,
    "text": _default_text,
    "int": _one_of("0", "-1", "42", "2147483647"),
    "float": _one_of("0", "-40.0", "0.5", "123456789.25"),
    "decimal": _default_decimal,
    "money": _one_of("0", "2.50", "-1"),
    "bool": _one_of("true", "false"),
    "date": _one_of(*MOMENTS, '"2026-01-31"'),
    "time": _one_of(*MOMENTS, '"09:30"', '"00:00"', '"23:59:59"'),
    "datetime": _one_of(*MOMENTS, '"2026-01-31 09:30"', '"2026-01-31T09:30:00+02:00"'),
    "uuid": _one_of('"6f1e2a34-5b6c-4d7e-8f90-a1b2c3d4e5f6"'),
    "email": _one_of('"help@example.com"', '"o\'neil@example.com"'),
    "url": _one_of('"https://example.com/?a=1&b={7}"'),
    "slug": _one_of('"untitled"', '"-"', '"a_b-c"'),
    "json": _default_text,
    "timezone": _one_of('"Europe/London"', '"UTC"', '"America/Argentina/Buenos_Aires"'),
}
