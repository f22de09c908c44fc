"""What the templates of an app's pages show, in finished pieces."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from transformer.backends.django.imports import write_imports
from transformer.backends.django.indexes import list_uses
from transformer.backends.django.literals import escape_tag_text
from transformer.backends.django.printing import format_expression
from transformer.backends.django_micro.forms import list_facts
from transformer.backends.django_micro.import_export import list_imports
from transformer.backends.django_micro.lists import list_changed
from transformer.backends.django_micro.pages import (
    Cell,
    Group,
    Page,
    find_converter,
    find_list_title,
    view_groups,
)
from transformer.backends.django_micro.site import Plan
from transformer.backends.django_micro.views import list_routes, list_views
from transformer.diagnostics.resources import read_table
from transformer.engine.escapes import Finished, to_html
from transformer.engine.literals import spell_string

_ADD = '{% blocktranslate with name="NAME" %}Add {{ name }}{% endblocktranslate %}'
_MOST_LINKS = 6  # in the navigation; of more, the last ones move into a menu


@dataclass(frozen=True, slots=True)
class Action:
    """A button that leads to another page."""

    title: str
    address: str
    has_key: bool


@dataclass(frozen=True, slots=True)
class Screen:
    """A page; the name of an address that there isn't is the empty string."""

    title: str
    purpose: str
    template: str
    plural: str
    groups: list[Group]
    """What a list or view shows; on a form, what stands beside the inputs."""
    has_form: bool
    index: str
    add: str
    add_title: str
    """What the link there says, as a part of a template."""
    row: str
    edit: str
    delete: str
    upload: str
    """Where a file is taken in."""
    has_row: bool
    actions: list[Action]

    @property
    def cells(self) -> list[Cell]:
        """The values of all groups."""
        return [cell for group in self.groups for cell in group.cells]

    @property
    def link(self) -> Cell | None:
        """The value of a list's row that leads to the row's page."""
        plain = [cell for cell in self.cells if self.row and cell.is_plain]
        return next((cell for cell in plain if cell.names_row), plain[0] if plain else None)


@dataclass(frozen=True, slots=True)
class Link:
    """An entry of the navigation: a list and its rows as Python, or another page."""

    url_name: str
    title: str
    rows: str = ""
    chart: str = ""
    """The field by which the rows of a list are counted on the start page."""
    moment: str = ""
    """The field that says when a row was added."""


def view_screens(plan: Plan) -> dict[str, Any]:
    """The words of the templates of views, addresses and pages."""
    uploads = {page.entity["name"]: name for page, _, name, _ in list_imports(plan) if page.entity}
    screens = [(page.kind, _view_screen(page, plan, uploads)) for page in plan.site.pages]
    lists, further = list(_list_links(plan)), list(_list_further(plan))
    links = [*lists, *further]
    cut = len(links) if len(links) <= _MOST_LINKS else _MOST_LINKS - 1
    kinds = {row["kind"] for row in read_table("django/surfaces").values()}
    return {
        **{kind: [screen for k, screen in screens if k == kind] for kind in kinds},
        **_view_views(plan, lists),
        "further": further,
        "nav": links[:cut],
        "nav_more": links[cut:],
        "pages": [_describe_page(page) for page in plan.site.pages],
        "routes": list(list_routes(plan)),
        "has_keys": any(map(has_chosen_key, plan.entities.values())),
    }


def has_chosen_key(entity: Mapping[str, Any]) -> bool:
    """Whether addresses hold keys that people chose."""
    return find_converter(entity) == "key"


def _view_views(plan: Plan, links: list[Link]) -> dict[str, Any]:
    views = list(list_views(plan))
    bodies = "\n".join(f"{view.parent}\n{view.body}" for view in views)
    used = {n for n in ("reverse_lazy", "LoginRequiredMixin") if f"{n}" in bodies}
    pages = (p for p in plan.site.pages if p.mode != "custom" or plan.has_form(p))
    models = {plan.name_model(page.entity) for page in pages if page.entity}
    local = {
        "pages": {"generic"} | {"pdf" for view in views if "pdf." in view.parent},
        "pages.generic.importing": {n for n in ("ImportView",) if n in bodies},
        ".models": models,
        ".": {"forms"} if plan.forms else set(),
    }
    return {
        "views": views,
        "view_imports": write_imports(used, local),
        "home_lists": _write_home(links),
    }


def _write_home(links: list[Link]) -> str:
    return format_expression(
        f"[{', '.join(map(_spell_listing, links))}]", 4, "lists = ", explode=True
    )


