"""Fields that pages hide from roles, and that the roles read all the same."""

from collections.abc import Callable, Iterator, Mapping

from transformer.diagnostics.problems import Problem, Span
from transformer.model import Model
from transformer.model.entities import Entity, Member
from transformer.model.folding import is_truth
from transformer.model.rights import Principal, find_right
from transformer.model.rules import RecordOperation
from transformer.model.surfaces import Surface
from transformer.model.ux import Variant
from transformer.model.variants import hides, list_derived

_READ: Mapping[str, RecordOperation] = {"list": "list", "view": "read", "edit": "update"}


def find_shown_secrets(model: Model, locate: Callable[[str], Span | None]) -> Iterator[Problem]:
    """Find the fields that are hidden from a role and that it reads elsewhere."""
    for place, surface in enumerate(model.surfaces):
        variants = surface.ux.variants if surface.ux and surface.entity else ()
        for number, variant in enumerate(variants):
            path = f"surfaces/{place}/ux/variants/{number}/hide"
            for which, member in enumerate(variant.hide):
                span = locate(f"{path}/{which}") or locate(path)
                yield from _find_problems(variant, member, surface, span)


def _find_problems(
    variant: Variant, member: Member, surface: Surface, span: Span | None
) -> Iterator[Problem]:
    entity = surface.entity
    if entity is None:
        return
    words = {"entity": entity.name, "word": member.name, "persona": variant.persona}
    if member is entity.display:
        yield Problem("hidden-name", span, words)
        return
    shown = next(_list_showing(variant, member, surface, entity), None)
    if shown:
        yield Problem("hidden-elsewhere", span, words | {"surface": shown.name})
    for each in list_derived(variant, member):
        shown = next(_list_showing(variant, each, surface, each.entity), None)
        if shown:
            derived = {"computed": each.name, "surface": shown.name}
            yield Problem("hidden-computed", span, words | derived)


def _list_showing(
    variant: Variant, member: Member, surface: Surface, entity: Entity
) -> Iterator[Surface]:
    """List the other pages of an entity on which a variant's role reads a member's values."""
    for other in (each for each in entity.surfaces if each.mode in _READ):
        variants = other.ux.variants if other.ux else ()
        own = next((each for each in variants if each.persona == variant.persona), None)
        if other is surface or (own and hides(own, member)) or _is_closed(other, variant.persona):
            continue
        said = other.ux.show_names if other.ux else ()
        named = own.show_names if own else ()
        names = named or said or tuple(item.field_name for item in other.items)
        if member.name in names:
            yield other


def _is_closed(surface: Surface, role: str) -> bool:
    """Tell whether a role never comes to see a page of records."""
    if surface.entity is None:
        return True
    variants = surface.ux.variants if surface.ux else ()
    if surface.mode == "edit" and any(each.read_only for each in variants if each.persona == role):
        return True
    return is_truth(find_right(surface.entity, _READ[surface.mode], Principal(role)), truth=False)
