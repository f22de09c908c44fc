"""What templates read of the API of an app, in finished pieces."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from transformer.backends.django.code import gather_names, make_dict, make_literal, refer_to
from transformer.backends.django.imports import write_imports
from transformer.backends.django.printing import print_assignments, print_code
from transformer.backends.django_micro.pages import Page
from transformer.backends.django_micro.site import SitePlan
from transformer.backends.django_micro.tests import EntityTests
from transformer.backends.django_rest.examples import ApiExample, find_examples
from transformer.backends.django_rest.record_fields import declare_options
from transformer.backends.django_rest.viewset_classes import (
    declare_viewset,
    find_action,
    find_pages,
    list_parents,
)
from transformer.backends.openapi.view import describe_api
from transformer.engine.yaml_documents import dump_yaml
from transformer.model.entities import Entity
from transformer.model.naming import make_unique
from transformer.model.surfaces import can_be_sent

_MODULES = {
    "BulkMixin": "api.bulk",
    "ChoicesMixin": "api.choices",
    "TransitionsMixin": "api.state_changes",
    "StateHistoryMixin": "api.state_history",
    "ChangesMixin": "api.changes",
    "VersionsMixin": "api.versions",
    "PutAwayMixin": "api.put_away",
}
"""What only some viewsets do → the module that has it."""


@dataclass(frozen=True, slots=True)
class ApiClasses:
    """The serializer and the viewset of an entity, in finished pieces."""

    model: str
    serializer: str
    options: str
    """The lines of its `Meta`."""
    viewset: str
    parents: str
    body: str
    address: str
    """The first part of its addresses."""
    basename: str
    used: frozenset[str]
    route: str = ""
    """The line of `urlpatterns` of a page beside the default ones."""


@dataclass(frozen=True, slots=True)
class ApiTests:
    """The tests of what the API does with the records of an entity."""

    name: str
    viewset: str
    maker: str
    values_name: str


@dataclass(frozen=True, slots=True)
class ApiView:
    """What templates read of the API."""

    api_classes: list[ApiClasses]
    api_further: list[ApiClasses]
    """Those of pages beside the default ones."""
    api_written: list[ApiClasses]
    """Both, in the order in which they stand."""
    api_imports: str
    api_tests: list[ApiTests]
    api_test_imports: str
    api_examples: list[ApiExample]
    """What somebody may send to make a record, as the README shows it."""
    document: str
    """The contract, as YAML."""


@dataclass(frozen=True, slots=True)
class ApiParts:
    """What only the API of some apps does."""

    api_bulk: bool
    """Whether records are changed many at a time."""
    api_choices: bool
    """Whether forms choose from other records."""
    api_transitions: bool
    """Whether there are states to be changed by the API."""
    api_state_history: bool
    """Whether it tells of transitions."""
    api_changes: bool
    """Whether it tells what became of records."""
    api_versions: bool
    """Whether it tells of versions, and restores them."""
    api_people: bool
    """Whether it tells who did something."""
    api_put_away: bool
    """Whether there are records that the API puts away and restores."""
    api_rights: bool
    """Whether rules say who may do what by the API."""


def view_api_parts(view: ApiView, *, has_rights: bool) -> ApiParts:
    """Tell what the API of an app does of what only some do."""
    used = frozenset[str]().union(*(each.used for each in view.api_classes))
    return ApiParts(
        api_bulk="BulkMixin" in used,
        api_choices="ChoicesMixin" in used,
        api_transitions="TransitionsMixin" in used,
        api_state_history="StateHistoryMixin" in used,
        api_changes="ChangesMixin" in used,
        api_versions="VersionsMixin" in used,
        api_people=bool(used & {"StateHistoryMixin", "ChangesMixin"}),
        api_put_away="PutAwayMixin" in used,
        api_rights=bool(view.api_classes) and has_rights,
    )


def view_api(plan: SitePlan, tests: list[EntityTests]) -> ApiView:
    """Make what templates read of the API; nothing of it where an app doesn't ask for one."""
    is_on = "api" in plan.model.app.features
    classes = list(_list_classes(plan)) if is_on else []
    further = list(_list_further(plan)) if is_on else []
    tested = list(_list_tests(classes, tests))
    return ApiView(
        api_tests=tested,
        api_test_imports=_write_test_imports(tested),
        api_classes=classes,
        api_further=further,
        api_written=[*classes, *further],
        api_imports=_write_imports([*classes, *further], plan),
        api_examples=list(find_examples(plan))[:1] if is_on else [],
        document=dump_yaml(describe_api(plan.model)) if is_on else "",
    )


