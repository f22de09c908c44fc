"""Forms by which a record is added to the one that it refers to."""

from transformer.backends.django.fields import ModelField
from transformer.backends.django_micro.pages import Page
from transformer.backends.django_micro.site import SitePlan
from transformer.model.entity_fields import Field
from transformer.model.expressions import Aggregation, Path, walk_expression
from transformer.model.rights import join, join_grants, list_conditions


def find_addition(reference: ModelField, plan: SitePlan) -> Page | None:
    """Find the form that makes a row with a reference."""
    form = plan.site.find_page(reference.field.entity, "create")
    inputs = plan.inputs[form] if form else ()
    return form if any(each.shown.field is reference.field for each in inputs) else None


def depends_on_target(reference: Field) -> bool:
    """Tell whether who may make a record depends on its target alone, and not on what else it says.

    Tenants are no part of this: they follow from whoever makes it.
    """
    entity = reference.entity
    bans = list_conditions(entity, "forbid", "create")
    nodes = list(walk_expression(join("and", [join_grants(entity, "create"), *bans])))
    paths = [each.path for each in nodes if isinstance(each, Path)]
    is_alone = all(path[0] == reference.name for path in paths)
    return bool(paths) and is_alone and not any(isinstance(each, Aggregation) for each in nodes)
