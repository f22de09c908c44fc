"""What one person finds of the versions of records, held against the interpreters."""

from collections.abc import Iterator
from typing import Any

from tests.rules.answers import FOUND, MISSING, SIGN_IN
from tests.rules.visitors import Visitor

MARK = 1_234_567
"""What `points` were in the version that is looked for, and aren't any more."""
SPELLED = ("1,234,567", "1234567")
MARKED, LAST = 1, 2
"""The numbers of that version, and of the last one."""


def mark_versions(model: Any) -> None:
    """Let every record have had other values once."""
    for row in model.objects.all() if hasattr(model, "version_field") else ():
        points = row.points
        for value in (MARK, points):
            row.points = value
            row.save()


def try_versions(visit: Visitor) -> Iterator[str]:
    """Look at what records were, and make them so again."""
    if hasattr(visit.model, "version_field"):
        for key in visit.world.rows[visit.entity]:
            yield from try_page(visit, key)
            yield from try_restoring(visit, key)


def tells(text: str) -> bool:
    """Whether a text has what a record was once."""
    return any(each in text for each in SPELLED)


def try_page(visit: Visitor, key: Any) -> Iterator[str]:
    """Ask for the versions of a record, and for what its page says of its changes."""
    wanted = visit.answer("read", key, "view")
    if visit.pages["view"].is_public and not visit.asker.is_signed_in:
        wanted = SIGN_IN  # what became of a record isn't told to visitors
    shows = wanted == FOUND and not visit.hides("view", "points")
    url = visit.find_url("versions", key)
    page = visit.client.get(f"{url}?before={MARKED}&after={LAST}")
    yield from visit.compare(f"versions {key}", page.status_code, wanted)
    found = tells(page.content.decode())
    yield from visit.compare(f"versions {key} tell", found, shows)
    if wanted == page.status_code == FOUND:
        may = visit.asker.is_signed_in and visit.answer("update", key, "edit") == FOUND
        may = may and not visit.is_read_only("view")  # whose buttons aren't there then
        has_button = bool(page.context["restore_page"])
        yield from visit.compare(f"button of versions {key}", has_button, may)
    if visit.asker.is_signed_in:
        detail = visit.find_url("detail", key)
        page, file = visit.client.get(detail), visit.client.get(f"{detail}?export=changes")
        yield from visit.compare(f"changes {key}", tells(page.content.decode()), shows)
        parts = file.streaming_content if file.streaming else [file.content]
        yield from visit.compare(
            f"exported changes {key}", tells(b"".join(parts).decode("utf-8", "replace")), shows
        )


def answer_restoring(visit: Visitor, key: Any) -> int:
    """What restoring answers, which is done from one page in the place of another one's form."""
    found = visit.answer("update", key, "edit")
    if not visit.asker.is_signed_in:
        return found
    if visit.is_read_only("view"):
        return visit.asker.refusal
    is_open = visit.answer("update", mode="edit") == FOUND
    record = visit.world.find(visit.entity, key)
    return MISSING if is_open and record and not visit.has("view", record) else found


def try_restoring(visit: Visitor, key: Any) -> Iterator[str]:
    """Give a record the values of a version, and take that back."""
    from django.db import transaction

    wanted = answer_restoring(visit, key)
    version = visit.world.rows[visit.entity][key][visit.model.version_field]
    with transaction.atomic():
        sent = {"form-version": version}
        found = visit.send(visit.find_url("restore_version", key, MARKED), sent)
        points = visit.model._base_manager.values_list("points", flat=True).get(pk=key)
        transaction.set_rollback(True)
    may = wanted == FOUND and visit.asker.is_signed_in
    yield from visit.compare(f"restore version of {key}", found, SIGN_IN if may else wanted)
    is_taken = may and not (visit.hides("edit", "points") or visit.hides("view", "points"))
    yield from visit.compare(f"restores points of {key}", points == MARK, is_taken)
