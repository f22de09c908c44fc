"""Whom pages are for, as `access:` says."""

from collections.abc import Mapping

from transformer.model.entities import Entity
from transformer.model.expressions import Constant, Expression
from transformer.model.folding import fold
from transformer.model.rights import Principal, assume, join_rules
from transformer.model.rules import RecordOperation
from transformer.model.surfaces import Access, Mode, Surface

PUBLIC = Access("public")
_OPERATIONS: Mapping[Mode, RecordOperation] = {
    "list": "list",
    "view": "read",
    "create": "create",
    "edit": "update",
    "custom": "create",
}


def find_operation(surface: Surface) -> RecordOperation | None:
    """Find what a page does with records; None where it is about none."""
    return _OPERATIONS[surface.mode] if surface.entity else None


def is_public(surface: Surface) -> bool:
    """Tell whether a page is for those as well who aren't signed in."""
    return surface.access == PUBLIC


def is_for(access: Access, principal: Principal) -> bool:
    """Tell whether a page is for somebody, whatever they may do there."""
    if access.to == "persona":
        return principal.role in access.personas
    return access.to == "public" or not principal.is_visitor


def find_public_right(entity: Entity, operation: RecordOperation) -> Expression:
    """Find when rules let somebody do something who isn't signed in, were a page open to them.

    They belong to no tenant, whose records nobody else has.
    """
    if entity.tenant is not None:
        return Constant(False, type="bool")
    visitor = Principal(is_visitor=True)
    return fold(assume(join_rules(entity, operation), visitor, entity.model), entity)


def write_access(access: Access | None) -> str:
    """Write whom a page is for as the line that says it."""
    if access is None:
        return "all who use the app"
    return f"persona({', '.join(access.personas)})" if access.personas else access.to
