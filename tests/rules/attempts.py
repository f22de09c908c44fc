"""Requests of everybody to every page of an app with rules, held against the interpreters.

`python -m tests.rules.attempts MANIFEST SEED` in the app's folder prints the differences, and how
many requests and answers there were, as JSON; `--first` stops at the first difference. An answer is
anything that is compared.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path
from random import Random
from typing import Any

from tests.micro.walk import prepare_django

ROLES = ("clerk", "chief", "guest")
TEAMS = ("Red", "Blue")
ROWS = 6


@dataclass
class Notebook:
    """What was asked, and where the app answered otherwise than the interpreter."""

    requests: int = 0
    answers: int = 0

    def count_request(self, **_: Any) -> None:
        """Receive Django's signal that a request has come."""
        self.requests += 1

    def compare(self, place: str, found: Any, wanted: Any) -> Iterator[str]:
        """Note a difference."""
        self.answers += 1
        if found != wanted:
            yield f"{place}: {found}, not {wanted}"


def fill(random: Random, names: list[str]) -> list[Any]:
    """Make people and things; what things refer to, or not, is left to chance."""
    from core import models
    from records.members import add_to_members

    teams = [models.Team.objects.create(name=name) for name in TEAMS]
    people = []
    for number, role in enumerate((*ROLES, *ROLES[:2], "guest")):
        values = {"role": role, "name": "abc"[number % 3], "level": number % 5}
        values |= {"team": random.choice([*teams, None]), "trusted": number % 2 == 0}
        email = f"{number}@example.com"
        people.append(models.Member.objects.create_user(email, is_staff=True, **values))
        add_to_members(people[-1])
    people[-1].is_superuser = True
    people[-1].save()
    for team in teams:
        team.lead = random.choice(people)
        team.save()
    fill_things(random, [getattr(models, name) for name in names], teams, people)
    return people


def fill_things(random: Random, things: list[Any], teams: list[Any], people: list[Any]) -> None:
    """Make things, some of them put away, linked to others, or with versions."""
    from core import models

    from tests.rules.link_visits import link_rows
    from tests.rules.version_visits import mark_versions

    for model in things:
        for _ in range(ROWS):
            row = model.objects.create(**choose_values(random, teams, people))
            for _ in range(random.randrange(3)):
                getattr(models, f"{model.__name__}Remark").objects.create(thing=row, text="x")
        put_some_away(random, model)
        mark_versions(model)
    for model in things:
        link_rows(random, model)


def put_some_away(random: Random, model: Any) -> None:
    """Put some rows away, where that is what becomes of them."""
    for row in model.objects.order_by("name") if hasattr(model, "gone_at") else ():
        if random.random() < 0.3:
            row.delete()


def choose_values(random: Random, teams: list[Any], people: list[Any]) -> dict[str, Any]:
    """The values of a thing."""
    return {
        "name": "".join(random.choice("abcd") for _ in range(2)) + str(next(NUMBERS)),
        "state": random.choice(["open", "held", "gone"]),
        "owner": random.choice([*people, None]),
        "team": random.choice([*teams, None]),
        "is_public": random.random() < 0.5,
        "points": random.choice([None, *range(6)]),
    }


NUMBERS = count()


def read_rows(entities: Any) -> dict[str, dict[Any, dict[str, Any]]]:
    """All rows of the app as plain data."""
    from core import models

    return {
        name: {
            row.pk: {f.name: getattr(row, f.attname) for f in row._meta.concrete_fields}
            for row in getattr(models, name)._base_manager.all()
        }
        for name in entities
    }


def part_rows(rows: Any, fields: Any) -> tuple[Any, Any]:
    """The rows that are there, and those that are put away, by the field that says so."""
    there, gone = {}, {}
    for name, found in rows.items():
        field = fields.get(name)
        gone[name] = {k: row for k, row in found.items() if field and row[field] is not None}
        there[name] = {k: row for k, row in found.items() if k not in gone[name]}
    return there, gone


def describe_world(entities: Any, rows: Any, person: Any) -> Any:
    """The rows of the app as one person asks for them."""
    from django.utils import timezone

    from tests.expressions.world import World

    roles = frozenset({person.role} if person else ())
    key = person.pk if person else None
    return World(entities, rows, timezone.now(), person=key, person_entity="Member", roles=roles)


def sign_in(person: Any) -> Any:
    """The browser of somebody, or of nobody."""
    from django.test import Client

    client = Client(raise_request_exception=False)
    if person:
        client.force_login(person)
    return client


def try_visits(
    visits: Sequence[Any], first: Sequence[str] = (), *, rights_only: bool = False
) -> Iterator[str]:
    """Let everybody, and nobody, ask for every page of every entity that has rules.

    What takes no request comes first, and the entities that are named do.
    """
    from tests.rules.link_visits import try_links
    from tests.rules.put_away_visits import try_put_away
    from tests.rules.version_visits import try_versions

    visits = sorted(visits, key=lambda each: each.entity not in first)
    for visit in visits:
        yield from visit.try_rights()
    for visit in () if rights_only else visits:
        yield from visit.try_pages()
        for each in (try_put_away, try_versions, try_links):
            yield from each(visit)


def list_visits(manifest: Any, random: Random, notebook: Notebook) -> Iterator[Any]:
    """Somebody at the pages of an entity: all people at all pages."""
    from django.contrib.auth.models import AnonymousUser

    from tests.expressions.world import describe_entities
    from tests.rules.interpreter import describe_rules
    from tests.rules.page_interpreter import describe_pages, find_deletion
    from tests.rules.visits import Visit

    is_public = manifest["app"]["access"] == "read"
    rules, entities = describe_rules(manifest), describe_entities(manifest)
    names = [name for name in rules if f"{name}Remark" in rules]
    pages, deletion = describe_pages(manifest), find_deletion(manifest)
    people = (*fill(random, names), None)
    rows, gone = part_rows(read_rows(entities), deletion)
    for person in people:
        client, world = sign_in(person), describe_world(entities, rows, person)
        for name in names:
            user = person or AnonymousUser()
            said = (rules[name], pages[name], rules, gone[name])
            yield Visit(client, user, world, name, *said, notebook, random, is_public)


if __name__ == "__main__":
    prepare_django()
    from django.core.signals import request_started

    book = Notebook()
    request_started.connect(book.count_request)
    said = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    limit = 1 if "--first" in sys.argv else None
    visits = list(list_visits(said, Random(int(sys.argv[2])), book))
    differences = list(islice(try_visits(visits), limit))
    counts = {"requests": book.requests, "answers": book.answers}
    json.dump({"differences": differences, **counts}, sys.stdout)
