"""Invariants that say nothing of a record: those that always hold, and those that never do."""

from collections.abc import Iterator, Mapping

from transformer.diagnostics.resources import Data
from transformer.model import build_model
from transformer.model.folding import fold, is_truth


def list_settled_rules(manifest: Mapping[str, Data]) -> Iterator[tuple[str, str, str]]:
    """List the code of a problem, the path and the entity of each settled invariant."""
    for place, entity in enumerate(build_model(manifest).entities):
        for number, rule in enumerate(entity.invariants):
            folded = fold(rule.condition, entity)
            path = f"entities/{place}/invariants/{number}/condition"
            if is_truth(folded, truth=True):
                yield "always-holds", path, entity.name
            elif is_truth(folded, truth=False):
                yield "never-holds", path, entity.name
