"""Messages of invariants that have none of their own."""

from collections.abc import Iterator

from transformer.manifest.inflection import title_from_name
from transformer.manifest.records.entity_drafts import EntityDraft
from transformer.manifest.records.expression_records import Expression


def add_invariant_messages(entity: EntityDraft) -> None:
    """Give each invariant of the entity a message."""
    for rule in entity["invariants"]:
        if "message" not in rule:
            names = dict.fromkeys(_list_names(rule["condition"]))
            rule["message"] = _ask_to_check([title_from_name(name) for name in names])


def _ask_to_check(titles: list[str]) -> str:
    *others, last = [f"“{title}”" for title in titles] or ["this"]
    return f"Please check {', '.join(others)} and {last}" if others else f"Please check {last}"


def _list_names(node: Expression) -> Iterator[str]:
    """List the fields in an expression, from left to right."""
    yield from (*node.get("path", ()), *node.get("relation", ()))[:1]
    for nodes in (node.get("operands", []), node.get("arguments", []), node.get("list", [])):
        for inner in nodes:
            yield from _list_names(inner)
