"""Tenants that nobody belongs to, and records beside those of tenants that all of them see."""

from collections.abc import Callable, Iterator

from transformer.diagnostics.problems import Problem, Span
from transformer.model import Model
from transformer.model.entities import Entity
from transformer.model.tenants import find_membership


def find_tenant_problems(model: Model, locate: Callable[[str], Span | None]) -> Iterator[Problem]:
    """Find what `tenant:` doesn't do, though somebody may have meant it."""
    for number, entity in enumerate(model.entities):
        path = f"entities/{number}"
        if entity.tenant is None:
            yield from _find_shared(entity, path, locate)
        elif find_membership(entity) is None:
            target = entity.tenant.target_name or ""
            words = {"entity": entity.name, "target": target}
            if model.person.entity:
                words["person"] = model.person.entity.name
            yield Problem("tenant-without-members", locate(f"{path}/tenant"), words)


def _find_shared(
    entity: Entity, path: str, locate: Callable[[str], Span | None]
) -> Iterator[Problem]:
    """Find the first required reference to a record of a tenant, of records without any rule."""
    if entity.permissions or entity.scopes:
        return
    for number, field in enumerate(entity.fields):
        target = field.target
        if field.required and target and target.tenant and not _is_person(target):
            words = {"entity": entity.name, "target": target.name}
            words["tenant"] = target.tenant.target_name or ""
            yield Problem("tenant-missing", locate(f"{path}/fields/{number}"), words)
            return


def _is_person(entity: Entity) -> bool:
    return entity is entity.model.person.entity
