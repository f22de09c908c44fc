"""Fields that pages hide from roles, and that the roles read all the same."""

from collections.abc import Callable, Iterator, Mapping

from transformer.diagnostics.problems import Problem, Span
from transformer.model import Model
from transformer.model.audiences import is_for
from transformer.model.entities import Entity, Member
from transformer.model.folding import is_truth
from transformer.model.rights import Principal, find_right
from transformer.model.rules import RecordOperation
from transformer.model.surfaces import Surface
from transformer.model.ux import Variant
from transformer.model.variants import hides, list_derived

_READ: Mapping[str, RecordOperation] = {"list": "list", "view": "read", "edit": "update"}
_SHOWING = ("list", "view")
"""Of these, the pages on which `show:` hides what it leaves out; a form has less to change."""


def find_shown_secrets(model: Model, locate: Callable[[str], Span | None]) -> Iterator[Problem]:
    """Find the fields that are hidden from a role and that it reads elsewhere."""
    for place, surface in enumerate(model.surfaces):
        variants = surface.ux.variants if surface.ux and surface.entity else ()
        for number, variant in enumerate(variants):
            path = f"surfaces/{place}/ux/variants/{number}/hide"
            for which, member in enumerate(variant.hide):
                span = locate(f"{path}/{which}") or locate(path)
                yield from _find_problems(variant, member, surface, span)
            span = locate(f"surfaces/{place}/ux/variants/{number}/show")
            yield from _find_left_out(variant, surface, span)


def _find_left_out(variant: Variant, surface: Surface, span: Span | None) -> Iterator[Problem]:
    """Find what `show` leaves out of a page, and other pages show to the same role."""
    entity, names = surface.entity, variant.show_names
    if entity is None or not names or surface.mode not in _SHOWING:
        return
    left_out = [each for each in list_shown(surface) if each not in (*names, *variant.hide_names)]
    told: dict[str, list[str]] = {}
    for name in left_out:
        member = entity.member(name)
        if shown := next(_list_showing(variant, member, surface, entity), None):
            told.setdefault(shown.name, []).append(name)
    for other, found in told.items():
        words = {"word": "`, `".join(found), "persona": variant.persona, "surface": other}
        yield Problem("hidden-elsewhere", span, words | {"entity": entity.name})


def list_shown(surface: Surface) -> tuple[str, ...]:
    """List the names of what a page shows to those of whom it says nothing else."""
    said = surface.ux.show_names if surface.ux else ()
    return said or tuple(item.field_name for item in surface.items)


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
        is_closed = _is_closed(other, variant.persona)
        if other is surface or is_closed or (own and hides(own, member)):
            continue
        named = own.show_names if own else ()
        if member.name in (named or list_shown(other)):
            yield other


def _is_closed(surface: Surface, role: str) -> bool:
    """Tell whether a role never comes to see a page of records."""
    if surface.entity is None or (surface.access and not is_for(surface.access, Principal(role))):
        return True
    variants = surface.ux.variants if surface.ux else ()
    if surface.mode == "edit" and any(each.read_only for each in variants if each.persona == role):
        return True
    return is_truth(find_right(surface.entity, _READ[surface.mode], Principal(role)), truth=False)
