"""Invariants that say nothing of a record: those that always hold, and those that never do."""

from collections.abc import Callable, Iterator

from transformer.diagnostics.problems import Problem, Span
from transformer.model import Model
from transformer.model.folding import fold, is_truth


def find_settled_rules(model: Model, locate: Callable[[str], Span | None]) -> Iterator[Problem]:
    """Find the invariants that are settled, whatever a record is like."""
    for place, entity in enumerate(model.entities):
        for number, rule in enumerate(entity.invariants):
            folded = fold(rule.condition, entity)
            span = locate(f"entities/{place}/invariants/{number}/condition")
            if is_truth(folded, truth=True):
                yield Problem("always-holds", span, {"entity": entity.name})
            elif is_truth(folded, truth=False):
                yield Problem("never-holds", span, {"entity": entity.name})
