"""The first migration: what it makes, and in which order."""

import re
from pathlib import Path

from transformer.engine.render import render_project
from transformer.manifest import read_project


def list_operations(tmp_path: Path, text: str) -> list[tuple[str, str]]:
    """List the operations, each with the first name that it says, that of a model."""
    (tmp_path / "app.dsl").write_text(text, encoding="utf-8")
    manifest = read_project(tmp_path / "app.dsl").manifest
    assert manifest
    files = render_project(manifest, "django_micro").files
    migration = files["core/migrations/0001_initial.py"].decode()
    return re.findall(r'migrations\.(\w+)\(\s*(?:model_)?name="(\w+)"', migration)


def test_models_come_after_those_that_they_refer_to(tmp_path: Path) -> None:
    text = """\
entity Shelf:
  book: ref Book
  author: ref Author
  unique book, author
entity Book:
  author: ref Author
entity Author:
  teacher: ref Author
"""
    assert list_operations(tmp_path, text) == [
        ("CreateModel", "User"),
        ("CreateModel", "Author"),
        ("CreateModel", "Book"),
        ("CreateModel", "Shelf"),
    ]


def test_what_needs_a_later_model_is_added_at_the_end(tmp_path: Path) -> None:
    text = """\
entity Book:
  title: str
  year: int
  author: ref Author
  unique title, year
  unique title, author
  index author, year
entity Author:
  best: ref Book
"""
    assert list_operations(tmp_path, text) == [
        ("CreateModel", "User"),
        ("CreateModel", "Book"),
        ("CreateModel", "Author"),
        ("AddField", "book"),
        ("AddConstraint", "book"),
        ("AddIndex", "book"),
    ]
