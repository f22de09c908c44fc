"""Requests to an app, made within it, and the answers as tests read them."""

import json
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Answer:
    """An answer of an app."""

    status: int
    headers: dict[str, str]
    body: Any

    @property
    def errors(self) -> dict[str, str]:
        """What is wrong: field → code."""
        return {each["field"]: each["code"] for each in self.body.get("errors", [])}


class Answers:
    """The answers of an app, by the names of requests."""

    def __init__(self, found: dict[str, Any]) -> None:
        self.found = found

    def __getitem__(self, name: str) -> Answer:
        return Answer(**self.found[name])


class Asker:
    """Asks the app in whose folder this process runs, on a database of its own."""

    def __init__(self) -> None:
        os.environ["DJANGO_SETTINGS_MODULE"] = "app.settings"
        import django

        django.setup()
        from django.test.runner import DiscoverRunner
        from django.test.utils import setup_test_environment

        setup_test_environment()
        DiscoverRunner(verbosity=0).setup_databases()
        from django.test import Client

        self.client = Client()
        self.tokens: dict[str, dict[str, str]] = {}
        self.found: dict[str, Any] = {}

    def add_token(self, name: str, user: Any, **limits: Any) -> None:
        """Give somebody a token, under a name by which they ask."""
        from api.models import Token  # type: ignore[import-not-found]

        token = Token(user=user, name=name, **{"is_read_only": False, **limits})
        self.tokens[name] = {"Authorization": f"Bearer {token.make_secret()}"}
        token.save()

    def ask(
        self, name: str, who: str, method: str, path: str, data: Any = None, **headers: str
    ) -> Any:
        """Ask, keep the answer under a name, and return its body."""
        headers = {key.replace("_", "-"): text for key, text in headers.items()}
        words = {"headers": {**self.tokens.get(who, {}), **headers}}
        send: Callable[..., Any] = getattr(self.client, method)
        address = f"/api{path}"
        if data is None:
            response = send(address, **words)
        else:
            response = send(address, data, content_type="application/json", **words)
        is_json = "json" in response.headers.get("Content-Type", "")
        body = json.loads(response.content) if is_json else None
        kept = {key: response.headers[key] for key in response.headers}
        self.found[name] = {"status": response.status_code, "headers": kept, "body": body}
        return body

    def print_all(self) -> None:
        """Print all answers, for the test that has started this."""
        json.dump(self.found, sys.stdout)
