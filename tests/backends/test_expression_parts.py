"""What compiled expressions and rules say where no example has the combination."""

from pathlib import Path

from transformer.backends.django.code import refer_to
from transformer.backends.django.expressions.compiler import compile_filter, compile_test
from transformer.backends.django.expressions.python_nodes import negate_python
from transformer.backends.django.names import spell_names
from transformer.backends.django.printing import spell
from transformer.engine.omissions import find_omissions
from transformer.engine.refused_parts import find_refusals
from transformer.engine.render import render_project
from transformer.manifest import read_project
from transformer.model import Model, build_model

PEOPLE = """\
entity Person:
  name: str required
  pass: has_one Pass
  born: date sensitive
  seen: date
  age: computed days_since(born)
  away: computed days_since(seen)
  invariant: pass is null or name != "x"
entity Pass:
  holder: ref Person required unique
entity Note:
  author: ref User
  text: str
  at: datetime
  made: datetime auto_add
  changed: datetime auto_update
  mine: computed author = current_user
  invariant: not (author.last_login < at)
  invariant: changed >= made
  invariant: mine or text is null
"""


def read_model(tmp_path: Path) -> Model:
    return build_model(read_manifest(tmp_path))


def read_manifest(tmp_path: Path) -> dict[str, object]:
    file = tmp_path / "app.dsl"
    file.write_text(PEOPLE, encoding="utf-8")
    analysis = read_project(file)
    assert analysis.manifest, analysis.problems
    return analysis.manifest


def test_opposite_needs_the_same_imports() -> None:
    assert negate_python(refer_to("functions.has_text").call()).names == {"functions"}


def test_record_of_a_relation_is_asked_for_by_its_key(tmp_path: Path) -> None:
    model = read_model(tmp_path)
    person = model.entity("Person")
    source = spell(compile_test(person.invariants[0].condition, person, spell_names(model)))
    assert '"pk"' in source.replace("'", '"')


def test_what_an_account_has_may_be_missing(tmp_path: Path) -> None:
    model = read_model(tmp_path)
    note = model.entity("Note")
    source = spell(compile_filter(note.invariants[0].condition, note, spell_names(model)))
    assert "author__last_login__isnull=True" in source


def test_rule_by_way_of_a_value_about_people_is_not_built(tmp_path: Path) -> None:
    manifest = read_manifest(tmp_path)
    left = {path for each in find_omissions(manifest, "django_micro") for path in each.paths}
    assert "entities/2/computed/0" in left
    refused = [(each.code, each.path) for each in find_refusals(manifest, "django_micro")]
    assert refused == [("invariant-locks", "entities/2/invariants/2")]


def test_two_moments_that_django_takes_are_no_check(tmp_path: Path) -> None:
    files = render_project(read_manifest(tmp_path), "django_micro").files
    assert b"DatabaseCheck" not in files["core/models.py"]


def test_value_from_something_sensitive_is_sensitive(tmp_path: Path) -> None:
    age, away = read_model(tmp_path).entity("Person").computed
    assert (age.sensitive, away.sensitive) == (True, False)
