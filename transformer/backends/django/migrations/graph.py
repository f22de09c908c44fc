"""The migrations that an app has: which of them may be made anew, and two last ones made one."""

import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from django.db.migrations import (
    CreateModel,
    DeleteModel,
    Migration,
    RenameField,
    RenameModel,
    RunPython,
    RunSQL,
    SeparateDatabaseAndState,
)
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.base import Operation
from django.db.migrations.writer import MigrationWriter

from transformer.backends.django.migrations.databases import Database, OutOfReachError
from transformer.backends.django.migrations.layout import lay_out_migration
from transformer.backends.django.migrations.requests import Rename, Written

_LONGEST_NAME = 60
_OPAQUE = (RunPython, RunSQL, SeparateDatabaseAndState)


def drop_replaceable(
    loader: MigrationLoader, app: str, names: Collection[str], databases: Sequence[Database]
) -> list[Migration]:
    """Drop from a loader the last migrations that no database has, of those that may be dropped.

    That every database can be read has to be certain, and that there is one.
    """
    dropped: list[Migration] = []
    if not names or not databases:
        return dropped
    try:
        applied = set[str]().union(*(each.list_applied(app) for each in databases))
    except OutOfReachError:
        return dropped
    while leaf := _find_leaf(loader, app, {*names} - applied):
        dropped.append(loader.disk_migrations[app, leaf])
        _find_file(loader, app, leaf).unlink()
        loader.build_graph()
    return dropped


def _find_leaf(loader: MigrationLoader, app: str, names: Collection[str]) -> str | None:
    """Find a migration that no other one builds on."""
    keys: list[tuple[str, str]] = loader.graph.leaf_nodes(app)
    for key in keys:
        if key[1] in names and not loader.graph.node_map[key].children:
            return key[1]
    return None


def _find_file(loader: MigrationLoader, app: str, name: str) -> Path:
    module, _ = loader.migrations_module(app)
    assert module
    return Path(sys.path[0], *module.split("."), f"{name}.py")


def list_renames(migrations: Iterable[Migration]) -> Iterator[Rename]:
    """List what migrations renamed."""
    for migration in migrations:
        for each in migration.operations:
            if isinstance(each, RenameModel):
                yield "", each.old_name, each.new_name
            elif isinstance(each, RenameField):
                yield each.model_name, each.old_name, each.new_name


def merge_leaves(loader: MigrationLoader, app: str) -> Written | None:
    """Make one line of two that came together, if there are two; ValueError if they clash."""
    found: Collection[str] = loader.detect_conflicts().get(app, ())
    leaves = sorted(found)
    if not leaves:
        return None
    check_branches(loader, app, leaves)
    number = max(int(name[:4]) for name in leaves if name[:4].isdigit()) + 1
    needed = [(app, each) for each in leaves]
    tails = "_".join(name[5:] for name in leaves)
    name = f"{number:04}_merge_{tails}"[:_LONGEST_NAME].rstrip("_")
    made: type[Migration] = type("Migration", (Migration,), {"dependencies": needed})
    merge = made(name, app)
    text = lay_out_migration(MigrationWriter(merge, False).as_string())
    _find_file(loader, app, name).write_text(text, encoding="utf-8")
    loader.build_graph()
    return {"name": name, "text": text}


class ClashError(ValueError):
    """Raised if two migrations do something to the same part; its arguments are their names."""


def check_branches(loader: MigrationLoader, app: str, leaves: Sequence[str]) -> None:
    """Check that no two of the branches do something to the same part.

    Raises ClashError.
    """
    lines = {leaf: set(loader.graph.forwards_plan((app, leaf))) for leaf in leaves}
    shared = set.intersection(*lines.values())
    touched: dict[tuple[str, str], str] = {}
    for leaf, line in lines.items():
        for key in sorted(line - shared):
            for operation in loader.disk_migrations[key].operations:
                for part in list_touched(operation):
                    for other, by in touched.items():
                        if by != leaf and _clash(part, other):
                            raise ClashError(by, leaf)
                    touched[part] = leaf


def list_touched(operation: Operation) -> Iterator[tuple[str, str]]:
    """List the parts that an operation changes; `*` is all of a model, or of all models."""
    if isinstance(operation, _OPAQUE):
        yield "*", "*"
    elif isinstance(operation, RenameModel):
        yield operation.old_name_lower, "*"
        yield operation.new_name_lower, "*"
    elif isinstance(operation, CreateModel | DeleteModel):
        yield operation.name_lower, "*"
    elif isinstance(operation, RenameField):
        yield operation.model_name_lower, operation.old_name_lower
        yield operation.model_name_lower, operation.new_name_lower
    else:
        yield _name_part(operation)


def _name_part(operation: Operation) -> tuple[str, str]:
    """Name the part of a model that an operation is about; `(options)` if it is none."""
    holders = [operation, *(getattr(operation, word, None) for word in ("index", "constraint"))]
    named = (getattr(each, "name", None) for each in holders)
    names = [str(name).lower() for name in named if name]
    model = getattr(operation, "model_name", None)
    return (str(model).lower(), (names or ["*"])[0]) if model else (names[0], "(options)")


def _clash(one: tuple[str, str], other: tuple[str, str]) -> bool:
    return all(a == b or "*" in (a, b) for a, b in zip(one, other, strict=True))
