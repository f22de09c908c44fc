"""The names of the form classes."""

import re
from pathlib import Path

import pytest

from transformer.engine.render import render_project
from transformer.manifest import read_project

ENTITY = "entity Patient:\n  name: str required\n  phone: str\n  notes: text\n"
PAGES = {
    "create": "create",
    "edit": "edit",
    "walk_in": "create",
    "call_back": "custom",
}


def write_page(name: str, fields: str) -> str:
    """A surface with a form that asks for some fields."""
    shown = "".join(f"    field {field}\n" for field in fields.split())
    head = f"surface {name}:\n  uses entity Patient\n  mode: {PAGES[name]}\n"
    return f"{head}  section main:\n{shown}"


@pytest.mark.parametrize(
    ("pages", "names"),
    [
        ({"create": "name"}, {"create": "PatientForm"}),
        ({"create": "name", "edit": "name"}, dict.fromkeys(["create", "edit"], "PatientForm")),
        (
            {"create": "name", "edit": "name phone"},
            {"create": "PatientCreateForm", "edit": "PatientEditForm"},
        ),
        (
            {"walk_in": "name", "create": "name phone", "edit": "name phone"},
            {"walk_in": "PatientCreateForm", "create": "PatientForm", "edit": "PatientForm"},
        ),
        (
            {"create": "name phone", "walk_in": "name", "call_back": "name notes"},
            {"create": "PatientCreateForm", "walk_in": "WalkInForm", "call_back": "CallBackForm"},
        ),
    ],
)
def test_form_is_named_after_what_uses_it(
    tmp_path: Path, pages: dict[str, str], names: dict[str, str]
) -> None:
    text = ENTITY + "".join(write_page(name, fields) for name, fields in pages.items())
    (tmp_path / "app.dsl").write_text(text, encoding="utf-8")
    manifest = read_project(tmp_path / "app.dsl").manifest
    assert manifest
    views = render_project(manifest, "django_micro").files["core/views.py"].decode()
    found = re.findall(r"form_class = forms\.(\w+)", views)
    assert dict(zip(pages, found, strict=True)) == names
