"""What a person would put into a form, going by what the page says of each input."""

import io
import json
import uuid
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from tests.micro.pages import Form, Input

PIXEL = bytes.fromhex(
    "47494638396101000100800000000000ffffff21f90401000000002c000000000100010000020144003b"
)
START = date(2026, 3, 1)
# For inputs whose page doesn't say which texts they take; tried one after the other.
GUESSES = ["AB", "ABC", "ab", "abc", "12345678", "AB-123", "A1", "1234", "Europe/London"]


def fill_form(form: Form, turn: int, tries: dict[str, int], samples: dict[str, str]) -> dict:
    """Values for all inputs; another `turn` gives others. None if a needed choice has no options.

    `tries` counts how often each input was refused, `samples` are texts that are known to fit.
    """
    values: dict[str, Any] = {}
    wheel = turn
    for each in form.inputs:
        options = [value for value, _ in each.options if value]
        if each.kind in {"select", "radio"}:
            if options:
                values[each.name] = options[wheel % len(options)]
                wheel //= len(options)
            continue
        value = fill_input(each, turn, tries.get(each.name, 0), samples.get(each.name))
        if value is not None:
            values[each.name] = value
    return values


def lacks_options(form: Form) -> bool:
    """Whether there is nothing to choose where something must be chosen."""
    return any(
        each.is_required and not any(value for value, _ in each.options)
        for each in form.inputs
        if each.kind in {"select", "radio"}
    )


def fill_input(each: Input, turn: int, tried: int, sample: str | None) -> Any:
    """A value that fits the input, or None to leave it as it is."""
    if tried:
        return _guess(each, turn, tried - 1, sample)
    return FILLERS.get(each.kind, _fill_text)(each, turn)


def _guess(each: Input, turn: int, tried: int, sample: str | None) -> str:
    guesses = [sample] if sample else []
    if each.attributes.get("placeholder"):
        guesses.append(each.attributes["placeholder"])
    guesses += [str(uuid.uuid5(uuid.NAMESPACE_URL, str(turn))), '{"turn": %d}' % turn, *GUESSES]
    return guesses[tried % len(guesses)]


def _fill_text(each: Input, turn: int) -> str:
    """A text that also fits where no spaces or signs are allowed, within its length."""
    most = int(each.attributes.get("maxlength", 200))
    least = int(each.attributes.get("minlength", 0))
    number = str(turn)
    text = f"{each.name.strip('_')[:40] or 'text'}-{number}"
    text = text if len(text) <= most else number[-most:].rjust(min(most, 3), "x")
    return text.rjust(least, "x")


def _fill_area(each: Input, turn: int) -> str:
    if is_json(each.value):
        return json.dumps({"turn": turn})
    text = f"First line {turn} <b>&amp;</b>\nSecond line {{{{ 7*7 }}}}"
    most = int(each.attributes.get("maxlength", 5000))
    return text[:most].ljust(int(each.attributes.get("minlength", 0)), "x")


def is_json(text: str) -> bool:
    """Whether a text is JSON and not just a word."""
    try:
        return not isinstance(json.loads(text), float)
    except ValueError:
        return False


def _fill_number(each: Input, turn: int) -> str:
    """A number on the input's own ladder of steps, between its bounds."""
    stated = each.attributes.get("step", "1")
    step = Decimal("0.5") if stated == "any" else Decimal(stated)
    least = Decimal(each.attributes.get("min", "1"))
    most = Decimal(each.attributes.get("max", least + 10**6 * step))
    rungs = max(int((most - least) / step), 0) + 1
    return str(least + step * (turn % rungs))


def _fill_file(each: Input, turn: int) -> io.BytesIO:
    is_image = each.attributes.get("accept", "").startswith("image")
    file = io.BytesIO(PIXEL if is_image else f"file {turn}".encode())
    file.name = f"sample-{turn}." + ("gif" if is_image else "txt")
    return file


def _fill_box(each: Input, turn: int) -> str | None:
    return "on" if turn % 2 or each.is_required else None


FILLERS: dict[str, Callable[[Input, int], Any]] = {
    "hidden": lambda each, turn: each.value,
    "textarea": _fill_area,
    "number": _fill_number,
    "file": _fill_file,
    "checkbox": _fill_box,
    "email": lambda each, turn: f"person{turn}@example.com",
    "url": lambda each, turn: f"https://example.com/{turn}",
    "date": lambda each, turn: str(START + timedelta(days=turn)),
    "time": lambda each, turn: f"{turn % 24:02}:30:00",
    "datetime-local": lambda each, turn: (datetime(2026, 3, 1, 9) + timedelta(days=turn)).strftime(
        "%Y-%m-%dT%H:%M:%S"
    ),
}


def list_differences(form: Form, sent: dict[str, Any]) -> Iterator[str]:
    """What a form shows otherwise than it was filled in before."""
    for each in form.inputs:
        known = each.name in sent and each.kind not in {"hidden", "password", "file", "checkbox"}
        if known and not means_same(each.value, str(sent[each.name])):
            yield f"{each.name}: {sent[each.name]!r} was sent, {each.value!r} is shown"


def means_same(one: str, other: str) -> bool:
    """Whether two spellings mean one value."""
    spellings = [" ".join(text.split()) for text in (one, other)]
    if spellings[0] == spellings[1]:
        return True
    try:
        return bool(json.loads(one) == json.loads(other))
    except ValueError:
        return False
