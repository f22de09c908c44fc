"""What emitted apps say in other languages than English."""

import gettext
import json
import os
import re
import shutil
from pathlib import Path

import pytest

from tests.projects import ROOT, run_python
from tools.catalogues import (
    API,
    KEPT,
    LANGUAGES,
    PAGES,
    Part,
    build_app,
    compile_catalogue,
    find_messages,
)

Catalogue = dict[str | tuple[str, int], str]

PLACEHOLDERS = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")

OPEN = re.compile(r"%\\?\(\w+\\?\)[sd]|%[sd]|\\\{\w*\\\}")
# Words of the app's own author, who wrote in English.
AUTHORED = {"Title", "Status", "Priority", "Done", "Added", "Add a task", "History"}


@pytest.fixture(scope="module")
def full_app(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The to-do app with every feature."""
    folder = tmp_path_factory.mktemp("languages")
    build_app("simple_task", folder)
    shutil.copytree(KEPT, folder / "django_micro/pages/locale")
    return folder / "django_micro"


def list_left(texts: set[str], catalogue: Catalogue) -> list[str]:
    """Texts that are still in English, whatever stands in their placeholders."""
    keys = (key if isinstance(key, str) else key[0] for key, text in catalogue.items())
    foreign = [message for message in keys if message not in catalogue.values()]
    patterns = [OPEN.sub(".+?", re.escape(" ".join(message.split()))) for message in foreign]
    english = re.compile("|".join(pattern for pattern in patterns if re.search("[a-z]", pattern)))
    said = {text.removesuffix(" · Simple Task") for text in texts}
    return sorted(text for text in said - AUTHORED if english.fullmatch(text))


def read_catalogue(language: str) -> Catalogue:
    """Message, or message and number of its plural form → translation."""
    file = KEPT / language / "LC_MESSAGES/django.mo"
    with file.open("rb") as stream:
        catalogue: Catalogue = gettext.GNUTranslations(stream)._catalog  # type: ignore[attr-defined]
    return {message: text for message, text in catalogue.items() if message}


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_survive_translation(language: str) -> None:
    catalogue = read_catalogue(language)
    assert len(catalogue) > 150
    for message, text in catalogue.items():
        original = message if isinstance(message, str) else message[0]
        assert sorted(PLACEHOLDERS.findall(original)) == sorted(PLACEHOLDERS.findall(text))
        assert original.endswith("\n") == text.endswith("\n")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_count_is_translated(language: str) -> None:
    with (KEPT / language / "LC_MESSAGES/django.mo").open("rb") as stream:
        translations = gettext.GNUTranslations(stream)
    for count in (0, 1, 2, 5, 21, 1_000_000):
        text = translations.ngettext("%d row was deleted.", "%d rows were deleted.", count)
        assert text not in ("%d row was deleted.", "%d rows were deleted."), count


@pytest.mark.parametrize("part", [PAGES, API], ids=["pages", "api"])
def test_catalogues_are_complete(part: Part, tmp_path: Path) -> None:
    if not shutil.which("msgfmt"):
        assert os.environ.get("CI") != "true", "GNU gettext is missing"
        pytest.skip("GNU gettext is missing")
    found = find_messages(tmp_path, part)
    for language in LANGUAGES:
        file = Path(language, "LC_MESSAGES/django.po")
        text = (found / file).read_text(encoding="utf-8")
        assert text == (part.kept / file).read_text(encoding="utf-8"), "run `make catalogues`"
        assert "#, fuzzy" not in text and "#~" not in text
        assert not re.search(r'^msgstr(\[\d\])? ""\n(?!")', text, re.MULTILINE), language
        kept = part.kept / file
        assert compile_catalogue(kept) == kept.with_suffix(".mo").read_bytes()


@pytest.mark.parametrize(
    ("language", "date"),
    [("de", "31. März 2026"), ("fr", "31 mars 2026"), ("es", "31 de marzo de 2026")],
)
def test_language_code_alone_changes_the_app(full_app: Path, language: str, date: str) -> None:
    settings = {"LANGUAGE_CODE": language, "PYTHONPATH": str(ROOT)}
    done = run_python(full_app, "-m", "tests.micro.words", **settings)
    assert done.returncode == 0, done.stderr
    texts = set(json.loads(done.stdout.splitlines()[-1]))
    catalogue = read_catalogue(language)
    assert date in texts
    assert any("1,0\N{NO-BREAK SPACE}" in text for text in texts)  # megabytes of a file
    # Django's admin has words of its own for some of these.
    assert catalogue["Save and add another"] in texts
    assert catalogue["Hello,"] in texts
    assert len(texts & set(catalogue.values())) > 90
    assert list_left(texts, catalogue) == []


def test_own_tests_pass_in_every_language(full_app: Path) -> None:
    done = run_python(full_app, "manage.py", "test", LANGUAGE_CODE="de")
    assert done.returncode == 0, done.stderr
