"""The admin of emitted projects: what it shows, what nobody may change, and where it searches."""

import re
from pathlib import Path

import pytest

from transformer.engine.render import render_project
from transformer.manifest import read_project


def render_admin(tmp_path: Path, text: str) -> str:
    """The module of the admin, with each tuple on one line."""
    (tmp_path / "app.dsl").write_text(text, encoding="utf-8")
    manifest = read_project(tmp_path / "app.dsl").manifest
    assert manifest
    text = render_project(manifest, "django_micro").files["core/admin.py"].decode()
    return re.sub(r",? ?\)", ")", re.sub(r"\s+", " ", text).replace("( ", "("))


def test_admin_drills_down_by_when_rows_were_made(tmp_path: Path) -> None:
    text = "entity Task:\n  title: str\n  due: date\n  made: datetime auto_add\n"
    assert 'date_hierarchy = "made"' in render_admin(tmp_path, text)
    text = text.replace(" auto_add", "")
    assert 'date_hierarchy = "due"' in render_admin(tmp_path, text)


@pytest.mark.parametrize(
    ("key", "fixed"),
    [("", '"id", "made"'), ("  code: str(9) pk\n", '"made"')],
)
def test_nobody_changes_what_the_app_fills_in(tmp_path: Path, key: str, fixed: str) -> None:
    text = f"entity Task:\n{key}  title: str\n  made: datetime auto_add\n"
    assert f"readonly_fields = ({fixed})" in render_admin(tmp_path, text)


def test_admin_can_be_searched_also_where_nothing_is_text(tmp_path: Path) -> None:
    text = "entity Task:\n  title: str\nentity Size:\n  width: int\n"
    admin = render_admin(tmp_path, text)
    assert re.findall(r"search_fields = \(\"(\w+)\"", admin) == ["title", "pk"]


def test_two_classes_never_have_one_name(tmp_path: Path) -> None:
    admin = render_admin(tmp_path, "entity Task:\n  a: str\nentity TaskAdmin:\n  a: str\n")
    assert re.findall(r"class (\w+)\(", admin) == ["UserAdmin", "TaskAdmin2", "TaskAdminAdmin"]
