"""Variants of pages: what a page shows to a role, and what it keeps from it."""

from collections.abc import Iterator

from transformer.model.entities import Computed, Entity, Member
from transformer.model.expressions import Aggregation, Constant, Expression, Path, list_operands
from transformer.model.root import Model
from transformer.model.surfaces import Surface
from transformer.model.ux import Variant


def list_variants(surface: Surface) -> list[Variant]:
    """List the variants of a page by which a role sees less of it, or does less."""
    return [each for each in (surface.ux.variants if surface.ux else ()) if _narrows(each)]


def list_all_variants(model: Model) -> Iterator[Variant]:
    """List the variants of all pages."""
    for surface in model.surfaces:
        yield from list_variants(surface)


def _narrows(variant: Variant) -> bool:
    has_scope = find_scope(variant) is not None
    return has_scope or bool(variant.hide_names or variant.show_names) or variant.read_only


def find_scope(variant: Variant) -> Expression | None:
    """Find the condition by which a variant leaves out records; None if it leaves out none."""
    return None if variant.scope == Constant(True, type="bool") else variant.scope


def list_roles_of_pages(model: Model) -> Iterator[str]:
    """List the roles that the rules of pages name."""
    for surface in model.surfaces:
        yield from (each.persona for each in list_variants(surface))
        yield from surface.access.personas if surface.access else ()


def list_hidden(variant: Variant) -> tuple[Member, ...]:
    """List the members that a variant hides: those that it names, and what is computed from them.

    What a variant names under `show` isn't hidden for that.
    """
    entity = variant.ux.entity
    if entity is None or not variant.hide_names:
        return ()
    read = {*variant.hide_names}
    computed = [
        each
        for each in entity.computed
        if each.name not in (*variant.hide_names, *variant.show_names)
        and _reads(each.expression, read, entity, entity)
    ]
    return (*variant.hide, *computed)


def list_derived(variant: Variant, member: Member) -> Iterator[Computed]:
    """List the computed values of other entities that tell of a member that a variant hides."""
    entity = variant.ux.entity
    for other in entity.model.entities if entity else ():
        if entity and other is not entity:
            for each in other.computed:
                if _reads(each.expression, {member.name}, other, entity):
                    yield each


def _reads(expression: Expression, names: set[str], entity: Entity, owner: Entity) -> bool:
    """Tell whether an expression about a record reads one of some members of another's entity."""
    match expression:
        case Path(path=path):
            return _leads_over(path, names, entity, owner)
        case Aggregation(entity=name, relation=relation):
            if _leads_over(_drop_way_back(relation or (), entity), names, entity, owner):
                return True
            entity = entity.model.entity(name)
    return any(_reads(each, names, entity, owner) for each in list_operands(expression))


def _drop_way_back(relation: tuple[str, ...], entity: Entity) -> tuple[str, ...]:
    """Drop the way back of a reference, which is no member of the entity that it leads to."""
    try:
        entity.follow(relation)
    except KeyError:
        return relation[:-1]
    return relation


def _leads_over(path: tuple[str, ...], names: set[str], entity: Entity, owner: Entity) -> bool:
    for member in entity.follow(path):
        home = member.entity
        if home is owner and member.name in names:
            return True
        if isinstance(member, Computed) and _reads(member.expression, names, home, owner):
            return True
    return False


def has_hidden(entity: Entity) -> bool:
    """Tell whether some page of an entity hides something from a role."""
    variants = (each for surface in entity.surfaces for each in list_variants(surface))
    return any(each.hide_names or each.show_names for each in variants)


def is_narrow_form(variant: Variant) -> bool:
    """Tell whether a variant leaves fields out of a form, where that keeps nothing from a role."""
    return bool(variant.show_names) and variant.ux.surface.mode not in ("list", "view")


def is_hidden(surface: Surface, member: Member) -> bool:
    """Tell whether a page keeps a member from some role."""
    return any(hides(each, member) for each in list_variants(surface))


def hides(variant: Variant, member: Member) -> bool:
    """Tell whether a variant keeps a member from its role."""
    is_left_out = bool(variant.show_names) and member.name not in variant.show_names
    return is_left_out or member in list_hidden(variant)
