"""Tenants: to which of them a record belongs, and to which whoever is signed in."""

from transformer.model.entities import Entity
from transformer.model.entity_fields import Field
from transformer.model.expressions import Constant, CurrentPerson, Expression, Operation, Path


def find_membership(entity: Entity) -> Field | None:
    """Find the reference by which people belong to a tenant of an entity; None if there is none.

    That is the tenant of people's own records, or else their only reference to the same entity.
    """
    person = entity.model.person.entity
    if entity.tenant is None or entity.tenant.target is None or person is None:
        return None
    if person.tenant and person.tenant.target is entity.tenant.target:
        return person.tenant
    found = [each for each in person.fields if each.target is entity.tenant.target]
    return found[0] if len(found) == 1 else None


def describe_tenant(entity: Entity) -> Expression:
    """Describe the records of an entity that belong to the tenant of whoever asks."""
    own = find_membership(entity)
    if own is None or entity.tenant is None:
        return Constant(False, type="bool")
    target = own.target.name if own.target else None
    record = Path((entity.tenant.name,), target, type="record")
    person = CurrentPerson((own.name,), target, type="record")
    belongs = Operation("=", (record, person), type="bool")
    if entity.tenant.required:
        return belongs
    is_there = Operation("is not null", (record,), type="bool")
    return Operation("and", (belongs, is_there), type="bool")


def list_fields_per_tenant(entity: Entity) -> tuple[Field, ...]:
    """List the fields whose values are unique within a tenant.

    Keys and what people sign in with are unique among all records.
    """
    if entity.tenant is None:
        return ()
    whole = (entity.key, entity.tenant, entity.model.person.sign_in)
    found = (each for each in entity.fields if each.unique != "no" and not each.is_reference)
    return tuple(each for each in found if each not in whole)
