"""Pages that are open to everybody, though rules let nobody in who isn't signed in."""

from collections.abc import Callable, Iterator

from transformer.diagnostics.problems import Problem, Span
from transformer.model import Model
from transformer.model.audiences import find_operation, find_public_right, is_public
from transformer.model.folding import is_truth


def find_closed_pages(model: Model, locate: Callable[[str], Span | None]) -> Iterator[Problem]:
    """Find the public pages that show nothing to visitors, or take nothing from them."""
    for place, surface in enumerate(model.surfaces):
        operation, entity = find_operation(surface), surface.entity
        if not (entity and operation and is_public(surface)):
            continue
        if is_truth(find_public_right(entity, operation), truth=False):
            words = {"word": surface.name, "entity": entity.name, "operation": operation}
            yield Problem("public-closed", locate(f"surfaces/{place}/access/to"), words)
