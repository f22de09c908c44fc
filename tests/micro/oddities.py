"""Requests that no page asks for, but people and programs send: none may break the app."""

import os
import random
import traceback
from collections.abc import Iterator
from random import Random
from urllib.parse import urlencode

from django.db import transaction
from django.test import Client

from tests.micro.gates import first_row
from tests.micro.visitor import Page, Visitor

REQUESTS = int(os.environ.get("ODD_REQUESTS", "4"))
"""Of each page; `make soak` sends many."""
WORDS = ("q", "sort", "size", "page", "panel", "close", "export", "next", "fill")
SENT = ("row", "confirmed", "form-check", "form-search", "idempotency-key", "content")
VALUES = (
    *("", "0", "-1", "1", "2.5", "1e5", "nan", "inf", "²", "٣", "9" * 30, "0x10"),
    *("abc", "-", "--", "a\0b", "%", "_", "'", '"', "*", "^(", "AND OR NOT", "😀", "İß", "\u202e"),
    *("x" * 3000, "a\nb", "true", "null", "../../", "//example.com/", "<script>", "filters", "add"),
    *("0000-00-00", "2026-02-30", "0001-01-01", "9999-12-31", "99999-01-01T00:00", "24:61"),
    *("csv", "excel", "pdf", "print"),
    *("9" * 5000, "[" * 100_000, '["\\ud800"]', "{}", '{"a": [1, null]}'),
)

HEAVY = "["  # 100,000 of them take longer to decode than a page does

Pairs = list[tuple[str, str]]


def try_oddities(visitor: Visitor) -> None:
    """Ask every page for what it doesn't expect, the same on each run."""
    chance = random.Random(5)
    visitor.client.raise_request_exception = True
    for page in visitor.pages:
        if page.name != "logout":
            for _ in range(REQUESTS):
                _try_request(visitor, page, chance)
    visitor.client.raise_request_exception = False


def _try_request(visitor: Visitor, page: Page, chance: Random) -> None:
    names = list(_list_names(page))
    asked, sent = (
        [(n, _choose_value(chance, names)) for n in [*words, *names] if chance.random() < 0.4]
        for words in (WORDS, SENT)
    )
    url = f"{page.find_url(first_row(page))}?{urlencode(asked, safe=HEAVY)}"
    try:
        with transaction.atomic():
            _send(visitor.client, url, None)
            _send(visitor.client, url, sent)
            transaction.set_rollback(True)  # the next request finds all rows there
    except Exception as error:  # whatever the app raises is a finding
        place = next(
            (f for f in reversed(traceback.extract_tb(error.__traceback__)) if _is_own(f)), None
        )
        where = f"{place.filename}:{place.lineno}" if place else "a library"
        visitor.note(page.name, f"{error!r:.120} in {where}, asked {asked!s:.600} {sent!s:.200}")


def _choose_value(chance: Random, names: list[str]) -> str:
    value = chance.choice(VALUES)
    shape = chance.choice(("{value}", "{value}", "{name}", "-{name}", "{name}:{value}"))
    return shape.format(value=value, name=chance.choice(names)) if names else value


def _list_names(page: Page) -> Iterator[str]:
    """What an address or a form may call the fields of what the page is about."""
    for field in page.model._meta.fields if page.model else ():
        endings = ("", "_", "_from", "_to", "_empty")
        yield from (f"{field.name}{ending}" for ending in endings)
        yield from (f"quick-{field.name}", f"change-{field.name}", f"initial-{field.name}")
        yield f"{field.name}-search"


def _is_own(frame: traceback.FrameSummary) -> bool:
    return "site-packages" not in frame.filename and "/pages/" in frame.filename


def _send(client: Client, url: str, sent: Pairs | None) -> None:
    answer = client.get(url) if sent is None else client.post(url, dict(sent))
    if answer.streaming:
        for _chunk in answer.streaming_content:
            pass
    if answer.status_code >= 500:
        raise RuntimeError(f"it answers {answer.status_code}")
