"""What views, templates and tests are made from: an application, its pages and their forms."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from transformer.backends.django.application import Application
from transformer.backends.django.computed_values import ModelComputed
from transformer.backends.django.fields import ModelField
from transformer.backends.django.names import Names
from transformer.backends.django.policies import has_rules
from transformer.backends.django_micro.inputs import Input
from transformer.backends.django_micro.pages import Page, Site, read_modes
from transformer.model import Model
from transformer.model.audiences import is_public
from transformer.model.entities import Computed, Entity, Member
from transformer.model.entity_fields import Field
from transformer.model.variants import has_hidden, list_variants

_CHANGING = ("create", "edit")


@dataclass(frozen=True)
class SitePlan:
    """An application with its pages and the names of their forms."""

    application: Application
    site: Site
    inputs: Mapping[Page, tuple[Input, ...]]
    """Page → the fields that people can fill in there."""
    forms: Mapping[Page, str]
    """Page → class of its form."""

    @property
    def model(self) -> Model:
        """The application as it was described."""
        return self.application.model

    @cached_property
    def hides_values(self) -> bool:
        """Whether pages hide some values from roles."""
        return any(map(has_hidden, self.model.entities))

    @cached_property
    def closed_forms(self) -> frozenset[Page]:
        """The forms by which some role may change nothing."""
        forms = (page for page in self.site.pages if page.entity and page.mode in _CHANGING)
        return frozenset(
            page for page in forms if any(each.read_only for each in list_variants(page.surface))
        )

    @cached_property
    def has_public_pages(self) -> bool:
        """Whether some pages are open to those who aren't signed in."""
        return any(map(is_public, self.model.surfaces))

    @property
    def names(self) -> Names:
        """What everything is called in Python."""
        return self.application.names

    def name_model(self, entity: Entity) -> str:
        """Name the class of an entity's model."""
        return self.names.name_model(entity)

    def name_attributes(self, fields: list[Field]) -> list[str]:
        """Name the attributes that hold the values of fields."""
        return list(map(self.names.name_attribute, fields))

    def name_member(self, member: Field | Computed) -> str:
        """Name the attribute that holds a value."""
        if isinstance(member, Field):
            return self.names.name_attribute(member)
        return self.application.computed[member].attribute

    def find_computed(self, member: Member | None) -> ModelComputed | None:
        """Find a computed value as what a query adds, if that is what it is."""
        return self.application.computed.get(member) if isinstance(member, Computed) else None

    def ask(self, page: Page) -> str:
        """Ask in a template whether someone may do what a page does; nothing asks for some."""
        if page.surface.access:
            return self.ask_also(page, f"'{page.address}' in open_pages")
        row = read_modes()[page.mode]
        action = row.get("action") or (row.get("form_action") if self.has_form(page) else None)
        if page.entity is None or action is None:
            return ""
        permission = f"perms.core.{action}_{self.name_model(page.entity).lower()}"
        return self.ask_also(page, permission)

    def ask_also(self, page: Page | None, condition: str) -> str:
        """Ask in a template, with a condition of a link to a page, whether that page is closed."""
        if page not in self.closed_forms or not condition:
            return condition
        return f"{condition} and not '{page.address}'|is_closed_to:user"

    def opens_form(self, entity: Entity) -> bool:
        """Tell whether the page of a row is a form, which rules close to some who see the row."""
        page = self.site.find_page(entity, "view", "edit")
        return page is not None and page.mode == "edit" and has_rules(entity)

    def find_parent(self, page: Page) -> str:
        """Find the class that the view of a page inherits from."""
        row = read_modes()[page.mode]
        return row["parent"] if self.has_form(page) else row.get("plain", row["parent"])

    def has_form(self, page: Page) -> bool:
        """Tell whether there is something to fill in on a page."""
        return page in self.forms

    def list_references(self, entity: Entity) -> list[ModelField]:
        """List the fields that refer to an entity."""
        return list(map(self.application.find_field, entity.incoming_references))
