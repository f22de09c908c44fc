"""What one person finds of the records that are put away, held against the interpreters."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from tests.expressions.world import World
from tests.rules.answers import FOUND, MISSING, REFUSED, SIGN_IN
from tests.rules.interpreter import list_rows
from tests.rules.visitors import Visitor

SEEN = ("list", "delete")
"""What somebody has to be allowed to see a record among those that are put away."""


def try_put_away(visit: Visitor) -> Iterator[str]:
    """Look for what is put away where it may be, and where it mayn't, and restore it."""
    if not hasattr(visit.model, "deletion_fields"):
        return
    yield from try_page(visit)
    for key in visit.gone:
        yield from try_addresses(visit, key)
        yield from try_restoring(visit, key)


def list_restorable(visit: Visitor) -> set[Any]:
    """The keys of what somebody sees among what is put away: they may delete it."""
    world = show_again(visit)
    rows = (list_rows(each, world, visit.entity, visit.rules, **visit.rights) for each in SEEN)
    listed, deletable = ({row.row["id"] for row in each} for each in rows)
    page = visit.find_page("record")
    found = (world.find(visit.entity, key) for key in listed & deletable & visit.gone.keys())
    return {row.row["id"] for row in found if row and page.has(row, **visit.rights)}


def show_again(visit: Visitor) -> World:
    """The world in which nothing had been put away."""
    rows = {**visit.world.rows[visit.entity], **visit.gone}
    return replace(visit.world, rows={**visit.world.rows, visit.entity: rows})


def is_open(visit: Visitor) -> bool:
    """Whether somebody may restore anything at all."""
    may = visit.asker.is_signed_in and visit.may("delete")
    return may and not visit.is_read_only("record")


def try_page(visit: Visitor) -> Iterator[str]:
    """Ask for the page of what was put away."""
    answer = visit.client.get(visit.find_url("put_away"))
    wanted = FOUND if is_open(visit) else visit.asker.refusal
    yield from visit.compare("put away", answer.status_code, wanted)
    if answer.status_code == FOUND == wanted:
        found = {row.pk for row in answer.context["object_list"]}
        yield from visit.compare("rows put away", found, list_restorable(visit))


def try_addresses(visit: Visitor, key: Any) -> Iterator[str]:
    """Ask for the pages of a record that is gone."""
    operations = {"detail": ("read", "view"), "update": ("update", "edit")}
    for page, (operation, mode) in operations.items():
        wanted = visit.answer(operation, mode=mode)
        wanted = MISSING if wanted == FOUND else wanted
        found = visit.client.get(visit.find_url(page, key)).status_code
        yield from visit.compare(f"{page} {key}, which is gone", found, wanted)


def try_restoring(visit: Visitor, key: Any) -> Iterator[str]:
    """Restore a record, and take that back."""
    from django.db import transaction

    with transaction.atomic():
        found = visit.send(visit.find_url("restore", key), {})
        is_back = visit.model.objects.filter(pk=key).exists()
        transaction.set_rollback(True)
    may = is_open(visit) and key in list_restorable(visit)
    yield from visit.compare(f"restore {key} goes through", is_back, may)
    refused = MISSING if is_open(visit) else REFUSED
    refused = refused if visit.asker.is_signed_in else SIGN_IN
    yield from visit.compare(f"restore {key}", found, SIGN_IN if may else refused)