def _spell_listing(link: Link) -> str:
    words = [spell_string(link.url_name), spell_string(link.title), link.rows]
    further = {"chart": link.chart, "moment": link.moment}
    words += [f"{option}={spell_string(name)}" for option, name in further.items() if name]
    return f"generic.Listing({', '.join(words)})"


def _view_screen(page: Page, plan: Plan, uploads: Mapping[str, str]) -> Screen:
    entity = page.entity["name"] if page.entity else ""
    find = plan.site.find_address
    deletable = page.entity and page.entity["deletable"]
    return Screen(
        title=page.surface["title"],
        purpose=page.surface.get("ux", {}).get("purpose", ""),
        template=page.template,
        plural=_title_index(page, plan),
        groups=_view_groups(page, plan),
        has_form=plan.has_form(page),
        index=find(entity, "list") or "",
        add=find(entity, "create") or "",
        add_title=_title_addition(plan.site.defaults.get((entity, "create"))),
        row=find(entity, "view", "edit") or "",
        edit=find(entity, "edit") or "",
        delete=f"{page.entity['slug']}_delete" if page.entity and deletable else "",
        upload=uploads.get(entity, ""),
        has_row=page.mode == "edit",
        actions=list(_list_actions(page, plan)),
    )


def _title_addition(page: Page | None) -> Finished:
    """What the link to a create page says; a title such as "Task create" is none for a link."""
    if page is None or page.entity is None:
        return Finished()
    title = str(page.surface["title"])
    said, made, entity = map(_keep_letters, (title, page.surface["name"], page.entity["slug"]))
    is_made = said == made and made.startswith(entity)
    if not is_made:
        return Finished(to_html(title))
    name = escape_tag_text(page.entity["title"])
    return Finished(_ADD.replace("NAME", name))


def _keep_letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).lower()


def _view_groups(page: Page, plan: Plan) -> list[Group]:
    """The values that a page shows: all of them, or on a form those that no one fills in."""
    facts = {fact.context.field["name"] for fact in list_facts(page, plan.names)}
    only = facts if page.kind == "form_pages" else None
    column = read_table("django/surfaces")[page.mode]["column"]
    changed = list_changed(page, plan) if page.kind == "lists" else ()
    return view_groups(page, plan.names, plan.site, column, only, changed)


def _list_actions(page: Page, plan: Plan) -> Iterator[Action]:
    """The buttons of a page; one that needs a row to lead to stands only where there is a row.

    Without a form there is nothing to send or to end, so every action is a button.
    """
    for action in page.surface["actions"]:
        target = plan.site.named.get(action["target"].get("surface", ""))
        if target and (action["trigger"] == "click" or not plan.has_form(page)):
            same_row = page.has_key and target.entity is page.entity
            if same_row or not target.has_key:
                yield Action(action["title"], target.address, target.has_key)


def _title_index(page: Page, plan: Plan) -> str:
    """What leads back from a page to the list of its rows."""
    index = page.entity and plan.site.defaults.get((page.entity["name"], "list"))
    return find_list_title(index or page)


def _list_links(plan: Plan) -> Iterator[Link]:
    for entity in plan.manifest["entities"]:
        if address := plan.site.find_address(entity["name"], "list"):
            title = find_list_title(plan.site.defaults[entity["name"], "list"])
            rows = f"{plan.name_model(entity)}.objects.all()"
            drawn, added = _choose_chart(entity, plan), _find_moment(entity, plan)
            yield Link(address, title, rows, drawn, added)


def _choose_chart(entity: Mapping[str, Any], plan: Plan) -> str:
    """The field that a chart can be made of: the first enumeration, else the first date."""
    fields = [f for f in entity["fields"] if list_uses(f) and "automatic" not in f]
    kinds = ([f for f in fields if f["type"] == kind] for kind in ("enum", "date"))
    chosen = next((found[0]["name"] for found in kinds if found), None)
    return plan.names.entities[entity["name"]].attributes[chosen] if chosen else ""


def _find_moment(entity: Mapping[str, Any], plan: Plan) -> str:
    made = (f for f in entity["fields"] if f.get("automatic") == "created")
    moment = next((f["name"] for f in made if f["type"] == "datetime"), None)
    return plan.names.entities[entity["name"]].attributes[moment] if moment else ""


def _list_further(plan: Plan) -> Iterator[Link]:
    """The pages of no row in particular to which no list leads."""
    for page in plan.site.pages:
        entity = page.entity["name"] if page.entity else ""
        is_default = page.surface["default"] and page.mode in ("list", "create")
        if not page.has_key and not (is_default and plan.site.find_address(entity, "list")):
            yield Link(page.address, page.surface["title"])


def _describe_page(page: Page) -> SimpleNamespace:
    return SimpleNamespace(title=page.surface["title"], address=page.surface["address"])
