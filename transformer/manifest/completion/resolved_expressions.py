"""Completion of expressions: resolved names and explicit types."""

from transformer.manifest.draft import Draft
from transformer.manifest.typing.nodes import write_node
from transformer.manifest.typing.sites import list_sites


def complete_expressions(draft: Draft) -> None:
    """Replace each expression by its resolved tree; nothing else changes any."""
    for site in list_sites(draft.manifest):
        if site.path in draft.resolved:
            site.holder[site.slot] = write_node(draft.resolved[site.path])
