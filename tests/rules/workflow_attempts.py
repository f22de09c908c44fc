"""Requests of everybody for every state of every row, held against the interpreter.

`python -m tests.rules.workflow_attempts MANIFEST SEED` in the app's folder prints the differences,
and how many requests and answers there were, as JSON; with `--first` it stops at one.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

from tests.expressions.world import Record, World
from tests.micro.walk import prepare_django
from tests.rules.attempts import Notebook, describe_world, fill, read_rows
from tests.rules.time_attempts import try_time
from tests.rules.workflow_interpreter import MISSING, Workflow, list_buttons, may_follow


@dataclass
class StateVisit:
    """Somebody who tries to change the states of an entity's rows, or code that runs for nobody."""

    client: Any
    user: Any
    world: World
    entity: str
    workflow: Workflow
    notebook: Notebook

    @property
    def model(self) -> Any:
        from core import models

        return getattr(models, self.entity)

    @property
    def is_free(self) -> bool:
        return self.user is None or self.user.is_superuser

    def find_url(self, page: str, *parts: Any) -> str:
        from django.urls import reverse

        return reverse(f"thing_{self.entity.removeprefix('Thing')}_{page}", args=parts)

    def may(self, key: Any, after: str) -> bool:
        record = Record(self.world, self.entity, self.world.rows[self.entity][key])
        return may_follow(record, after, self.workflow, is_free=self.is_free)

    def read(self, key: Any) -> str:
        return str(self.model._base_manager.values_list("state", flat=True).get(pk=key))

    def try_row(self, key: Any) -> Iterator[str]:
        """Try every state of a row, in every way."""
        record = Record(self.world, self.entity, self.world.rows[self.entity][key])
        wanted = list_buttons(record, self.workflow, is_free=self.is_free)
        ways = [self.save, self.clean]
        if self.user:
            page = self.client.get(self.find_url("detail", key))
            steps = page.context["transitions"]["steps"]
            found = {s["address"].split("/to/")[1].split("/")[0]: not s["reasons"] for s in steps}
            place = f"{self.user.email} {self.entity} {record.row}"
            yield from self.notebook.compare(f"{place} buttons", found, wanted)
            yield from self.compare_offers(place, key, record.row["state"], wanted)
            ways = [self.press, self.edit, self.set_value, self.change_many, self.use_admin]
        for after in (*self.workflow.states, ""):
            for way in ways if after else ways[1:]:
                yield from self.try_way(way, key, after)

    def compare_offers(
        self, place: str, key: Any, now: str, wanted: dict[str, bool]
    ) -> Iterator[str]:
        """Look at the states that forms offer."""
        open_states = {now or "", *(state for state, is_open in wanted.items() if is_open)}
        for name, url, states in (
            ("form", self.find_url("update", key), {now or "", *wanted}),
            ("value", self.find_url("list_set", key, "state"), open_states),
        ):
            form = self.client.get(url).context["form"]
            offered = {value for value, _ in form.fields["state"].widget.choices}
            yield from self.notebook.compare(f"{place} {name}", offered, states)
        page = self.client.post(self.find_url("list_change"), {"row": [key]})
        fields = {each["name"]: each["options"] for each in page.context["fields"]}
        offered = {value for value, _ in fields["state"]}
        known = {*self.workflow.states, ""} if now in MISSING else {*self.workflow.states}
        yield from self.notebook.compare(f"{place} many", offered, open_states & known)

    def try_way(self, way: Any, key: Any, after: str) -> Iterator[str]:
        """Look whether a change goes through just where it may, and is written down."""
        from django.db import transaction

        before = self.read(key)
        with transaction.atomic():
            way(key, after)
            now, history = self.read(key), self.list_history(key)
            transaction.set_rollback(True)
        wanted = after if self.may(key, after) else before
        row = self.world.rows[self.entity][key]
        name = f"{self.user and self.user.email} {way.__name__} {before} -> {after} {row}"
        if way != self.clean:
            yield from self.notebook.compare(name, now, wanted)
            kept = [[before, after, self.user and self.user.pk]] if now != before else []
            yield from self.notebook.compare(f"{name} kept", history, kept)
        else:
            yield from self.notebook.compare(name, self.is_clean, wanted == after)

    def list_history(self, key: Any) -> list[Any]:
        from records.transitions import find_workflow

        if not getattr(find_workflow(self.model), "is_tracked", False):
            before = self.world.rows[self.entity][key]["state"]
            now = self.read(key)
            return [[before, now, self.user and self.user.pk]] if now != before else []
        from records.tracking.models import StateChange

        rows = StateChange.objects.filter(object_key=str(key))
        return [list(each) for each in rows.values_list("before", "after", "user")]

    # Ways to change a state

    def press(self, key: Any, after: str) -> None:
        self.client.post(self.find_url("transition", key, after), {"state-before": self.read(key)})

    def edit(self, key: Any, after: str) -> None:
        row = self.model._base_manager.get(pk=key)
        sent = {"name": row.name, "state": after, "owner": row.owner_id, "team": row.team_id}
        sent |= {"points": row.points, "is_public": "on" if row.is_public else None}
        sent = {name: value for name, value in sent.items() if value is not None}
        self.client.post(self.find_url("update", key), sent)

    def set_value(self, key: Any, after: str) -> None:
        self.client.post(self.find_url("list_set", key, "state"), {"state": after})

    def change_many(self, key: Any, after: str) -> None:
        sent = {"row": [key], "confirmed": "1", "change-state": f"={after}"}
        self.client.post(self.find_url("list_change"), sent)

    def use_admin(self, key: Any, after: str) -> None:
        url = f"/admin/core/{self.entity.lower()}/{key}/change/"
        page = self.client.get(url)
        initial = page.context["adminform"].form.initial
        # A 0 is sent: it equals False, but isn't the same.
        sent = {k: v for k, v in initial.items() if v is not None and v is not False}
        for each in page.context["inline_admin_formsets"]:
            prefix = each.formset.prefix
            sent |= {f"{prefix}-TOTAL_FORMS": 0, f"{prefix}-INITIAL_FORMS": 0}
        self.client.post(url, {**sent, "state": after})

    def save(self, key: Any, after: str) -> None:
        from django.core.exceptions import ValidationError
        from django.db import transaction

        row = self.model._base_manager.get(pk=key)
        row.state = after
        try:
            with transaction.atomic():
                row.save()
        except ValidationError:
            pass

    def clean(self, key: Any, after: str) -> None:
        from django.core.exceptions import ValidationError

        row = self.model._base_manager.get(pk=key)
        row.state = after
        self.is_clean = True
        try:
            row.full_clean()
        except ValidationError:
            self.is_clean = False