def _list_tests(classes: list[ApiClasses], tests: list[EntityTests]) -> Iterator[ApiTests]:
    """List the tests of those entities of which a record can be made."""
    made = {each.model: each for each in tests if each.is_makeable}
    for each in classes:
        if found := made.get(each.model):
            name = f"{each.model}ApiTests"
            yield ApiTests(name, each.viewset, found.maker, found.values_name)


def _write_test_imports(tests: list[ApiTests]) -> str:
    helpers = {name for each in tests for name in (each.maker, each.values_name)}
    return write_imports(
        (),
        {
            "api.testing": {"RecordTests"} if tests else (),
            ".": {"api"} if tests else (),
            ".tests": helpers,
        },
    )


def _list_classes(plan: SitePlan) -> Iterator[ApiClasses]:
    for entity in plan.model.entities:
        if parents := list_parents(entity, plan):
            pages = find_pages(entity, plan)
            yield _make_classes(entity, plan.name_model(entity), parents, pages, plan)


def _list_further(plan: SitePlan) -> Iterator[ApiClasses]:
    """List the classes of pages beside the default ones, each of which has an address."""
    taken = plan.names.list_models()
    for page in plan.site.pages:
        entity, found = page.entity, find_action(page)
        is_form = page.mode in ("create", "edit")
        if entity is None or found is None or page.surface.default:
            continue
        if is_form and not (plan.has_form(page) and can_be_sent(page.surface)):
            continue
        action, parent = found
        name = make_unique(page.view.removesuffix("View"), taken, "")
        taken.add(name.lower())
        told = ("retrieve", "partial_update")
        known = find_pages(entity, plan)
        pages = {**{each: known[each] for each in told if each in known}, action: page}
        parents = [f"viewsets.{parent}", "viewsets.RecordViewSet"]
        made = _make_classes(entity, name, parents, pages, plan)
        yield replace(made, route=_print_route(page, made.viewset, action))


def _print_route(page: Page, viewset: str, action: str) -> str:
    """Print the line of `urlpatterns` of a page."""
    address = page.surface.address.strip("/").replace("{key}", "<str:key>")
    method = {"create": "post", "partial_update": "patch"}.get(action, "get")
    done = make_dict([(method, make_literal(action))])
    view = refer_to(viewset).get("as_view").call(done)
    return print_code(refer_to("path").call(make_literal(address), view), 4, suffix=",")


def _make_classes(
    entity: Entity, name: str, parents: list[str], pages: Mapping[str, Page], plan: SitePlan
) -> ApiClasses:
    options = list(declare_options(entity, plan, pages))
    body = list(declare_viewset(entity, plan, f"{name}Serializer", pages, parents))
    return ApiClasses(
        model=plan.name_model(entity),
        serializer=f"{name}Serializer",
        options=print_assignments(options, 8),
        viewset=f"{name}ViewSet",
        parents=_print_parents(f"{name}ViewSet", parents),
        body=print_assignments(body, 4),
        address=entity.address.strip("/"),
        basename=f"api_{entity.slug}",
        used=gather_names(each.code for each in (*options, *body)) | {*parents},
    )


def _print_parents(name: str, parents: list[str]) -> str:
    """Print the line that begins a class; where that is too long, each parent gets a line."""
    line = f"class {name}({', '.join(parents)}):"
    if len(line) <= 88:
        return line
    return "\n".join([f"class {name}(", *(f"    {each}," for each in parents), "):"])


def _write_imports(classes: list[ApiClasses], plan: SitePlan) -> str:
    used = frozenset[str]().union(*(each.used for each in classes))
    models = {plan.name_model(entity) for entity in plan.model.entities}
    local = {
        "api": {"viewsets"} if classes else set[str](),
        "api.routers": {"RecordRouter"},
        "api.serializers": {"RecordSerializer"} if classes else set(),
        **{module: used & {name} for name, module in _MODULES.items()},
        ".": used & {"filters", "policies"},
        ".models": used & models,
    }
    own = {each.serializer for each in classes}.union(*local.values())
    used = frozenset(name for name in used if "." not in name)
    used |= {"path"} if any(each.route for each in classes) else set()
    return write_imports(used - own, local)
