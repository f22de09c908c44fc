"""What modules of emitted projects declare, where no example has the combination."""

import re
from pathlib import Path

import pytest

from transformer.engine.render import render_project
from transformer.manifest import read_project


def render(tmp_path: Path, text: str) -> dict[str, str]:
    """Path → text of the modules of a project in Python."""
    (tmp_path / "app.dsl").write_text(text, encoding="utf-8")
    analysis = read_project(tmp_path / "app.dsl")
    assert analysis.manifest, analysis.problems
    files = render_project(analysis.manifest, "django_micro").files
    return {path: text.decode() for path, text in files.items() if path.endswith(".py")}


def test_reference_looks_into_nothing_sensitive(tmp_path: Path) -> None:
    text = """\
entity Person:
  name: str required
  town: str
  ssn: str sensitive
  code: str pii(category=identity)
  search: ssn, town, code, name
entity Visit:
  who: ref Person
surface visit_create:
  uses entity Visit
  mode: create
"""
    forms = render(tmp_path, text)["core/forms.py"]
    assert re.findall(r"Reference\((\[.*\])\)", forms) == ['["name", "town"]']


def test_person_that_is_shown_is_asked_for_once(tmp_path: Path) -> None:
    text = """\
entity Member:
  auth: identity
  name: str required
  email: email required unique
entity Note:
  text: str required
  author: ref Member required
surface note_create:
  uses entity Note
  mode: create
  section main:
    field text "Text"
  ux:
    show: author, text
"""
    forms = render(tmp_path, text)["core/forms.py"]
    assert re.findall(r'^            "(\w+)",$', forms, re.MULTILINE) == ["author", "text"]


def test_person_that_is_required_is_whoever_is_signed_in(tmp_path: Path) -> None:
    text = """\
entity Member:
  auth: identity
  name: str required
  email: email required unique
entity Note:
  text: str required
  author: ref Member required
surface note_create:
  uses entity Note
  mode: create
  section main:
    field text "Text"
"""
    files = render(tmp_path, text)
    assert re.findall(r'^            "(\w+)",$', files["core/forms.py"], re.MULTILINE) == ["text"]
    assert 'account_fields = ["author"]' in files["core/views.py"]


def test_what_people_need_keeps_the_titles_of_sections(tmp_path: Path) -> None:
    text = """\
entity Note:
  text: str required
  place: str
surface note_create:
  uses entity Note
  mode: create
  section main:
    field text "What"
    field place "Where"
  ux:
    show: text
"""
    forms = render(tmp_path, text)["core/forms.py"]
    assert re.findall(r'^            "(\w+)",$', forms, re.MULTILINE) == ["text"]
    assert '"text": "What"' in forms


@pytest.mark.parametrize("name", ["part__a_id", "Part__A_id"])  # databases ignore their case
def test_no_two_fields_have_one_column(tmp_path: Path, name: str) -> None:
    text = f"entity Step:\n  part__a: ref Part\n  {name}: str\nentity Part:\n  name: str\n"
    models = render(tmp_path, text)["core/models.py"]
    assert re.findall('db_column="(.*)"', models) == ["part__a_id"]


def test_tests_of_an_entity_have_a_name_that_no_entity_has(tmp_path: Path) -> None:
    text = ""
    for name in ("Task", "TaskTests"):
        text += f"entity {name}:\n  title: str\n"
        text += f"surface {name}_list:\n  uses entity {name}\n  mode: list\n"
    modules = render(tmp_path, text)
    made = {
        *re.findall(r"^class (Task\w*)\(", modules["core/models.py"], re.MULTILINE),
        *re.findall(r"^class (Task\w*)\(", modules["core/tests.py"], re.MULTILINE),
    }
    assert made == {"Task", "TaskTests", "TaskTestsOfPages", "TaskTestsTests"}


def test_class_of_values_has_the_name_of_its_field(tmp_path: Path) -> None:
    text = """\
enum Level:
  low
  high
entity Task:
  kind: Level
  kind_: enum[a, b]
  part_of: str
  part__of: enum[c, d]
"""
    models = render(tmp_path, text)["core/models.py"]
    assert re.findall(r"class (\w+)\(models\.TextChoices", models) == ["Level", "Kind", "PartOf"]


