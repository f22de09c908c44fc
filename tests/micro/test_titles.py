"""What fields and entities are called, in everything that an app says."""

import html
import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.projects import BuiltProject, run_dazzle

NAME = """<i>Name</i> {{ 7*7 }} {% now 'Y' %} %(x)s \\"""  # ends with a backslash
HELP = """<b>Help</b> & {# c #} 100% "quoted\""""
WRONG = """100% <b>wrong</b> %(value)s {% now 'Y' %}"""
PLURAL = """Leute <u> 50 %} {{ x }}"""
PERSON = """a "b" {{ x }} %} \\n 'c'"""


def quote(text: str) -> str:
    """The text as a string of the language."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


PROJECT = f"""\
app people "{{{{ 1 }}}} %}} \\"People\\"":
entity Person {quote(PERSON)}:
  plural: {quote(PLURAL)}
  name: str(60) required {quote(NAME)} help={quote(HELP)}
  code: str(9) regex("[a-z]*", message={quote(WRONG)}) "eCode"
  boss: ref Person {quote(NAME)} help={quote(HELP)}
  fixed: datetime auto_add "Made" help={quote(HELP)}
surface person_list:
  uses entity Person
  mode: list
surface person_view:
  uses entity Person
  mode: view
surface person_create:
  uses entity Person
  mode: create
surface person_edit:
  uses entity Person
  mode: edit
  section main:
    field name "Own name" help="Own help"
    field code
"""
ASK = """\
import json
from django.contrib.auth import get_user_model
from django.test import Client
from core.models import Person
client = Client(HTTP_HOST="localhost")
client.force_login(get_user_model().objects.create_superuser("tester"))
row = Person.objects.create(name="Ada", code="ada")
said = {}
for page in ("", "leute-u-50-x/", "leute-u-50-x/new/", f"leute-u-50-x/{row.pk}/edit/",
             "admin/", "admin/core/person/add/", "leute-u-50-x/?export=csv"):
    answer = client.get(f"/{page}")
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    said[page.replace(str(row.pk), "KEY")] = content.decode()
for page in ("leute-u-50-x/new/", "admin/core/person/add/"):
    said[f"wrong {page}"] = client.post(f"/{page}", {"name": "x", "code": "X"}).content.decode()
print(json.dumps(said))
"""


def build(folder: Path, text: str, *words: str) -> BuiltProject:
    """The app of a project of one file."""
    (folder / "people.dsl").write_text(text, encoding="utf-8")
    done = run_dazzle(folder, "build", "people.dsl", "--output", "out", *words)
    assert done.returncode == 0, done.stdout + done.stderr
    return BuiltProject("people", folder / "out/django_micro")


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> BuiltProject:
    """An app whose author calls everything something awkward."""
    return build(tmp_path_factory.mktemp("titles"), PROJECT)


@pytest.fixture(scope="module")
def pages(app: BuiltProject) -> dict[str, str]:
    """What its pages say, entities of HTML resolved to those of `html.escape`."""
    assert app.manage("migrate", "--verbosity=0").returncode == 0
    done = app.manage("shell", "-v0", "-c", ASK)
    assert done.returncode == 0, done.stderr
    said: dict[str, str] = json.loads(done.stdout.splitlines()[-1])
    return said


def shows(page: str, text: str) -> bool:
    """Whether a page of HTML has the text, as a text."""
    flat = page.replace("&#123;", "{").replace("&#37;", "%").replace("&#92;", "\\")
    return html.escape(text) in flat.replace("&#39;", "&#x27;")


@pytest.mark.parametrize("page", ["leute-u-50-x/new/", "admin/core/person/add/"])
def test_forms_show_title_and_help_as_texts(pages: dict[str, str], page: str) -> None:
    assert shows(pages[page], NAME)
    assert shows(pages[page], HELP)
    assert pages[page].count(html.escape("<b>Help</b>")) >= 2  # the reference has it too
    assert "<b>Help" not in pages[page] and "<i>Name" not in pages[page]


def test_label_keeps_its_first_letter(pages: dict[str, str]) -> None:
    assert ">eCode" in pages["leute-u-50-x/new/"]
    assert 'data-label="eCode"' in pages["leute-u-50-x/"]


def test_surface_says_something_else(pages: dict[str, str]) -> None:
    page = pages["leute-u-50-x/KEY/edit/"]
    assert "Own name" in page and "Own help" in page
    assert not shows(page, HELP)


@pytest.mark.parametrize("page", ["leute-u-50-x/new/", "admin/core/person/add/"])
def test_text_that_does_not_match_gets_the_message(pages: dict[str, str], page: str) -> None:
    assert shows(pages[f"wrong {page}"], WRONG)
    assert "<b>wrong" not in pages[f"wrong {page}"]


def test_input_says_what_it_takes(pages: dict[str, str]) -> None:
    assert f'title="{html.escape(WRONG)}"' in pages["leute-u-50-x/new/"]


def test_menu_and_home_have_the_plural(pages: dict[str, str]) -> None:
    assert pages[""].count(html.escape(PLURAL)) >= 1
    assert shows(pages["admin/"], PLURAL)
    assert shows(pages["admin/"], '{{ 1 }} %} "People"')


def test_button_of_a_list_names_what_it_adds(pages: dict[str, str]) -> None:
    assert shows(pages["leute-u-50-x/"], f"Add {PERSON}")


def test_file_has_titles_in_its_head(pages: dict[str, str]) -> None:
    head = pages["leute-u-50-x/?export=csv"].splitlines()[0]
    assert NAME in head.replace('""', '"') and "eCode" in head


def test_changed_title_makes_a_migration(tmp_path: Path) -> None:
    build(tmp_path, PROJECT)
    changed = PROJECT.replace('"eCode"', '"Number" help="New"').replace("Leute", "Menschen")
    app = build(tmp_path, changed.replace("wrong", "false"))
    text = "".join(
        file.read_text(encoding="utf-8") for file in app.folder.glob("core/migrations/0002*.py")
    )
    assert '"Menschen <u>' in text and "help_text='New'" in text.replace('"', "'")
    assert "<b>false</b>" in text and "AlterField" in text
    done = app.manage("makemigrations", "--check", "--dry-run")
    assert done.returncode == 0, done.stdout


def test_api_says_it_all(tmp_path: Path) -> None:
    (tmp_path / "people.dsl").write_text(PROJECT, encoding="utf-8")
    done = run_dazzle(tmp_path, "build", "people.dsl", "--backend", "openapi", "--output", "out")
    assert done.returncode == 0, done.stdout
    (file,) = tmp_path.glob("out/**/openapi.yaml")
    found: Any = yaml.safe_load(file.read_text(encoding="utf-8"))
    schemas = found["components"]["schemas"]
    for schema in ("Person", "Person.create"):
        name, code = (schemas[schema]["properties"][key] for key in ("name", "code"))
        # A description is CommonMark, in which a `<` may begin a tag.
        assert (name["title"], name["description"]) == (NAME, HELP.replace("<", "&lt;"))
        assert WRONG in json.dumps(code, ensure_ascii=False) and code["title"] == "eCode"
    assert schemas["Person.edit"]["properties"]["name"]["description"] == "Own help"
    assert PLURAL in {each["x-displayName"] for each in found["tags"]}
