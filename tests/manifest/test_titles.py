"""What people call fields, entities and pages, wherever that is said."""

from pathlib import Path
from typing import Any

import pytest

from transformer.diagnostics.resources import read_schema, read_table
from transformer.manifest import read_project

Manifest = dict[str, Any]


def read_manifest(folder: Path, text: str, language: str = "en") -> Manifest:
    """The manifest of a project of one file, in a language."""
    (folder / "dazzle.toml").write_text(
        f'[project]\nname = "sample"\n[modules]\npaths = ["."]\n[app]\nlanguage = "{language}"\n',
        encoding="utf-8",
    )
    (folder / "app.dsl").write_text(text, encoding="utf-8")
    analysis = read_project(folder)
    assert analysis.manifest, analysis.problems
    return dict(analysis.manifest)


def read_codes(folder: Path, text: str) -> list[str]:
    """The codes of what is wrong with a project of one file."""
    (folder / "app.dsl").write_text(text, encoding="utf-8")
    return [problem.code for problem in read_project(folder / "app.dsl").problems]


@pytest.mark.parametrize(
    "words",
    [
        'required "Due on" help="When"',
        '"Due on" required help="When"',
        'help="When" "Due on" required',
        'required "Due on" ="2026-01-31" help="When"',
        'required ="2026-01-31" "Due on" help="When"',
    ],
)
def test_title_and_help_stand_anywhere_behind_the_type(tmp_path: Path, words: str) -> None:
    manifest = read_manifest(tmp_path, f"entity Loan:\n  due: date {words}\n")
    field = manifest["entities"][0]["fields"][1]
    assert (field["title"], field["help"], field["required"]) == ("Due on", "When", True)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ('name: str="x" "Title"', "Title"),
        ('name: str "Title" ="x"', "Title"),
        ('name: enum[a "A", b] "Title"', "Title"),
        ('name: ref Loan "Title"', "Title"),
        ('name: belongs_to Loan "Title" required', "Title"),
        ('name: str "" help=" "', "Name"),
        ('name: str pk "Title"', "Title"),
        ('name: uuid pk "Title"', "Title"),
    ],
)
def test_title_is_no_default_nor_that_of_a_value(tmp_path: Path, line: str, title: str) -> None:
    entity = read_manifest(tmp_path, f"entity Loan:\n  {line}\n")["entities"][0]
    field = next(field for field in entity["fields"] if field["name"] == "name")
    assert (field["title"], field.get("help")) == (title, None)


@pytest.mark.parametrize(
    "line", ['a: str "A" "B"', 'a: str help="A" help="B"', 'a: str regex("x") regex("y")']
)
def test_what_is_said_twice_is_an_error(tmp_path: Path, line: str) -> None:
    assert read_codes(tmp_path, f"entity Loan:\n  {line}\n") == ["duplicate-modifier"]


def test_values_and_relations_have_titles_too(tmp_path: Path) -> None:
    text = """\
archetype Named:
  plural: "nothing's"
  name: str "Full name" help="As on the card"
entity Shelf:
  extends: Named
  books: has_many Book cascade "What stands here"
entity Book:
  extends: Named
  shelf: ref Shelf
  age: computed days_since(bought) "Age in days"
  bought: date
"""
    shelf, book = read_manifest(tmp_path, text)["entities"]
    assert (shelf["plural"], book["plural"]) == ("Shelves", "Books")
    assert shelf["relations"][0]["title"] == "What stands here"
    assert book["computed"][0]["title"] == "Age in days"
    named = [field for field in book["fields"] if field["name"] == "name"]
    assert (named[0]["title"], named[0]["help"]) == ("Full name", "As on the card")


def test_title_is_kept_in_the_heading_of_the_way_back(tmp_path: Path) -> None:
    text = 'entity A:\n  x: ref B "PIN owner"\n  y_z: ref B\nentity B:\n  name: str\n'
    fields = read_manifest(tmp_path, text)["entities"][0]["fields"]
    assert [f["inverse"]["title"] for f in fields[1:]] == ["As (PIN owner)", "As (y z)"]


def test_surface_outweighs_the_field(tmp_path: Path) -> None:
    text = """\
entity Loan:
  due: date "Due on" help="When it is back"
  since: date "Since" help="When it went"
surface list:
  uses entity Loan
  mode: list
  section main:
    field due
surface create:
  uses entity Loan
  mode: create
  section main:
    field due "Back" help="Soon"
    field since
"""
    listing, form = read_manifest(tmp_path, text)["surfaces"]
    assert listing["sections"][0]["fields"] == [{"field": "due", "title": "Due on"}]
    assert form["sections"][0]["fields"] == [
        {"field": "due", "title": "Back", "help": "Soon"},
        {"field": "since", "title": "Since", "help": "When it went"},
    ]


