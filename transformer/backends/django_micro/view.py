"""What `django_micro` does in Python: the words of its templates, and migrations."""

from collections.abc import Mapping
from typing import Any

from transformer.backends.django.migrations.changes import Migrations
from transformer.backends.django.migrations.renames import list_renames
from transformer.backends.django_micro.context import view_project
from transformer.output.history import History


def make_context(manifest: Mapping[str, Any]) -> Mapping[str, Any]:
    """Make the pieces of Python and HTML that the templates place."""
    return view_project(manifest)


def make_history(manifest: Mapping[str, Any]) -> History:
    """Make the migrations that follow from a change of the models."""
    return Migrations(tuple(list_renames(manifest)))