def test_rows_are_sorted_by_the_key_of_a_reference(tmp_path: Path) -> None:
    text = """\
entity Seat:
  row: ref Row required
  display_field: row
entity Row:
  seat: ref Seat
  display_field: seat
"""
    models = render(tmp_path, text)["core/models.py"]
    assert re.findall(r"ordering = (\[.*\])", models) == ['["row_id", "pk"]', '["seat_id", "pk"]']
    # Their texts don't ask for each other without end either.
    assert "str(self.row)" not in models and "str(self.seat)" not in models


@pytest.mark.parametrize(("modifier", "has_import"), [("", True), (" required", False)])
def test_rows_come_from_files_unless_each_needs_one_of_its_own(
    tmp_path: Path, modifier: str, has_import: bool
) -> None:
    (tmp_path / "dsl").mkdir()
    settings = '[project]\nname = "a"\n[features]\nimport = true\n'
    (tmp_path / "dazzle.toml").write_text(settings, encoding="utf-8")
    text = f"entity Note:\n  name: str required\n  scan: file{modifier}\n"
    for mode in ("list", "create"):
        text += f"surface note_{mode}:\n  uses entity Note\n  mode: {mode}\n"
    (tmp_path / "dsl/app.dsl").write_text(text, encoding="utf-8")
    manifest = read_project(tmp_path).manifest
    assert manifest
    views = render_project(manifest, "django_micro").files["core/views.py"].decode()
    assert ("class NoteImportView(" in views) is has_import


def test_what_is_declared_twice_is_there_once(tmp_path: Path) -> None:
    text = "entity Note:\n  a: str\n  b: str\n" + "  index: a, b\n  unique b, a\n" * 2
    models = render(tmp_path, text)["core/models.py"]
    assert len(re.findall(r"(?:Index|UniqueConstraint)\(", models)) == 2


def test_names_that_modules_use_are_taken(tmp_path: Path) -> None:
    text = "entity Decimal:\n  name: str\nentity Truncator:\n  part: ref Decimal\n"
    models = render(tmp_path, text)["core/models.py"]
    found = re.findall(r"^class (\w+)", models, re.MULTILINE)
    assert found == ["User", "DecimalRecord", "TruncatorRecord"]


WIDGETS = """\
entity Note:
  words: text
  more: text max(90)
  data: json
  scan: image
surface note_create:
  uses entity Note
  mode: create
  section main:
    field words "Words" {words}
    field more "More" {more}
    field data "Data"
    field scan "Scan"
"""


def find_widgets(tmp_path: Path, words: str, more: str) -> dict[str, str]:
    forms = render(tmp_path, WIDGETS.format(words=words, more=more))["core/forms.py"]
    return dict(re.findall(r'"(\w+)": (forms\.\w+\(.*\)),', forms))


def test_input_of_one_line_has_no_rows(tmp_path: Path) -> None:
    found = find_widgets(tmp_path, "widget=input", 'widget=input placeholder="Few"')
    assert found["words"] == "forms.TextInput()"
    assert found["more"] == 'forms.TextInput(attrs={"placeholder": "Few"})'
    assert found["data"] == 'forms.Textarea(attrs={"rows": 4})'


def test_area_that_is_asked_for_keeps_its_rows(tmp_path: Path) -> None:
    found = find_widgets(tmp_path, "widget=textarea", "")
    assert found["words"] == found["more"] == 'forms.Textarea(attrs={"rows": 4})'


def test_text_of_digits_stays_a_text(tmp_path: Path) -> None:
    text = """\
entity Book:
  isbn: str regex("^[0-9]*$", message="13")
  pages: int min(-1) max(9)
  notes: text
surface book_create:
  uses entity Book
  mode: create
  section main:
    field isbn "ISBN" placeholder="007"
    field pages "Pages" placeholder="12"
    field notes "Notes"
"""
    forms = render(tmp_path, text)["core/forms.py"]
    found = dict(re.findall(r'"(\w+)": forms\.\w+\(\s*attrs=(\{.*\})', forms))
    assert found == {
        "isbn": '{"title": "13", "placeholder": "007"}',
        "pages": '{"min": -1, "max": 9, "placeholder": "12"}',
        "notes": '{"rows": 4}',
    }
