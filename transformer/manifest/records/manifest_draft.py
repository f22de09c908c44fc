"""The manifest as a whole."""

from typing import Literal, TypedDict, TypeGuard

from transformer.manifest.records.connection_drafts import (
    ForeignModelDraft,
    IntegrationDraft,
    ServiceDraft,
)
from transformer.manifest.records.documents import Part
from transformer.manifest.records.entity_drafts import EntityDraft
from transformer.manifest.records.people_drafts import (
    ExperienceDraft,
    PersonaDraft,
    PersonDraft,
    WorkspaceDraft,
)
from transformer.manifest.records.scenario_drafts import ScenarioDraft, TestDraft
from transformer.manifest.records.surface_drafts import SurfaceDraft
from transformer.manifest.records.value_drafts import ChoiceDraft


class LogoDraft(TypedDict, total=False):
    """A logo."""

    name: Literal["logo.svg", "logo.png"]
    data: str


class AppDraft(TypedDict, total=False):
    """The app as a whole."""

    name: str
    title: str
    description: str
    version: str
    access: Literal["private", "read", "open"]
    signup: Literal["closed", "waiting", "open"]
    language: Literal["en", "de", "fr", "es"]
    brand: str
    logo: LogoDraft
    features: list[Literal["pdf", "import", "api"]]


class DeploymentDraft(TypedDict, total=False):
    """How the app is deployed."""

    runtime_txt: bool
    unenforced: Literal["refuse", "accept"]


class EnumDraft(TypedDict, total=False):
    """Values that several fields share."""

    name: str
    title: str
    values: list[ChoiceDraft]


class ExtensionDraft(TypedDict, total=False):
    """Lines that are kept for larger dialects."""

    block: str
    word: str
    rule: bool
    lines: list[str]


class ManifestDraft(TypedDict, total=False):
    """An app, as far as its files describe it."""

    manifest_version: Literal[1]
    app: AppDraft
    deployment: DeploymentDraft
    person: PersonDraft
    enums: list[EnumDraft]
    entities: list[EntityDraft]
    surfaces: list[SurfaceDraft]
    experiences: list[ExperienceDraft]
    services: list[ServiceDraft]
    foreign_models: list[ForeignModelDraft]
    integrations: list[IntegrationDraft]
    workspaces: list[WorkspaceDraft]
    personas: list[PersonaDraft]
    scenarios: list[ScenarioDraft]
    tests: list[TestDraft]
    extensions: list[ExtensionDraft]


def is_manifest(document: Part) -> TypeGuard[ManifestDraft]:
    """Tell whether a document has the properties of a manifest, and no other ones.

    Their content is right if lines were lowered by the grammar, or the schema was checked.
    """
    return document.keys() <= ManifestDraft.__annotations__.keys()
