"""What templates read of the app as such: titles, versions, colours, and what only some have."""

from collections.abc import Iterator
from dataclasses import dataclass

from transformer.backends.django.code import make_list, make_literal
from transformer.backends.django.contents import select_content
from transformer.backends.django.field_traits import read_types
from transformer.backends.django.printing import print_code
from transformer.backends.django_micro.colours import Colours, view_colours
from transformer.diagnostics.resources import read_table
from transformer.model import Model
from transformer.model.root import App, Logo
from transformer.model.surfaces import Surface


@dataclass(frozen=True, slots=True)
class Versions:
    """The versions that an emitted project asks for: the rows of `versions.yaml`."""

    python: str
    runtime: str
    django: str
    axes: str
    filter: str
    gunicorn: str
    whitenoise: str
    dotenv: str
    database_url: str
    psycopg: str
    fpdf2: str
    pillow: str
    rest_framework: str


@dataclass(frozen=True, slots=True)
class Icon:
    """The picture beside the app's name."""

    name: str
    type: str


@dataclass(frozen=True, slots=True)
class Features:
    """What only some apps have."""

    signup: bool
    has_waiting: bool
    """Whether accounts that people make for themselves wait until somebody lets them in."""
    with_pdf: bool
    with_import: bool
    with_api: bool
    has_files: bool
    has_images: bool
    has_json: bool
    has_timezones: bool
    has_urls: bool
    has_links: bool
    """Whether records are linked to any number of others on both sides."""
    has_link_columns: bool
    """Whether lists have columns of links."""
    edits_single: bool
    """Whether the one record that refers to another is edited from there."""
    runtime_txt: bool
    python_version: bool


@dataclass(frozen=True, slots=True)
class AppView:
    """The app as templates read it."""

    app: App
    app_label: str
    versions: Versions
    private: bool
    read: bool
    open_access: bool
    record_access: list[str]
    """Lines that say what people may do with records, by what they are."""
    colours: Colours
    logos: list[Logo]
    drawn_icon: bool
    icon: Icon
    initial: str


def view_app(model: Model) -> AppView:
    """Make what templates read of the app."""
    app, logo = model.app, model.app.logo
    return AppView(
        app=app,
        app_label=print_code(make_literal(app.title), 4, "verbose_name = "),
        versions=Versions(**read_table("django/versions", dict[str, str])),
        private=app.access == "private",
        read=app.access == "read",
        open_access=app.access == "open",
        record_access=list(_list_access(app)),
        colours=view_colours(app.brand),
        logos=[logo] if logo else [],
        drawn_icon=logo is None,
        icon=_choose_icon(logo),
        initial=next((c for c in app.title if c.isalnum()), "•").upper()[0],
    )


def _list_access(app: App) -> Iterator[str]:
    row = read_table("django/access", dict[str, dict[str, str]])[app.access]
    accounts = row["signed_up" if app.signup == "waiting" else "accounts"]
    found = {"visitors": row["visitors"], "accounts": accounts, "members": row["members"]}
    for name, actions in found.items():
        value = make_list(map(make_literal, actions.split()))
        yield print_code(value, 4, f'"{name}": ', ",")


def has_waiting(app: App) -> bool:
    """Tell whether accounts that people make for themselves wait until somebody lets them in."""
    return app.signup == "waiting" and app.access != "open"


def view_features(model: Model) -> Features:
    """Tell which of the things an app has that only some apps have."""
    types = {field.type for entity in model.entities for field in entity.fields}
    relations = [each for entity in model.entities for each in entity.relations]
    needs = {word for each in types for word in read_types()[each].get("needs", "").split()}
    return Features(
        signup=model.app.signup != "closed",
        has_waiting=has_waiting(model.app),
        with_pdf="pdf" in model.app.features,
        with_import="import" in model.app.features,
        with_api="api" in model.app.features,
        has_files="files" in needs,
        has_images="images" in needs,
        has_json="json" in needs,
        has_timezones="timezones" in needs,
        has_urls="urls" in needs,
        has_links=any(entity.links for entity in model.entities),
        has_link_columns=any(map(_has_link_columns, model.surfaces)),
        edits_single=any(each.kind == "has_one" and not each.readonly for each in relations),
        runtime_txt=model.deployment.runtime_txt,
        python_version=not model.deployment.runtime_txt,
    )


def _has_link_columns(surface: Surface) -> bool:
    return surface.mode == "list" and bool(select_content(surface, ()).links)


def _choose_icon(logo: Logo | None) -> Icon:
    """Choose the logo, or else one that is drawn with the app's initial."""
    is_bitmap = logo is not None and logo.name.endswith(".png")
    return Icon(logo.name if logo else "favicon.svg", f"image/{'png' if is_bitmap else 'svg+xml'}")