def scatter(random: Random, workflows: Any) -> None:
    """Give rows states that no form would have given them at once."""
    from core import models

    for name, workflow in workflows.items():
        for row in getattr(models, name)._base_manager.all():
            rows = type(row)._base_manager.filter(pk=row.pk)
            none = [""] if row._meta.get_field("state").blank else []
            rows.update(state=random.choice([*workflow.states, *none]))


def try_all(manifest: Any, random: Random, notebook: Notebook) -> Iterator[str]:
    """Let everybody, and code, try every state of every row of every entity."""
    from django.test import Client

    from tests.expressions.world import describe_entities
    from tests.rules.workflow_interpreter import describe_workflows

    workflows, entities = describe_workflows(manifest), describe_entities(manifest)
    people = fill(random, list(workflows))
    scatter(random, workflows)
    for person in (*people, None):
        client = Client(raise_request_exception=False)
        if person:
            grant(person)
            client.force_login(person)
        world = replace(
            describe_world(entities, read_rows(entities), person),
            roles=frozenset({person.role} if person else ()),
        )
        for name, workflow in workflows.items():
            visit = StateVisit(client, person, world, name, workflow, notebook)
            for key in world.rows[name]:
                yield from visit.try_row(key)
    yield from try_time(world, workflows, notebook)


def grant(person: Any) -> None:
    """Let somebody use the admin."""
    person.is_staff = True
    person.save()


if __name__ == "__main__":
    prepare_django()
    from django.core.signals import request_started

    book = Notebook()
    request_started.connect(book.count_request)
    said = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    found = try_all(said, Random(int(sys.argv[2])), book)
    differences = list(islice(found, 1 if "--first" in sys.argv else None))
    counts = {"requests": book.requests, "answers": book.answers}
    json.dump({"differences": differences, **counts}, sys.stdout)
