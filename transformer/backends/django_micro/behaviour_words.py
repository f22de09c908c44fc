"""Which kinds of behaviour the records of an app have, in the words of templates."""

from transformer.backends.django.audit import list_audited
from transformer.backends.django.full_text import has_full_text
from transformer.backends.django_micro.additions import depends_on_target
from transformer.backends.django_micro.row_views import name_version_views
from transformer.backends.django_micro.site import SitePlan
from transformer.model.removal import is_soft
from transformer.model.versions import is_versioned


def list_behaviour(plan: SitePlan) -> dict[str, bool]:
    """List which kinds of behaviour the records of an app have."""
    entities = plan.model.entities
    inlines = [line for page in plan.site.pages for line in page.content.lines]
    by_row = [each.relation.via for each in inlines if each.relation.via]
    return {
        "has_inlines": bool(inlines),
        "has_required_inlines": any(each.relation.required for each in inlines),
        "has_inlines_by_row": any(map(depends_on_target, by_row)),
        "has_audit": any(map(list_audited, entities)),
        "has_audited_links": any(each.links and "update" in each.audit for each in entities),
        "has_full_text": any(map(has_full_text, entities)),
        "has_soft_deletion": any(map(is_soft, entities)),
        "has_versions": any(map(is_versioned, entities)),
        "shows_versions": any(True for _ in name_version_views(plan, "VersionsView")),
    }
