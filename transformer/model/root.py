"""The application as a whole: the root of the model."""

from dataclasses import KW_ONLY, field
from functools import cached_property
from typing import Literal

from transformer.model.acceptance import Test
from transformer.model.connections import Integration
from transformer.model.entities import Entity
from transformer.model.entity_fields import Enum, Field
from transformer.model.experiences import Experience
from transformer.model.parts import part, value
from transformer.model.relations import Relation
from transformer.model.scenarios import Scenario
from transformer.model.services import ForeignModel, Service
from transformer.model.surfaces import Surface
from transformer.model.workspaces import Persona, Workspace


@value
class Logo:
    """The app's sign."""

    name: Literal["logo.svg", "logo.png"]
    """The file's name in what is built."""
    data: str
    """The file's content in Base64."""


@value
class App:
    """The properties of the application as such."""

    _: KW_ONLY
    name: str
    title: str
    description: str | None = None
    version: str
    access: Literal["private", "read", "open"]
    """What a visitor who has not signed in may do: nothing, read, or change things too."""
    signup: Literal["closed", "waiting", "open"]
    """Whether visitors may make accounts for themselves."""
    language: Literal["en", "de", "fr", "es"]
    brand: str
    """The colour that the app's design starts from, as `#rrggbb`."""
    logo: Logo | None = None
    """The app's sign; without it one is drawn from the brand and the title."""
    features: tuple[Literal["pdf", "import", "api"], ...]
    """Optional features."""


@value
class Deployment:
    """Choices about where the app runs."""

    runtime_txt: bool
    """Whether `runtime.txt` names the Python version instead of `.python-version`."""
    unenforced: Literal["refuse", "accept"] = "refuse"
    """Whether an app may be built that doesn't enforce its authorization rules."""


@part
class Person:
    """Whoever is signed in, as rules and references see them."""

    entity_name: str | None = None
    role_name: str | None = None
    sign_in_name: str | None = None
    model: "Model" = field(init=False, repr=False)

    @property
    def entity(self) -> Entity | None:
        """The entity whose records sign in; None where the accounts of the framework do."""
        return None if self.entity_name is None else self.model.entity(self.entity_name)

    @property
    def role(self) -> Field | None:
        """The field that says which role a person has; None where groups do."""
        return self._find_field(self.role_name)

    @property
    def sign_in(self) -> Field | None:
        """The field with which a person signs in; None where a name for it is added."""
        return self._find_field(self.sign_in_name)

    def _find_field(self, name: str | None) -> Field | None:
        return self.entity.field(name) if self.entity and name is not None else None


@value
class Extension:
    """A block or line without a meaning in this version of the language."""

    _: KW_ONLY
    block: str
    """The block it stands in, as `entity Task`; empty at the top level."""
    word: str
    """Its first word, which says what kind of thing it is."""
    rule: bool = False
    """Whether it says who may do what."""
    lines: tuple[str, ...]
    """The lines as they were written, without the indentation that they share."""


@part
class Model:
    """An application: complete, and in the words of no framework."""

    manifest_version: Literal[1]
    app: App
    deployment: Deployment
    person: Person = field(default_factory=Person)
    enums: tuple[Enum, ...]
    entities: tuple[Entity, ...]
    surfaces: tuple[Surface, ...]
    experiences: tuple[Experience, ...] = ()
    services: tuple[Service, ...] = ()
    foreign_models: tuple[ForeignModel, ...] = ()
    integrations: tuple[Integration, ...] = ()
    workspaces: tuple[Workspace, ...] = ()
    personas: tuple[Persona, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    tests: tuple[Test, ...] = ()
    extensions: tuple[Extension, ...]

    @cached_property
    def _entities(self) -> dict[str, Entity]:
        return {entity.name: entity for entity in self.entities}

    @cached_property
    def _enums(self) -> dict[str, Enum]:
        return {enum.name: enum for enum in self.enums}

    @cached_property
    def _surfaces(self) -> dict[str, Surface]:
        return {surface.name: surface for surface in self.surfaces}

    @cached_property
    def _references(self) -> dict[str, tuple[Field, ...]]:
        found: dict[str, list[Field]] = {}
        for each in (each for entity in self.entities for each in entity.fields):
            if each.target_kind == "entity" and each.target_name is not None:
                found.setdefault(each.target_name, []).append(each)
        return {name: tuple(fields) for name, fields in found.items()}

    @cached_property
    def _links(self) -> dict[str, tuple[Relation, ...]]:
        found: dict[str, list[Relation]] = {}
        for each in (each for entity in self.entities for each in entity.links):
            found.setdefault(each.target_name, []).append(each)
        return {name: tuple(links) for name, links in found.items()}

    @cached_property
    def _surfaces_of(self) -> dict[str | None, tuple[Surface, ...]]:
        found: dict[str | None, list[Surface]] = {}
        for each in self.surfaces:
            found.setdefault(each.entity_name, []).append(each)
        return {name: tuple(surfaces) for name, surfaces in found.items()}

    def entity(self, name: str) -> Entity:
        """Find an entity by its name; KeyError if there is none."""
        return self._entities[name]

    def enum(self, name: str) -> Enum:
        """Find a shared enumeration by its name; KeyError if there is none."""
        return self._enums[name]

    def surface(self, name: str) -> Surface:
        """Find a surface by its name; KeyError if there is none."""
        return self._surfaces[name]

    def experience(self, name: str) -> Experience:
        """Find a flow by its name; KeyError if there is none."""
        return {each.name: each for each in self.experiences}[name]

    def service(self, name: str) -> Service:
        """Find another system by its name; KeyError if there is none."""
        return {each.name: each for each in self.services}[name]

    def foreign_model(self, name: str) -> ForeignModel:
        """Find a kind of foreign records by its name; KeyError if there is none."""
        return {each.name: each for each in self.foreign_models}[name]

    def integration(self, name: str) -> Integration:
        """Find a connection by its name; KeyError if there is none."""
        return {each.name: each for each in self.integrations}[name]

    def workspace(self, name: str) -> Workspace:
        """Find a workspace by its name; KeyError if there is none."""
        return {each.name: each for each in self.workspaces}[name]

    def links_to(self, entity: Entity) -> tuple[Relation, ...]:
        """Find the `many_to_many` relations that lead to an entity."""
        return self._links.get(entity.name, ())

    def surfaces_of(self, entity: Entity) -> tuple[Surface, ...]:
        """List the pages of an entity, in order of declaration."""
        return self._surfaces_of.get(entity.name, ())

    def references_to(self, entity: Entity) -> tuple[Field, ...]:
        """List the references to an entity, in order of declaration."""
        return self._references.get(entity.name, ())
