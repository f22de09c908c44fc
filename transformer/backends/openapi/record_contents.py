"""What is told of records: in a list what its page shows, in a record what pages and forms have."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from transformer.model.entities import Entity, Member
from transformer.model.relations import Relation
from transformer.model.surfaces import Surface
from transformer.model.variants import is_hidden, list_variants


@dataclass(frozen=True, slots=True)
class Told:
    """A value of records that is told, to all or to some."""

    member: Member
    is_optional: bool
    """Whether some people aren't told it."""


def list_shown_names(surface: Surface) -> list[str]:
    """List the names of what a page shows, in order: `show:`, or else all of its sections."""
    names = surface.ux.show_names if surface.ux else ()
    return list(names or (item.field_name for item in surface.items))


def list_visible_names(surface: Surface) -> list[str]:
    """List the names of what people see on a page; some of it may be sent along unseen."""
    hidden = {item.field_name for item in surface.items if item.hidden}
    return [name for name in list_shown_names(surface) if name not in hidden]


def list_row(entity: Entity, surface: Surface) -> list[Told]:
    """List what a list tells of each record: its key, then what the page shows.

    What is sensitive has no place in a list.
    """
    visible = list_visible_names(surface)
    added = [name for each in list_variants(surface) for name in each.show_names]
    names = dict.fromkeys([entity.key_name, *visible, *added])
    members = [entity.member(name) for name in names if _is_told(entity.member(name))]
    return [
        Told(each, each.name not in visible or is_hidden(surface, each))
        if each is not entity.key
        else Told(each, is_optional=False)
        for each in members
        if each is entity.key or not _is_sensitive(each)
    ]


def list_record(entity: Entity, page: Surface | None) -> list[Told]:
    """List what is told of a single record: what its page shows, and what the forms have.

    Those who can't change it aren't told what only the forms have, nor what is sensitive.
    """
    visible = {entity.key_name, *_list_page_names(entity, page)}
    named = {*visible, *_list_further_names(entity, page)}
    members: list[Member] = [*entity.fields, *entity.computed, *entity.links]
    told = [each for each in members if each.name in named]
    return [Told(each, _is_optional(each, visible, entity)) for each in told]


def _list_page_names(entity: Entity, page: Surface | None) -> Iterator[str]:
    if page is not None:
        yield from list_visible_names(page)
        yield from (each.name for each in entity.links)


def _list_further_names(entity: Entity, page: Surface | None) -> Iterator[str]:
    """List what some people are told beside what the page of a record shows to all."""
    if page is not None:
        yield from (name for each in list_variants(page) for name in each.show_names)
    others = {"edit"} if page else {"edit", "create", "list"}
    for surface in entity.surfaces:
        if surface.default and surface.mode in others:
            yield from list_shown_names(surface)


def _is_optional(member: Member, visible: Iterable[str], entity: Entity) -> bool:
    if member is entity.key:
        return False
    is_kept = any(is_hidden(each, member) for each in entity.surfaces)
    return member.name not in visible or _is_sensitive(member) or is_kept


def _is_sensitive(member: Member) -> bool:
    return not isinstance(member, Relation) and member.sensitive


def _is_told(member: Member) -> bool:
    return not isinstance(member, Relation) or member.is_link
