"""Requests that somebody makes by hand, and what an app lets them change and read.

`python -m tests.attempts.trials FILE` in the app's folder makes those that a table has, and prints
as a JSON object what went otherwise than the table says, by group; `--first` stops at the first
group in which anything did.
"""

import json
import re
import sys
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import yaml

from tests.micro.pdf_texts import read_pdf
from tests.micro.walk import prepare_django

FAILURE = 500
BODIES = ("put", "patch", "delete")
_PREVIEW = re.compile(r'name="content" value="([^"]*)"')
Rows = dict[str, dict[Any, dict[str, Any]]]


def main() -> None:
    prepare_django()
    table = yaml.safe_load(Path(sys.argv[1]).read_text(encoding="utf-8"))
    trials = Trials(table)
    found: dict[str, list[str]] = {}
    for name, group in table["attempts"].items():
        found[name] = [*trials.try_group(group)]
        if found[name] and "--first" in sys.argv:
            break
    json.dump(found, sys.stdout, ensure_ascii=False)


class Trials:
    """Everybody who tries something, and the rows that it is tried on."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.table = table
        if "scenario" in table:
            from records.scenarios import find_scenario

            find_scenario(table["scenario"])().make_rows()
        self.names = Names()
        for row in list_rows():
            self.names[str(row)] = str(row.pk)
        self.prepare()
        self.clients = {name: self.sign_in(name) for name in table["people"]}

    def prepare(self) -> None:
        """Give the rows of the scenario what it leaves out."""
        from core import models
        from django.core.files.base import ContentFile

        for said in self.table.get("rows", ()):
            model = getattr(models, said["model"])
            if "make" in said:
                said = {"where": {"pk": model.objects.create(**self.fill(said["make"])).pk}, **said}
            rows = model._base_manager.filter(**self.fill(said["where"]))
            row = rows.get()
            self.names[said["name"]] = str(row.pk)
            rows.update(**self.fill(said.get("set", {})))
            for name, text in said.get("files", {}).items():
                row.refresh_from_db()
                getattr(row, name).save(f"{said['name']}.txt", ContentFile(text))
                self.names[f"{said['name']} on disk"] = getattr(row, name).name
            if said.get("is_gone"):
                row.delete()

    def fill(self, value: Any) -> Any:
        """Put keys in the places of names: `{The librarian}`."""
        if isinstance(value, Mapping):
            return {name: self.fill(each) for name, each in value.items()}
        if isinstance(value, list):
            return [self.fill(each) for each in value]
        return value.format_map(self.names) if isinstance(value, str) else value

    def sign_in(self, name: str) -> Any:
        """Let somebody in who has what the table gives them besides."""
        from django.contrib.auth import get_user_model
        from django.contrib.auth.models import Group, Permission
        from django.test import Client
        from records.members import add_to_members

        said, people = self.table["people"][name], get_user_model()
        client = Client(HTTP_HOST="localhost", raise_request_exception=False)
        if "make" in said:
            add_to_members(people.objects.create_user(**self.fill(said["make"])))
        if email := said.get("email", said.get("make", {}).get("email")):
            account = people.objects.get(email=email)
            self.names[str(account)] = str(account.pk)
            people.objects.filter(pk=account.pk).update(**said.get("set", {}))
            named = [Group.objects.get_or_create(name=each)[0] for each in said.get("groups", ())]
            account.groups.add(*named)
            given = Permission.objects.filter(codename__in=said.get("permissions", ()))
            account.user_permissions.add(*given)
            client.force_login(account)
        return client

    def try_group(self, group: list[Any]) -> Iterator[str]:
        """Make the requests of a group, each as if there had been no other."""
        for number, said in enumerate(group, 1):
            place = f"{number}: {said['as']} {said.get('send') or said.get('read')}"
            yield from (f"{place}: {each}" for each in self.try_one(said))

    def try_one(self, said: Mapping[str, Any]) -> Iterator[str]:
        from django.db import transaction

        with transaction.atomic():
            before = read_rows()
            answer, text = self.ask(said)
            changed = compare_rows(before, read_rows())
            transaction.set_rollback(True)
        wanted = set(said.get("changes", ()))
        if changed != wanted:
            yield f"{answer.status_code} changes {sorted(changed)}, not {sorted(wanted)}"
        if answer.status_code not in said.get("status", [answer.status_code]):
            yield f"answers {answer.status_code}"
        yield from self.judge(said, answer, text)

    def ask(self, said: Mapping[str, Any]) -> tuple[Any, str]:
        """Send a form, or ask for a page."""
        client = self.clients[said["as"]]
        address = self.fill(said.get("send") or said["read"])
        headers = {"accept": "application/json" if "form-search" in address else "text/html"}
        headers |= said.get("headers", {})
        values = self.fill(said.get("values", {}))
        if said.get("file"):
            return send_file(client, address, self.fill(said["file"]), values)
        method = "get" if "read" in said else said.get("method", "post")
        send = getattr(client, method)
        sent = urlencode(values, doseq=True) if method in BODIES else values
        answer = send(address, sent, headers=headers)
        return answer, read_text(answer)

    def judge(self, said: Mapping[str, Any], answer: Any, text: str) -> Iterator[str]:
        """Say what an answer tells that it shouldn't, and what it keeps back."""
        never = self.table["people"][said["as"]].get("never", ())
        yield from (f"tells “{each}”" for each in (*never, *said.get("hides", ())) if each in text)
        yield from (f"lacks “{each}”" for each in said.get("shows", ()) if each not in text)
        if answer.status_code >= FAILURE:
            yield f"answers {answer.status_code}"
        to = answer.headers.get("Location", "/")
        if to[:2] in ("//", "/\\") or not to.startswith("/"):
            yield f"leads to {to}"
        if "to" in said and to != self.fill(said["to"]):
            yield f"leads to {to}"


