"""What somebody can't see has other values, and every answer to them stays as it was.

`python -m tests.attempts.inference FILE PERSON…` in the app's folder asks for every address as each
of these people, before and after what the table says is hidden from them is changed, and prints as
a JSON object how many there were and at which the answers differ.
"""

import difflib
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from tests.attempts.addresses import Words, list_addresses
from tests.attempts.trials import Trials, read_text
from tests.micro.walk import prepare_django

SHOWN = 6  # lines of a difference
_CHANGING = re.compile(
    r'(csrfmiddlewaretoken|idempotency-key|content)" value="[^"]*"|"csrfmiddlewaretoken":"\w*"'
    r'|<div class="readonly">[0-9a-f-]{36}</div>'
    r"|[A-Z]\w+\.? \d+, \d{4}, (\d[\d:]* [ap]\.m\.|noon|midnight)|\d\d:\d\d:\d\d"
)
"""Tokens, keys of rows that aren't there yet, and the time at which something was printed."""


def main() -> None:
    prepare_django()
    table = yaml.safe_load(Path(sys.argv[1]).read_text(encoding="utf-8"))
    trials = Trials(table)
    found = {name: compare(trials, name) for name in sys.argv[2:]}
    json.dump(found, sys.stdout, ensure_ascii=False)


def compare(trials: Trials, name: str) -> dict[str, Any]:
    """What somebody finds out, and what everybody else does, who may know it."""
    from django.db import transaction

    hidden = trials.table["hidden"][name]
    addresses = [*dict.fromkeys(list_addresses(list_words(trials, hidden["changes"])))]
    known = [re.compile(each["address"]) for each in hidden.get("known", ())]
    asked = [each for each in addresses if not any(row.search(each) for row in known)]
    # Of whoever may know it, a part of the addresses says whether anything is seen of it at all.
    people = {name: asked, hidden["told"]: asked[:: hidden.get("share", 7)]}
    before = {each: ask_all(trials.clients[each], people[each]) for each in people}
    with transaction.atomic():
        for change in hidden["changes"]:
            swap(trials, change)
        after = {each: ask_all(trials.clients[each], people[each]) for each in people}
        transaction.set_rollback(True)
    told = {who: list(list_differences(before[who], after[who])) for who in people}
    return {"asked": len(asked), "inferred": told[name], "told": len(told[hidden["told"]])}


def list_words(trials: Trials, changes: list[Any]) -> Words:
    """What there is to look for: values before and after, and the beginnings of texts."""
    words = Words()
    for change in changes:
        row = find_rows(trials, change).get()
        for field, value in change.get("set", {}).items():
            before = str(getattr(row, field))
            found = words.setdefault(field, [])
            found += (each for each in (str(trials.fill(value)), before) if each not in found)
    return words


def find_rows(trials: Trials, change: dict[str, Any]) -> Any:
    from core import models

    model = getattr(models, change["model"])
    rows = getattr(model, "all_objects", model._base_manager)
    return rows.filter(**trials.fill(change["where"]))


def swap(trials: Trials, change: dict[str, Any]) -> None:
    """Change a row as nothing of the app would: past every rule."""
    rows = find_rows(trials, change)
    if "set" in change:
        assert rows.update(**trials.fill(change["set"])) == 1, change
    else:
        assert rows._raw_delete(rows.db) == 1, change


def ask_all(client: Any, addresses: list[str]) -> dict[str, list[str]]:
    return {address: ask(client, address) for address in addresses}


def ask(client: Any, address: str) -> list[str]:
    """An answer without what changes from one to the next."""
    accept = "application/json" if "form-search" in address else "text/html"
    answer = client.get(address, headers={"accept": accept})
    text = _CHANGING.sub("", read_text(answer))
    return [str(answer.status_code), answer.headers.get("Location", ""), *text.splitlines()]


def list_differences(before: dict[str, list[str]], after: dict[str, list[str]]) -> Iterator[str]:
    for address, lines in before.items():
        if lines != after[address]:
            changed = difflib.unified_diff(lines, after[address], n=0, lineterm="")
            shown = [each.strip() for each in changed if each[:2] not in ("--", "++", "@@")]
            yield "\n".join([address, *shown[:SHOWN]])


if __name__ == "__main__":
    main()
