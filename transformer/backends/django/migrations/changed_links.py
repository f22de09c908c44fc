"""Links of many on both sides that lead to rows of another model than before."""

from collections.abc import Iterable, Iterator

from django.db.migrations import AddField, AlterField, RemoveField
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ModelState, ProjectState

from transformer.backends.django.migrations.field_kinds import find_target


def replace_changed_links(
    operations: Iterable[Operation], before: ProjectState, app: str
) -> Iterator[Operation]:
    """Let links to another model be new ones: Django would keep the keys of the earlier rows."""
    for operation in operations:
        if isinstance(operation, AlterField) and _leads_elsewhere(operation, before, app):
            yield RemoveField(operation.model_name, operation.name)
            yield AddField(operation.model_name, operation.name, operation.field)
        else:
            yield operation


def _leads_elsewhere(operation: AlterField, before: ProjectState, app: str) -> bool:
    model: ModelState = before.models[app, operation.model_name_lower]
    old, new = model.fields[operation.name], operation.field
    return bool(new.many_to_many) and find_target(old) != find_target(new)
