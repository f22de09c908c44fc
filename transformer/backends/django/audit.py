"""Which changes of records are kept, and which of their values are masked."""

from collections.abc import Iterator

from transformer.backends.django.application import ModelClass
from transformer.backends.django.code import make_list, make_literal
from transformer.backends.django.printing import Assignment
from transformer.model.entities import Entity
from transformer.model.rules import RecordOperation
from transformer.model.versions import keeps_versions

_KEPT: tuple[RecordOperation, ...] = ("create", "update", "delete")
"""What leaves an entry; reading doesn't."""

_VERSIONS: tuple[RecordOperation, ...] = ("create", "update")
"""What makes a version of a record."""


def list_audited(entity: Entity) -> list[RecordOperation]:
    """List the operations of which it is kept who did what, in the order of a record's life.

    Versions of a record are what is kept of its changes.
    """
    asked = {*entity.audit, *(_VERSIONS if keeps_versions(entity) else ())}
    return [each for each in _KEPT if each in asked]


def declare_audit(made: ModelClass) -> Iterator[Assignment]:
    """Declare what a model says of its audit, if it has any."""
    if not (audited := list_audited(made.entity)):
        return
    yield Assignment("audited_operations", make_list(map(make_literal, audited)))
    if links := [each.attribute for each in made.links if "update" in audited]:
        yield Assignment("audited_links", make_list(map(make_literal, links)))
    masked = [each.attribute for each in made.fields if each.field.sensitive]
    if masked:
        yield Assignment("sensitive_fields", make_list(map(make_literal, masked)))


def list_unseen(entity: Entity) -> Iterator[int]:
    """List the places of the operations of an audit that leave no entry."""
    for number, operation in enumerate(entity.audit):
        if operation not in _KEPT:
            yield number
