"""Somebody at the pages of an entity, and what the interpreters say of what they find."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from tests.expressions.world import Record, World
from tests.rules.answers import MISSING, SIGN_IN, Asker, answer_page
from tests.rules.interpreter import READING, Rules, list_rows, may, may_at_all
from tests.rules.page_interpreter import Page, find_page_of_record

VISITORS = (*READING, "create")
"""What a public page lets visitors do."""


@dataclass
class Visitor:
    """Somebody at the pages of an entity."""

    client: Any
    user: Any
    world: World
    entity: str
    rules: Rules
    pages: Mapping[str, Page]
    """What its pages are like for people with roles, by mode."""
    all_rules: Mapping[str, Rules]
    gone: Mapping[Any, Mapping[str, Any]]
    """Its records that are put away."""
    notebook: Any
    random: Random
    is_public: bool
    """Whether visitors may read, as far as rules let them."""

    @property
    def asker(self) -> Asker:
        """Whoever asks, as the interpreter knows people."""
        return Asker(self.user.is_authenticated, bool(self.user.is_superuser))

    @property
    def rights(self) -> dict[str, bool]:
        """Who asks, as the interpreters are told."""
        return {"is_superuser": self.asker.is_superuser}

    @property
    def model(self) -> Any:
        """The model of the entity."""
        from core import models

        return getattr(models, self.entity)

    def find_url(self, page: str, *keys: Any) -> str:
        """The address of one of the entity's pages."""
        from django.urls import reverse

        slug = re.sub(r"(?<=[a-z])(?=\d)", "_", self.entity.lower())
        return reverse(f"{slug}_{page}", args=keys)

    def compare(self, what: str, found: Any, wanted: Any) -> Iterator[str]:
        """Note a difference, with who asked for what."""
        who = getattr(self.user, "email", "nobody")
        return self.notebook.compare(f"{who} {self.entity} {what}", found, wanted)

    def list_keys(self, operation: str, mode: str = "") -> set[Any]:
        """The keys of the rows with which something may be done, of those that a page has."""
        rows = list_rows(operation, self.world, self.entity, self.rules, **self.rights)
        return {each.row["id"] for each in rows if not mode or self.has(mode, each)}

    def has(self, mode: str, record: Record) -> bool:
        """Whether a page has a row."""
        return self.find_page(mode).has(record, **self.rights)

    def find_page(self, mode: str) -> Page:
        """A page by its mode, or the one that deleting belongs to."""
        return find_page_of_record(self.pages) if mode == "record" else self.pages[mode]

    def is_read_only(self, mode: str) -> bool:
        """Whether nothing can be changed from a page, which may be for others."""
        is_read_only = self.find_page(mode).is_read_only(self.world, **self.rights)
        return is_read_only or not self.opens(mode)

    def opens(self, mode: str) -> bool:
        """Whether a page is for whoever asks; visitors need a public one in a private app."""
        asker, page = self.asker, self.find_page(mode)
        is_open = asker.is_signed_in or self.is_public or page.is_public
        signed = {"is_signed_in": asker.is_signed_in, **self.rights}
        return is_open and page.is_for(self.world, **signed)

    def hides(self, mode: str, name: str) -> bool:
        """Whether a page has no place for a field."""
        return self.find_page(mode).hides(name, self.world, **self.rights)

    def may(self, operation: str, key: Any = None) -> bool:
        """Whether something may be done, with a row or at all; visitors do no more than read."""
        if operation not in READING and not self.asker.is_signed_in:
            return False
        if key is None:
            return may_at_all(operation, self.world, self.entity, self.rules, **self.rights)
        record = self.world.find(self.entity, key)
        return record is not None and may(operation, record, self.rules, **self.rights)

    def may_on(self, mode: str, operation: str, key: Any) -> bool:
        """Whether a page lets one do something with a row."""
        record = self.world.find(self.entity, key)
        is_there = record is not None and self.has(mode, record)
        return is_there and not self.is_read_only(mode) and self.may(operation, key)

    def answer(self, operation: str, key: Any = None, mode: str = "") -> int:
        """What the interpreters say that a page answers."""
        is_open = self.is_public and operation in READING
        if mode and (operation in READING or self.find_page(mode).is_public):
            is_open = self.opens(mode) and operation in VISITORS
        if not is_open and not self.asker.is_signed_in:
            return SIGN_IN
        if mode and not self.opens(mode):
            return self.asker.refusal
        if mode and operation not in READING and self.is_read_only(mode):
            return self.asker.refusal
        args = (operation, self.world, self.entity, self.rules, self.asker)
        if mode and key is not None and answer_page(*args) != self.asker.refusal:
            record = self.world.find(self.entity, key)
            if record and not self.has(mode, record):
                return MISSING
        return answer_page(*args, key)

    def send(self, url: str, values: dict[str, Any]) -> int:
        """Send a form; whoever isn't signed in may be asked to sign in on the page itself."""
        answer = self.client.post(url, values)
        asks = not self.asker.is_signed_in and b'type="password"' in answer.content
        return SIGN_IN if asks else int(answer.status_code)
