"""The names of the addresses that links of a page lead to."""

from collections.abc import Mapping
from dataclasses import dataclass

from transformer.backends.django_micro.pages import Page, Site, name_put_away, name_versions
from transformer.model.entities import Entity


@dataclass(frozen=True, slots=True)
class PageAddresses:
    """The names of the addresses that links of a page lead to; empty where there is none."""

    index: str
    add: str
    row: str
    edit: str
    delete: str
    upload: str
    """Where a file is taken in."""
    put_away: str
    versions: str
    """Where the versions of the row are."""


def name_addresses(page: Page, site: Site, uploads: Mapping[Entity, str]) -> PageAddresses:
    """Name the addresses that links of a page lead to."""
    entity, find = page.entity, site.find_address
    return PageAddresses(
        index=find(entity, "list") or "",
        add=find(entity, "create") or "",
        row=find(entity, "view", "edit") or "",
        edit=find(entity, "edit") or "",
        delete=f"{entity.slug}_delete" if entity and entity.deletable else "",
        upload=uploads.get(entity, "") if entity else "",
        put_away=name_put_away(entity) if entity else "",
        versions=name_versions(entity) if entity and page.mode == "view" else "",
    )
