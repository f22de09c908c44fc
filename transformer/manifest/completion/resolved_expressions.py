"""Completion of expressions: resolved names and explicit types."""

from transformer.manifest.draft import Draft
from transformer.manifest.typing.sites import list_sites


def complete_expressions(draft: Draft) -> None:
    """Replace each expression by its resolved tree; nothing else changes any."""
    for site in list_sites(draft.document):
        if site.path in draft.resolved:
            site.write(draft.resolved[site.path])
