"""Expressions, with their names resolved and their types said out loud."""

from transformer.manifest.draft import Draft
from transformer.manifest.typing.nodes import write_node
from transformer.manifest.typing.sites import list_sites


def complete_expressions(draft: Draft) -> None:
    """Put what each expression means where it stands; the only place where any is changed."""
    for site in list_sites(draft.manifest):
        if site.path in draft.resolved:
            site.holder[site.slot] = write_node(draft.resolved[site.path])
