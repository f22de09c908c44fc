"""What one person finds of one entity in an app, held against the interpreters."""

from collections.abc import Iterator, Mapping
from typing import Any

from tests.expressions.world import Record
from tests.rules.answers import FOUND, MISSING, REFUSED, SIGN_IN
from tests.rules.interpreter import give_to_tenant, may
from tests.rules.page_interpreter import hides_elsewhere
from tests.rules.visitors import Visitor

ACTIONS = {"read": "view", "create": "add", "update": "change", "delete": "delete"}
PAGES = {"read": "detail", "update": "update", "delete": "delete"}
FIELDS = ("state", "owner", "team", "is_public", "points")
MODES = {"read": "view", "update": "edit", "delete": "record"}
TITLES = {each: each.replace("_", " ").capitalize() for each in FIELDS}


class Visit(Visitor):
    """Somebody who asks for all pages of an entity."""

    def try_pages(self) -> Iterator[str]:
        """Ask for all pages, and change everything that can be, taking it back each time."""
        yield from self.try_list()
        for key in self.world.rows[self.entity]:
            yield from self.try_row(key)
            yield from self.try_value(key)
        yield from self.try_many()
        yield from self.try_choices()
        for _ in range(4):
            yield from self.try_creating()

    def try_rights(self) -> Iterator[str]:
        """Ask what `has_perm` and `visible_to` say."""
        rows = {row.pk: row for row in self.model.objects.all()}
        name = self.entity.lower()
        for operation in ("list", "read", "update", "delete"):
            found = self.model.objects.visible_to(self.user, operation)
            keys = set(found.values_list("pk", flat=True))
            yield from self.compare(f"rows to {operation}", keys, self.list_keys(operation))
        if self.user.is_authenticated:
            for operation, action in ACTIONS.items():
                for key, row in rows.items():
                    said = self.user.has_perm(f"core.{action}_{name}", row)
                    yield from self.compare(f"{action} {key}", said, self.may(operation, key))
            for operation, action in {**ACTIONS, "list": "view", "read": "read"}.items():
                said = self.user.has_perm(f"core.{action}_{name}")
                yield from self.compare(f"{action} at all", said, self.may(operation))

    def try_list(self) -> Iterator[str]:
        """Look at the list, its count and files, and what the home page says of it."""
        url = self.find_url("list")
        page = self.client.get(url)
        wanted = self.answer("list", mode="list")
        yield from self.compare("list", page.status_code, wanted)
        yield from self.compare_card(wanted)
        if not wanted == page.status_code == FOUND:
            return
        keys = self.list_keys("list", "list")
        yield from self.compare("list's rows", {r.pk for r in page.context["object_list"]}, keys)
        yield from self.compare("count", page.context["paginator"].count, len(keys))
        exported = b"".join(self.client.get(f"{url}?export=csv").streaming_content)
        yield from self.compare("exported", exported.count(b"\r\n"), len(keys) + 1)
        titles = exported.partition(b"\r\n")[0].decode().lstrip("\ufeff").split(",")
        for name, title in TITLES.items():
            yield from self.compare(
                f"{name} exported", title in titles, not self.hides("list", name)
            )
        for row, *rights, _ in page.context["rows_with_rights"]:
            allowed = [self.may_on("list", each, row.pk) for each in ("update", "delete")]
            yield from self.compare(f"buttons of {row.pk}", rights, allowed)

    def compare_card(self, answer: int) -> Iterator[str]:
        """Look for what the home page says of the list: nothing to those whom it isn't for."""
        if self.asker.is_signed_in or self.is_public:
            cards = {c["title"]: c["count"] for c in self.client.get("/").context["cards"]}
            found = cards.get(str(self.model._meta.verbose_name_plural))
            count = str(len(self.list_keys("list", "list"))) if answer == FOUND else None
            yield from self.compare("card", found, count)

    def try_row(self, key: Any) -> Iterator[str]:
        """Look at the pages of a row, and send their forms."""
        for operation, page in PAGES.items():
            found = self.client.get(self.find_url(page, key))
            wanted = self.answer(operation, key, MODES[operation])
            yield from self.compare(f"{page} {key}", found.status_code, wanted)
            if operation == "read" and wanted == FOUND:
                yield from self.compare_buttons(found.content.decode(), key)
            if operation != "read":
                yield from self.try_form(page, key, SIGN_IN if wanted == FOUND else wanted)
        yield from self.try_admin(key)

    def compare_buttons(self, text: str, key: Any) -> Iterator[str]:
        """Look for the links to what may be done with the row of a page."""
        for operation in ("update", "delete"):
            has_link = f'href="{self.find_url(PAGES[operation], key)}"' in text
            wanted = self.may_press("view", operation, key)
            yield from self.compare(f"{operation} link of {key}", has_link, wanted)

    def may_press(self, mode: str, operation: str, key: Any) -> bool:
        """Whether a page has a button, which is where its action would go through."""
        return not self.is_read_only(mode) and self.may_on(MODES[operation], operation, key)

    def try_form(self, page: str, key: Any, wanted: int) -> Iterator[str]:
        """Send the form of a page, and look whether just that changed what was allowed."""
        from django.db import transaction

        values = {"name": "changed", "state": "open", "points": 77}
        with transaction.atomic():
            found = self.send(self.find_url(page, key), values)
            row = self.model.objects.filter(pk=key).first()
            is_changed = row is None or row.name == "changed"
            has_points = row is not None and row.points == values["points"]
            transaction.set_rollback(True)
        yield from self.compare(f"post {page} {key}", found, wanted)
        is_allowed = self.asker.is_signed_in and wanted == SIGN_IN
        yield from self.compare(f"{page} {key} goes through", is_changed, is_allowed)
        takes_points = is_allowed and page == "update" and not self.hides("edit", "points")
        yield from self.compare(f"{page} {key} takes points", has_points, takes_points)

    def try_value(self, key: Any) -> Iterator[str]:
        """Change a value in the list, where a row has to be in, and to be readable as well."""
        from django.db import transaction

        wanted = self.answer("update", key)
        is_open = self.asker.is_signed_in and not self.is_read_only("list") and self.may("update")
        if is_open and wanted != MISSING:
            is_there = key in self.list_keys("list", "list") and not self.hides("list", "state")
            wanted = wanted if is_there else MISSING
        elif self.is_read_only("list"):
            wanted = self.asker.refusal
        wanted = SIGN_IN if wanted == FOUND else wanted
        with transaction.atomic():
            found = self.send(self.find_url("list_set", key, "state"), {"state": "held"})
            transaction.set_rollback(True)
        yield from self.compare(f"set {key}", found, wanted)

    def try_many(self) -> Iterator[str]:
        """Tick all rows and change them: those that aren't listed are left out."""
        from django.db import transaction

        ticked, listed = list(self.world.rows[self.entity]), self.list_keys("list", "list")
        for operation, page in (("update", "list_change"), ("delete", "list_delete")):
            is_open = self.may(operation) and self.asker.is_signed_in
            is_open = is_open and not self.is_read_only("list")
            allowed = all(self.may(operation, key) for key in listed) and is_open
            wanted = SIGN_IN if allowed else self.asker.refusal
            wanted = SIGN_IN if is_open and not listed else wanted
            if wanted == SIGN_IN and allowed and listed and page == "list_change":
                # There is nothing to change where the state is hidden.
                wanted = FOUND if self.hides("list", "state") else wanted
            values = {"row": ticked, "confirmed": "1", "change-points": "=9"}
            values |= {"change-state": "=gone"}
            with transaction.atomic():
                found = self.send(self.find_url(page), values)
                left = set(self.model.objects.values_list("pk", flat=True))
                transaction.set_rollback(True)
            yield from self.compare(page, found, wanted)
            gone = listed if operation == "delete" and allowed else set()
            yield from self.compare(f"{page} leaves", left, {*ticked} - gone)

    def try_choices(self) -> Iterator[str]:
        """Look at what another form offers to refer to."""
        if self.asker.is_signed_in:
            page = self.client.get(self.find_url("remark_create"))
            rows = page.context["form"].fields["thing"].queryset
            yield from self.compare("choices", {row.pk for row in rows}, self.list_keys("list"))

    def try_admin(self, key: Any) -> Iterator[str]:
        """Ask the admin for the row: what can't be read isn't there."""
        if self.asker.is_signed_in:
            url = f"/admin/core/{self.entity.lower()}/{key}/delete/"
            status = self.client.get(url).status_code
            found = FOUND if self.may("delete", key) else REFUSED
            # Django says that there is no such row, and leads to where one can look.
            wanted = found if self.may("read", key) else SIGN_IN
            wanted = wanted if self.may("delete") else REFUSED
            yield from self.compare(f"admin {key}", status, wanted)
            page = self.client.get(url.replace("delete", "change"))
            is_hidden = hides_elsewhere(self.pages, "points", self.world)
            if page.status_code == FOUND:
                shows = "field-points" in page.content.decode()
                is_open = self.asker.is_superuser or not is_hidden
                yield from self.compare(f"points of {key} in the admin", shows, is_open)

    def try_creating(self) -> Iterator[str]:
        """Send the form for a new row with values that it may have, or not."""
        from django.db import transaction

        values = self.choose_values()
        sent = {name: value for name, value in values.items() if value not in ("", None)}
        sent = {name: value for name, value in sent.items() if value is not False}
        with transaction.atomic():
            status = self.send(self.find_url("create"), sent)
            made = self.model.objects.exclude(pk__in=[*self.world.rows[self.entity]]).first()
            transaction.set_rollback(True)
        wanted = self.answer("create", mode="create")
        hidden = {name: values[name] for name in TITLES if self.hides("create", name)}
        values |= {name: "open" if name == "state" else None for name in hidden}
        if not self.asker.is_superuser:
            values = give_to_tenant(values, self.world, self.rules)
        allowed = wanted == FOUND and self.may_create(values, sent)
        yield from self.compare("create", status, SIGN_IN if allowed else wanted)
        yield from self.compare(f"created {values}", made is not None, allowed)
        if allowed and made:
            yield from self.compare("whose", made.team_id, values["team"])
            made_values = {f.name: getattr(made, f.attname) for f in made._meta.concrete_fields}
            taken = [each for each in hidden if made_values[each] not in (values[each], False)]
            yield from self.compare("taken of what is hidden", taken, [])

    def may_create(self, values: Mapping[str, Any], sent: Mapping[str, Any]) -> bool:
        """Whether a row with some values may be made of what is sent."""
        record = Record(self.world, self.entity, {**values, "id": None})
        # Visitors are offered no records of entities without a list for them.
        is_offered = self.asker.is_signed_in or self.is_public
        is_offered = is_offered or not {"owner", "team"} & sent.keys()
        return is_offered and may("create", record, self.rules, **self.rights)

    def choose_values(self) -> dict[str, Any]:
        """Choose the values of a new row."""
        from tests.rules.attempts import choose_values

        teams, people = (list(self.world.rows[each]) for each in ("Team", "Member"))
        return choose_values(self.random, teams, people)
