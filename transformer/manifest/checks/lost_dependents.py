"""Records that are deleted for good along with one that can be restored."""

from collections.abc import Callable, Iterator

from transformer.diagnostics.problems import Problem, Span
from transformer.model import Model
from transformer.model.removal import is_soft


def find_lost_dependents(model: Model, locate: Callable[[str], Span | None]) -> Iterator[Problem]:
    """Find the references that delete a record for good where the other one is put away."""
    for place, entity in enumerate(model.entities):
        for number, field in enumerate(entity.fields):
            target = field.target
            if target is None or not is_soft(target) or is_soft(entity):
                continue
            if field.on_delete == "cascade":
                words = {"word": entity.name, "entity": target.name}
                yield Problem("lost-dependents", locate(f"entities/{place}/fields/{number}"), words)
