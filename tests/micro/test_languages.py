"""What emitted apps say in other languages than English."""

import gettext
import json
import os
import re
import shutil
from pathlib import Path

import pytest

from tests.projects import BuiltProject
from tools.catalogues import KEPT, LANGUAGES, compile_catalogue, find_messages

PLACEHOLDERS = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")

TEXTS = """\
import json
from html.parser import HTMLParser
from django.test import Client
from django.contrib.auth import get_user_model
from core.models import Task

class Texts(HTMLParser):
    found = set()
    def handle_data(self, data):
        self.found.add(data.strip())
    def handle_starttag(self, tag, attributes):
        told = ("aria-label", "placeholder", "title", "data-failed")
        self.found |= {value.strip() for name, value in attributes if name in told and value}

user = get_user_model().objects.create_superuser("tester")
task = Task.objects.create(title="Xyz", due_date="2026-03-31")
client = Client(HTTP_HOST="localhost")
client.force_login(user)
base = f"/tasks/{task.pk}/"
addresses = ["/", "/account/", base, base + "edit/", base + "delete/"]
parts = ("", "?panel=filters&q=x", "?q=none", "?export=print", "new/")
addresses += ["/tasks/" + part for part in parts]
texts = Texts()
for address in addresses:
    texts.feed(client.get(address).content.decode())
client.logout()
texts.feed(client.get("/sign-in/").content.decode())
print(json.dumps(sorted(texts.found)))
"""


def read_catalogue(language: str) -> dict[str | tuple[str, int], str]:
    """Message, or message and number of its plural form → translation."""
    file = KEPT / language / "LC_MESSAGES/django.mo"
    with file.open("rb") as stream:
        catalogue: dict[str | tuple[str, int], str] = gettext.GNUTranslations(stream)._catalog  # type: ignore[attr-defined]
    return {message: text for message, text in catalogue.items() if message}


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_survive_translation(language: str) -> None:
    catalogue = read_catalogue(language)
    assert len(catalogue) > 150
    for message, text in catalogue.items():
        original = message if isinstance(message, str) else message[0]
        assert sorted(PLACEHOLDERS.findall(original)) == sorted(PLACEHOLDERS.findall(text))
        assert original.endswith("\n") == text.endswith("\n")


def test_catalogues_are_complete(tmp_path: Path) -> None:
    if not shutil.which("msgfmt"):
        assert os.environ.get("CI") != "true", "GNU gettext is missing"
        pytest.skip("GNU gettext is missing")
    found = find_messages(tmp_path)
    for language in LANGUAGES:
        file = Path(language, "LC_MESSAGES/django.po")
        text = (found / file).read_text(encoding="utf-8")
        assert text == (KEPT / file).read_text(encoding="utf-8"), "run `make catalogues`"
        assert "#, fuzzy" not in text and "#~" not in text
        assert not re.search(r'^msgstr(\[\d\])? ""\n(?!")', text, re.MULTILINE), language
        assert compile_catalogue(KEPT / file) == (KEPT / file).with_suffix(".mo").read_bytes()


@pytest.mark.parametrize(
    ("language", "date"),
    [("de", "31. März 2026"), ("fr", "31 mars 2026"), ("es", "31 de marzo de 2026")],
)
def test_language_code_alone_changes_the_app(
    task_project: BuiltProject, tmp_path: Path, language: str, date: str
) -> None:
    copy = task_project.copy_to(tmp_path / "copy")
    done = copy.manage("shell", "-v0", "-c", TEXTS, LANGUAGE_CODE=language)
    assert done.returncode == 0, done.stderr
    texts = set(json.loads(done.stdout.splitlines()[-1]))
    catalogue = read_catalogue(language)
    foreign = {message for message, text in catalogue.items() if message != text}
    assert date in texts
    assert len(texts & set(catalogue.values())) > 30
    # The rest of the words is the author's own, and written in English here.
    assert texts & foreign <= {"Title", "Status", "Priority", "Done", "Added"}
