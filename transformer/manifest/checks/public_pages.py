"""Pages that are open to everybody, and show visitors nothing, or more than they should."""

from collections.abc import Callable, Iterator

from transformer.diagnostics.problems import Problem, Span
from transformer.dsl.tables.grammar_rows import read_grammar
from transformer.model import Model
from transformer.model.audiences import find_operation, find_public_right, is_public
from transformer.model.entity_fields import Field
from transformer.model.folding import is_truth
from transformer.model.surfaces import Surface

_SHOWING = ("list", "view")


def find_closed_pages(model: Model, locate: Callable[[str], Span | None]) -> Iterator[Problem]:
    """Find the public pages that show nothing to visitors, or take nothing from them."""
    for place, surface in enumerate(model.surfaces):
        operation, entity = find_operation(surface), surface.entity
        if not (entity and operation and is_public(surface)):
            continue
        span = locate(f"surfaces/{place}/access/to")
        words = {"word": surface.name, "entity": entity.name, "operation": operation}
        if entity.tenant is not None:
            tenant = entity.tenant.target_name or ""
            yield Problem("public-tenant", span, words | {"tenant": tenant})
        elif is_truth(find_public_right(entity, operation), truth=False):
            yield Problem("public-closed", span, words)


def find_public_contacts(model: Model, locate: Callable[[str], Span | None]) -> Iterator[Problem]:
    """Find the e-mail addresses that public pages show, also those that people go by."""
    for place, surface in enumerate(model.surfaces):
        if is_public(surface) and surface.mode in _SHOWING:
            yield from _find_contacts(surface, f"surfaces/{place}", locate)


def _find_contacts(
    surface: Surface, path: str, locate: Callable[[str], Span | None]
) -> Iterator[Problem]:
    for number, section in enumerate(surface.sections):
        for index, item in enumerate(section.fields):
            member = surface.entity.member(item.field_name) if surface.entity else None
            if isinstance(member, Field) and not member.sensitive and _leads_to_contact(member):
                words = {"surface": surface.name, "word": member.name}
                code = "public-people" if member.target_name else "public-contact"
                span = locate(f"{path}/sections/{number}/fields/{index}/field")
                yield Problem(code, span, words | {"entity": member.target_name or ""})


def _leads_to_contact(field: Field) -> bool:
    """Tell whether what people read of a field says where somebody is reached."""
    way = field.display_path
    last = way.fields[-1] if way.fields else field
    return way.end == "value" and "contact" in read_grammar()["types"][last.type]
