"""All that must hold in a manifest, in the order in which it is asked."""

from transformer.manifest.draft import Draft
from transformer.manifest.rules.circles import warn_of_circles
from transformer.manifest.rules.entities import check_entities, link_fields
from transformer.manifest.rules.names import check_enums, check_names
from transformer.manifest.rules.surfaces import check_surfaces
from transformer.manifest.rules.whole import check_whole


def check_draft(draft: Draft) -> None:
    """Link the names of a draft and report all that is wrong with it."""
    link_fields(draft)
    check_names(draft)
    check_enums(draft)
    check_entities(draft)
    check_surfaces(draft)
    warn_of_circles(draft)


def check_manifest(draft: Draft) -> None:
    """Report all that is wrong with a manifest that was not made by `read_project`."""
    check_names(draft)
    check_enums(draft)
    check_entities(draft)
    check_surfaces(draft)
    if not draft.problems:
        check_whole(draft)
