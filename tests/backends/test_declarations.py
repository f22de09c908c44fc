"""What modules of emitted projects declare, where no example has the combination."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from transformer.backends.django.names import spell_names
from transformer.backends.django.select_related import Join, choose_joins, find_join
from transformer.engine.render import render_project
from transformer.manifest import read_project
from transformer.model import build_model


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


def test_person_that_is_not_shown_is_asked_for_after_what_is(tmp_path: Path) -> None:
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
    forms = render(tmp_path, text)["core/forms.py"]
    assert re.findall(r'^            "(\w+)",$', forms, re.MULTILINE) == ["text", "author"]


def test_no_two_fields_have_one_column(tmp_path: Path) -> None:
    text = """\
entity Step:
  part__a: ref Part
  part__a_id: str
entity Part:
  name: str
"""
    models = render(tmp_path, text)["core/models.py"]
    assert models.count('db_column="part__a_id"') == 1


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


def test_one_query_joins_no_more_tables_than_databases_do() -> None:
    joins = [Join(f"part_{number:02}", (2,)) for number in range(70)]
    chosen = choose_joins(2, joins)
    assert len(chosen) == 23  # and the table of the rows themselves
    long = [Join("a__b__c", (2, 2, 2)) for _ in range(20)]
    assert len(choose_joins(1, long)) == 7
    wide = [Join(f"part_{number}", (200,)) for number in range(9)]
    assert [len(choose_joins(own, wide)) for own in (300, 400, 401)] == [3, 3, 2]  # 1,000 columns


def test_lists_follow_references_only_until_an_entity_comes_again(tmp_path: Path) -> None:
    text = """\
entity Egg:
  layer: ref Hen
  hen: ref Hen
  display_field: hen
entity Hen:
  egg: ref Egg
  display_field: egg
surface eggs:
  uses entity Egg
  mode: list
"""
    views = render(tmp_path, text)["core/views.py"]
    assert 'select_related("hen__egg", "layer__egg")' in views


def test_account_has_as_many_columns_as_that_of_django(tmp_path: Path) -> None:
    (tmp_path / "app.dsl").write_text("entity Note:\n  by: ref User\n", encoding="utf-8")
    manifest = read_project(tmp_path / "app.dsl").manifest
    assert manifest
    model = build_model(manifest)
    script = (
        "from django.conf import settings;"
        "settings.configure(INSTALLED_APPS=['django.contrib.contenttypes', 'django.contrib.auth']);"
        "import django; django.setup(); from django.contrib.auth.models import User;"
        "print(len(User._meta.concrete_fields))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    join = find_join(model.entity("Note").field("by"), spell_names(model))
    assert join == Join("by", (int(done.stdout),))


def test_what_is_declared_twice_is_there_once(tmp_path: Path) -> None:
    text = "entity Note:\n  a: str\n  b: str\n" + "  index: a, b\n  unique b, a\n" * 2
    models = render(tmp_path, text)["core/models.py"]
    assert len(re.findall(r"(?:Index|UniqueConstraint)\(", models)) == 2


def test_names_that_modules_use_are_taken(tmp_path: Path) -> None:
    text = "entity Decimal:\n  name: str\nentity Truncator:\n  part: ref Decimal\n"
    models = render(tmp_path, text)["core/models.py"]
    assert re.findall(r"^class (\w+)", models, re.MULTILINE) == ["DecimalRecord", "TruncatorRecord"]


def test_lists_follow_references_to_what_they_show(tmp_path: Path) -> None:
    text = """\
entity Country:
  name: str required
entity City:
  country: ref Country required
  display_field: country
entity House:
  city: ref City
  street: str
surface houses:
  uses entity House
  mode: list
"""
    views = render(tmp_path, text)["core/views.py"]
    assert 'select_related("city__country")' in views


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
