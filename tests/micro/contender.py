"""One of several people who work on the same rows at once, as browsers do.

`python -m tests.micro.contender PORT COOKIE NUMBER SECONDS` prints what was answered as JSON.
"""

import http.client
import json
import random
import re
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser
from urllib.parse import urlencode

KEYS = re.compile(r'name="row" value="([0-9a-f-]{36})"')


class Form(HTMLParser):
    """Reads what a browser would send of the last form that changes something, as it is."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self._forms: list[dict[str, str]] = [{}]
        self._name, self._select = "", ""
        self.feed(page)

    @property
    def values(self) -> dict[str, str]:
        """What would be sent."""
        found = (form for form in reversed(self._forms) if "csrfmiddlewaretoken" in form)
        return next(found, {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        name, value = given.get("name") or "", given.get("value") or ""
        if tag == "form":
            self._forms.append({})
        elif tag == "input" and name:
            if given.get("type") not in ("checkbox", "radio"):
                self._forms[-1][name] = value
            elif "checked" in given:
                self._forms[-1][name] = value or "on"
        elif tag == "textarea":
            self._name, self._forms[-1][name] = name, ""
        elif tag == "select":
            self._select = name
        elif tag == "option" and "selected" in given and self._select:
            self._forms[-1][self._select] = value

    def handle_data(self, data: str) -> None:
        if self._name:
            self._forms[-1][self._name] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._name = ""
        elif tag == "select":
            self._select = ""


class Contender:
    """Somebody who changes, adds and deletes rows."""

    def __init__(self, port: int, cookie: str, number: int) -> None:
        self.port, self.number, self.cookie = port, number, cookie
        self.chance = random.Random(number)
        self.counts: Counter[str] = Counter()
        self.saved: list[tuple[str, str]] = []
        self.added: list[str] = []

    def ask(self, path: str, sent: dict[str, str] | None = None) -> tuple[int, str]:
        """Ask for a page, or send its form."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {"Cookie": self.cookie}
        if sent is None:
            connection.request("GET", path, headers=headers)
        else:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            connection.request("POST", path, urlencode(sent), headers)
        try:
            answer = connection.getresponse()
            text = answer.read().decode()
        except ConnectionResetError:
            # A busy server hangs up, which a browser shows; nothing is known of what was sent.
            self.counts["RESET 0"] += 1
            return 0, ""
        self.counts[f"{'POST' if sent else 'GET'} {answer.status}"] += 1
        return answer.status, text

    def work(self, seconds: float) -> None:
        """Do one thing after the other for a while."""
        end, turn = time.monotonic() + seconds, 0
        while time.monotonic() < end:
            turn += 1
            self.chance.choice((self.change, self.change, self.set_value, self.add, self.delete))(
                turn
            )

    def choose_row(self) -> str | None:
        """Choose one of the rows that everybody works on."""
        keys = KEYS.findall(self.ask("/tasks/?q=shared&sort=title")[1])
        return self.chance.choice(keys) if keys else None

    def change(self, turn: int) -> None:
        """Write a word of one's own behind what stands in a row."""
        key, word = self.choose_row(), f"[{self.number}-{turn}]"
        if key is None:
            return
        path = f"/tasks/{key}/edit/"
        status, page = self.ask(path)
        if status == 200:
            values = Form(page).values
            values["description"] = values.get("description", "").strip() + word
            if self.ask(path, values)[0] == 302:
                self.saved.append((key, word))

    def set_value(self, turn: int) -> None:
        """Change another field of a row, from the list."""
        key = self.choose_row()
        if key:
            token = Form(self.ask(f"/tasks/{key}/set/priority/")[1]).values
            token["priority"] = ("low", "medium", "high")[turn % 3]
            self.ask(f"/tasks/{key}/set/priority/", token)

    def add(self, turn: int) -> None:
        """Send the same form three times at once."""
        values = Form(self.ask("/tasks/new/")[1]).values
        values["title"] = f"added {self.number}-{turn}"
        with ThreadPoolExecutor(3) as hands:
            list(hands.map(lambda _: self.ask("/tasks/new/", values), range(3)))
        self.added.append(values["title"])

    def delete(self, turn: int) -> None:
        """Delete what others may be deleting."""
        keys = KEYS.findall(self.ask("/tasks/?q=doomed")[1])
        if keys:
            path = f"/tasks/{self.chance.choice(keys)}/delete/"
            self.ask(path, Form(self.ask(path)[1]).values)


if __name__ == "__main__":
    port, cookie, number, seconds = sys.argv[1:]
    person = Contender(int(port), cookie, int(number))
    person.work(float(seconds))
    answers = {"counts": person.counts, "saved": person.saved, "added": person.added}
    print(json.dumps(answers))
