"""What pages are like for people with roles, by docs/language.md alone.

As `tests.rules.interpreter`, it shares nothing with what dazzle makes of a page's rules.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.expressions.interpreter import judge
from tests.expressions.world import Record, World
from tests.rules.interpreter import ALWAYS

Variant = Mapping[str, Any]
FORMS = ("create", "edit")
OF_RECORD = ("view", "edit", "list")
"""The pages that deleting belongs to: the first that there is."""


@dataclass(frozen=True)
class Page:
    """Whom a page is for, and what it is like for the people who have one of some roles."""

    variants: Sequence[Variant] = ()
    access: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_public(self) -> bool:
        """Whether it is for everybody, in a private app as well."""
        return self.access.get("to") == "public"

    def is_for(self, world: World, *, is_signed_in: bool, is_superuser: bool = False) -> bool:
        """Whether somebody may open the page, as far as its `access:` says."""
        if is_superuser or self.access.get("to", "public") == "public":
            return True
        named = self.access.get("personas", ())
        return is_signed_in and (not named or not world.roles.isdisjoint(named))

    def find_variants(self, world: World, *, is_superuser: bool = False) -> list[Variant]:
        """One of each role; none if the page says nothing of one of them."""
        if is_superuser:
            return []
        said = {each["persona"]: each for each in self.variants}
        return [said[each] for each in world.roles] if world.roles <= said.keys() else []

    def has(self, record: Record, *, is_superuser: bool = False) -> bool:
        """Whether the page has a record at all, as far as its own rules say."""
        found = self.find_variants(record.world, is_superuser=is_superuser)
        scopes = [each.get("scope", ALWAYS) for each in found]
        return not found or any(judge(each, record) for each in scopes)

    def hides(self, name: str, world: World, *, is_superuser: bool = False) -> bool:
        """Whether a field is neither shown nor accepted."""
        found = self.find_variants(world, is_superuser=is_superuser)
        return bool(found) and all(hides(each, name) for each in found)

    def is_read_only(self, world: World, *, is_superuser: bool = False) -> bool:
        """Whether nothing can be changed from the page."""
        found = self.find_variants(world, is_superuser=is_superuser)
        return bool(found) and all(each.get("read_only", False) for each in found)


def hides_elsewhere(pages: Mapping[str, Page], name: str, world: World) -> bool:
    """Whether a field isn't shown to the world's person where no page of its entity has a say."""
    found = {
        mode: Page([without_show(each) if mode in FORMS else each for each in page.variants])
        for mode, page in pages.items()
    }
    return any(page.hides(name, world) for page in found.values())


def without_show(variant: Variant) -> Variant:
    """What a form is like that has less: that hides nothing anywhere else."""
    return {key: value for key, value in variant.items() if key != "show"}


def hides(variant: Variant, name: str) -> bool:
    """Whether a page has no place for a field as a role sees it."""
    shown = variant.get("show", ())
    return name in variant.get("hide", ()) or (bool(shown) and name not in shown)


def describe_pages(manifest: Mapping[str, Any]) -> dict[str, dict[str, Page]]:
    """The pages of each entity by their mode."""
    found: dict[str, dict[str, Page]] = {each["name"]: {} for each in manifest["entities"]}
    for surface in manifest["surfaces"]:
        page = Page(surface.get("ux", {}).get("variants", ()), surface.get("access", {}))
        found[surface["entity"]].setdefault(surface["mode"], page)
    return found


def find_page_of_record(pages: Mapping[str, Page]) -> Page:
    """The page that deleting and restoring a record belongs to."""
    return next((pages[mode] for mode in OF_RECORD if mode in pages), Page())


def find_deletion(manifest: Mapping[str, Any]) -> dict[str, str]:
    """The field of each entity that says whether a record is put away."""
    found = {each["name"]: each.get("soft_delete", {}) for each in manifest["entities"]}
    return {name: said["field"] for name, said in found.items() if said}