@pytest.mark.parametrize(
    ("plural", "language", "address"),
    [
        ("Leute", "de", "/leute/"),
        ("Ältere Straßen & Wege", "de", "/aeltere-strassen-wege/"),
        ("Ältere Leute", "en", "/altere-leute/"),
        ("Élèves à l'école", "fr", "/eleves-a-l-ecole/"),
        ("할 일", "en", "/people/"),
        ("Admin", "en", "/admin-records/"),
        ("../{key}/%2e", "en", "/key-2e/"),
    ],
)
def test_address_follows_the_plural(
    tmp_path: Path, plural: str, language: str, address: str
) -> None:
    text = f'entity Person:\n  plural: "{plural}"\n  name: str\n'
    entity = read_manifest(tmp_path, text, language)["entities"][0]
    assert (entity["plural"], entity["address"]) == (plural, address)


@pytest.mark.parametrize(
    ("unique", "language", "title"),
    [("", "en", "Children"), (" unique", "en", "Child"), ("", "de", "Untergeordnet")],
)
def test_children_are_called_so_in_the_language_of_the_app(
    tmp_path: Path, unique: str, language: str, title: str
) -> None:
    text = f"entity Part:\n  name: str\n  parent: ref Part{unique}\n"
    field = read_manifest(tmp_path, text, language)["entities"][0]["fields"][-1]
    assert field["inverse"]["title"] == title


def test_field_may_be_called_plural(tmp_path: Path) -> None:
    entity = read_manifest(tmp_path, "entity Word:\n  plural: str\n  title: str\n  help: str\n")
    names = [field["name"] for field in entity["entities"][0]["fields"]]
    assert names == ["id", "plural", "title", "help"]


@pytest.mark.parametrize(
    ("head", "language", "titles"),
    [
        ("Owner:", "en", ["Owners", "Owner", "New owner", "Edit owner"]),
        (
            "ServiceItem:",
            "en",
            ["Service items", "Service item", "New service item", "Edit service item"],
        ),
        (
            'X "Service Item":',
            "en",
            ["Service Items", "Service Item", "New Service Item", "Edit Service Item"],
        ),
        (
            'X "VAT return":',
            "en",
            ["VAT returns", "VAT return", "New VAT return", "Edit VAT return"],
        ),
        (
            'X "Mensch":\n  plural: "Leute"',
            "de",
            ["Leute", "Mensch", "Neu: Mensch", "Bearbeiten: Mensch"],
        ),
        (
            'X "Élève":\n  plural: "Élèves"',
            "fr",
            ["Élèves", "Élève", "Ajouter : Élève", "Modifier : Élève"],
        ),
        (
            'X "$title":\n  plural: "$x $$"',
            "es",
            ["$x $$", "$title", "Añadir: $title", "Editar: $title"],
        ),
    ],
)
def test_pattern_makes_headings(
    tmp_path: Path, head: str, language: str, titles: list[str]
) -> None:
    name = head.partition(":")[0].split()[0]
    text = (
        f"entity {head}\n  name: str\n@use crud_surface_set(entity_name={name}, title_field=name)\n"
    )
    surfaces = read_manifest(tmp_path, text, language)["surfaces"]
    assert [surface["title"] for surface in surfaces] == titles


def test_every_language_has_every_heading() -> None:
    schema, headings = read_schema("manifest")["$defs"], read_table("language/headings")
    assert sorted(headings) == sorted(schema["app"]["properties"]["language"]["enum"])
    modes = schema["surface"]["properties"]["mode"]["enum"]
    for row in headings.values():
        assert sorted(row) == sorted([*modes, "child", "children"])


def test_page_without_a_title_is_called_by_its_name(tmp_path: Path) -> None:
    text = "entity Owner:\n  name: str\nsurface owner_list:\n  uses entity Owner\n  mode: list\n"
    assert read_manifest(tmp_path, text)["surfaces"][0]["title"] == "Owner list"
    said = text.replace("owner_list:", 'owner_list "All of them":') + "  title from entity\n"
    assert read_manifest(tmp_path, said)["surfaces"][0]["title"] == "All of them"


def test_page_of_no_entity_keeps_its_name(tmp_path: Path) -> None:
    text = "entity Owner:\n  name: str\nsurface help_page:\n  mode: custom\n  title from entity\n"
    assert read_manifest(tmp_path, text)["surfaces"][0]["title"] == "Help page"
