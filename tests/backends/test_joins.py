"""Joins: what the query of a list selects along with its rows."""

import subprocess
import sys
from pathlib import Path

from transformer.backends.django.names import spell_names
from transformer.backends.django.select_related import Join, choose_joins, find_join
from transformer.engine.render import render_project
from transformer.manifest import read_project
from transformer.model import build_model


def render_views(tmp_path: Path, text: str) -> str:
    (tmp_path / "app.dsl").write_text(text, encoding="utf-8")
    manifest = read_project(tmp_path / "app.dsl").manifest
    assert manifest
    return render_project(manifest, "django_micro").files["core/views.py"].decode()


def test_one_query_joins_no_more_tables_than_databases_do() -> None:
    joins = [Join(f"part_{number:02}", (2,)) for number in range(70)]
    chosen = choose_joins(2, joins)
    assert len(chosen) == 23  # and the table of the rows themselves
    long = [Join("a__b__c", (2, 2, 2)) for _ in range(20)]
    assert len(choose_joins(1, long)) == 7
    wide = [Join(f"part_{number}", (200,)) for number in range(9)]
    assert [len(choose_joins(own, wide)) for own in (300, 400, 401)] == [3, 3, 2]  # 1,000 columns


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
    views = render_views(tmp_path, text)
    assert 'select_related("city__country")' in views


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
    views = render_views(tmp_path, text)
    assert 'select_related("hen__egg", "layer__egg")' in views