class Names(dict[str, str]):
    """The keys of rows by what the rows are called."""

    def __missing__(self, name: str) -> str:
        raise LookupError(f"No row is called {name}: {sorted(self)}")


def send_file(client: Any, address: str, content: str, values: dict[str, str]) -> tuple[Any, str]:
    """Send a file of rows and, if its preview can be confirmed, do so."""
    from django.core.files.uploadedfile import SimpleUploadedFile

    file = SimpleUploadedFile("rows.csv", content.encode())
    answer = client.post(address, {**values, "file": file})
    text = read_text(answer)
    if preview := _PREVIEW.search(text):
        answer = client.post(address, {**values, "content": unescape(preview[1])})
        text += read_text(answer)
    return answer, text


def list_rows() -> Iterator[Any]:
    """All rows of the app."""
    from django.apps import apps

    for model in apps.get_app_config("core").get_models():
        yield from model._base_manager.all()


def read_rows() -> Rows:
    """All values of the app's rows, and the groups and permissions of accounts."""
    found: Rows = {}
    for row in list_rows():
        values = {f.attname: getattr(row, f.attname) for f in row._meta.concrete_fields}
        values.pop("last_login", None)
        for field in row._meta.many_to_many:
            values[field.name] = sorted(map(str, getattr(row, field.name).all()))
        found.setdefault(type(row).__name__, {})[row.pk] = values
    return found


def compare_rows(before: Rows, after: Rows) -> set[str]:
    """What was made, deleted and changed: `Review added`, `Review deleted`, `Review.text`."""
    found = set()
    for name in before | after:
        old, new = before.get(name, {}), after.get(name, {})
        found |= {f"{name} added" for _ in new.keys() - old.keys()}
        found |= {f"{name} deleted" for _ in old.keys() - new.keys()}
        for key in old.keys() & new.keys():
            changed = (each for each in old[key] if old[key][each] != new[key][each])
            found |= {f"{name}.{each}" for each in changed}
    return found


def read_text(answer: Any) -> str:
    """What an answer says."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if answer.headers.get("Content-Type") == "application/pdf":
        return "\n".join(read_pdf(content))
    return str(content.decode(errors="replace"))


if __name__ == "__main__":
    main()
