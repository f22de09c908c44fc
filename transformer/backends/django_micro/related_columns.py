"""What is shown of the rows that refer to the one on a page."""

from transformer.backends.django.contents import get_member
from transformer.backends.django.select_related import choose_joins, find_join
from transformer.backends.django_micro.site import SitePlan
from transformer.model.entities import Computed, Entity
from transformer.model.entity_fields import Field
from transformer.model.relations import Relation

_FEWEST = 2  # columns that say more than the name of a row


def list_joined(entity: Entity, columns: dict[Field | Computed, str]) -> list[Field]:
    """List the references whose rows are selected along: those that are shown."""
    shown = [each for each in columns if isinstance(each, Field) and each.is_reference]
    display = entity.display
    is_named = display is not None and display.is_reference and display not in shown
    return [*shown, *([display] if display and is_named else [])]


def list_columns(entity: Entity, own: Field | None, plan: SitePlan) -> dict[Field | Computed, str]:
    """List what is shown of the rows, with titles: what their list does, if that is more than one.

    That they refer to the row on the page is known, and what is sensitive has no place here.
    """
    listing = plan.site.find_page(entity, "list")
    shown = listing.content.visible if listing else ()
    members = {get_member(each): each.title for each in shown}
    if listing is None and own and _is_part(own):
        members = {each: each.title for each in entity.fields if not _is_way(each)}
    columns = {m: t for m, t in members.items() if m is not own and not m.sensitive}
    for each in _list_unjoined(entity, columns, plan):
        del columns[each]
    return columns if len(columns) >= _FEWEST else {}


def _is_part(reference: Field) -> bool:
    """Tell whether a reference makes a record a part of another one."""
    relation = find_relation(reference)
    return relation is not None and relation.kind == "embeds"


def _is_way(field: Field) -> bool:
    """Tell whether a field is the key, or leads from a part to its owner."""
    return field.is_key or _is_part(field)


def _list_unjoined(
    entity: Entity, columns: dict[Field | Computed, str], plan: SitePlan
) -> list[Field]:
    """List the references that one query doesn't reach."""
    shown = [each for each in columns if isinstance(each, Field) and each.is_reference]
    joins = [find_join(each, plan.names) for each in shown]
    return shown[len(choose_joins(len(entity.fields), joins)) :]


def find_relation(reference: Field) -> Relation | None:
    """Find the relation that is the inverse of a reference, if a line says so."""
    relations = reference.target.relations if reference.target else ()
    return next((each for each in relations if each.via is reference), None)
