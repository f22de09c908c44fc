"""Expressions, with their names resolved and their types said out loud."""

from transformer.manifest.draft import Draft
from transformer.manifest.typing.sites import list_sites


def complete_expressions(draft: Draft) -> None:
    """Put what each expression means where it stands; the only place where any is changed."""
    for site in list_sites(draft.document):
        if site.path in draft.meanings:
            site.write(draft.meanings[site.path])
