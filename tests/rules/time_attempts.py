"""States that change by themselves once time has passed, held against the interpreter."""

from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from functools import partial
from io import StringIO
from typing import Any

from tests.expressions.world import World
from tests.rules.workflow_interpreter import Workflow, advance

DAY = 86_400  # seconds
WAITS = (1, 3, 6)
"""For how many days rows have had their states."""


def try_time(world: World, workflows: Mapping[str, Workflow], notebook: Any) -> Iterator[str]:
    """Let time pass, and look at the states then: after the command, and after a page."""
    from django.core.management import call_command

    run = partial(call_command, "advance", stdout=StringIO())
    for name, workflow in workflows.items():
        if workflow.is_timed:
            for way, act in (("advance", run), ("page", partial(open_list, name))):
                for days in WAITS:
                    place = f"{name} {way} after {days} days"
                    yield from try_waiting(world, name, workflow, act, place, notebook, days)


def open_list(name: str) -> None:
    """Open a list as somebody who may see its records."""
    from django.contrib.auth import get_user_model
    from django.test import Client
    from django.urls import reverse

    client = Client(raise_request_exception=False)
    client.force_login(get_user_model().objects.filter(is_superuser=True).first())
    client.get(reverse(f"thing_{name.removeprefix('Thing')}_list"))


def try_waiting(
    world: World,
    name: str,
    workflow: Workflow,
    act: Callable[[], object],
    place: str,
    notebook: Any,
    days: int,
) -> Iterator[str]:
    """Look what becomes of rows that have waited, and take that back."""
    from core import models
    from django.db import transaction

    rows = getattr(models, name)._base_manager
    with transaction.atomic():
        rows.update(state_since=world.now - timedelta(days=days))
        act()
        found = {row.pk: row.state for row in rows.all()}
        transaction.set_rollback(True)
    for record in world.list_records(name):
        wanted = advance(record, days * DAY, workflow)
        yield from notebook.compare(f"{place} {record.row}", found[record.row["id"]], wanted)
