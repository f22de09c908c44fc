"""What one person sees and changes of the links of records, held against the interpreters."""

from collections.abc import Iterator
from random import Random
from typing import Any

from tests.rules.answers import FOUND, SIGN_IN
from tests.rules.interpreter import list_rows
from tests.rules.visitors import Visitor

TARGET = "Thing0"
NAME = "mates"


def link_rows(random: Random, model: Any) -> None:
    """Link rows to some, whoever may list those."""
    from core import models

    if hasattr(model, NAME):
        targets = list(getattr(models, TARGET).objects.order_by("name"))
        for row in model.objects.order_by("name"):
            row.mates.set(random.sample(targets, 3))


def try_links(visit: Visitor) -> Iterator[str]:
    """Look at the links of records, and change them."""
    if hasattr(visit.model, NAME):
        for key in visit.world.rows[visit.entity]:
            yield from try_page(visit, key)
            yield from try_form(visit, key)
        yield from try_file(visit)


def list_linked(visit: Visitor, key: Any) -> set[Any]:
    """The keys of all records that one is linked to, of those that are there."""
    ends = visit.model.mates.through.objects
    own, other = (f.attname for f in ends.model._meta.fields if f.is_relation)
    found = set(ends.filter(**{own: key}).values_list(other, flat=True))
    return found & visit.world.rows[TARGET].keys()


def list_open(visit: Visitor) -> set[Any]:
    """The keys of the records that somebody may list, which are all that they can link."""
    rows = list_rows("list", visit.world, TARGET, visit.all_rules[TARGET], **visit.rights)
    return {each.row["id"] for each in rows}


def try_page(visit: Visitor, key: Any) -> Iterator[str]:
    """Look at the tab of a record's page."""
    if visit.answer("read", key, "view") != FOUND:
        return
    page = visit.client.get(f"{visit.find_url('detail', key)}?tab={NAME}")
    tabs = {each["name"]: each for each in page.context["tabs"]}
    found = {row.pk for row in tabs[NAME].get("rows", ())} if NAME in tabs else set()
    wanted = list_linked(visit, key) & list_open(visit)
    if visit.hides("view", NAME):
        wanted = set()
    yield from visit.compare(f"links on {key}", found, wanted)


def try_form(visit: Visitor, key: Any) -> Iterator[str]:
    """Link a record to some that one may list, and to one that one mayn't."""
    url, allowed = visit.find_url("update", key), list_open(visit)
    is_open = visit.asker.is_signed_in and visit.answer("update", key, "edit") == FOUND
    has_links = is_open and not visit.hides("edit", NAME)
    if has_links:
        field = visit.client.get(url).context["form"].fields[NAME]
        offered = {row.pk for row in field.queryset}
        yield from visit.compare(f"links offered to {key}", offered, allowed)
    before = list_linked(visit, key)
    chosen = set(visit.random.sample(sorted(allowed), min(2, len(allowed))))
    closed = sorted(visit.world.rows[TARGET].keys() - allowed)[:1]
    for sent, is_taken in ((chosen, has_links), ({*chosen, *closed}, has_links and not closed)):
        found, after = send(visit, url, key, sent)
        wanted = chosen | (before - allowed) if is_taken else before
        yield from visit.compare(f"links of {key} to {sent}", after, wanted)
        if has_links:
            yield from visit.compare(f"post links of {key}", found, SIGN_IN if is_taken else FOUND)


def send(visit: Visitor, url: str, key: Any, keys: set[Any]) -> tuple[int, set[Any]]:
    """Send a form with links, and take that back; what came of it."""
    from django.db import transaction

    row = visit.model._base_manager.get(pk=key)
    # All else stays, as a record may be linked to itself and go out of sight.
    kept = {name: getattr(row, name) for name in ("points", "owner_id", "team_id", "is_public")}
    kept = {name.removesuffix("_id"): value for name, value in kept.items() if value}
    values = {"name": row.name, "state": row.state, **kept, NAME: [str(each) for each in keys]}
    with transaction.atomic():
        found, after = visit.send(url, values), list_linked(visit, key)
        transaction.set_rollback(True)
    return found, after


def try_file(visit: Visitor) -> Iterator[str]:
    """Look at the names of what is linked, as a file of the list has them."""
    import csv
    from io import StringIO

    if visit.answer("list", mode="list") != FOUND:
        return
    answer = visit.client.get(f"{visit.find_url('list')}?export=csv")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    names = {key: row["name"] for key, row in visit.world.rows[TARGET].items()}
    own = {row["name"]: key for key, row in visit.world.rows[visit.entity].items()}
    for line in csv.DictReader(StringIO(text)):
        if "Mates" in line:
            key = own[line["Name"]]
            wanted = sorted(names[each] for each in list_linked(visit, key) & list_open(visit))
            found = sorted(each for each in line["Mates"].split("; ") if each)
            yield from visit.compare(f"links in a file of {key}", found, wanted)
        is_there = not visit.hides("list", NAME)
        yield from visit.compare("column of links", "Mates" in line, is_there)
