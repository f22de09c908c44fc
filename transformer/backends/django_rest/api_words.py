"""What templates read of the API of an app, in finished pieces."""

from collections.abc import Iterator
from dataclasses import dataclass

from transformer.backends.django.code import gather_names
from transformer.backends.django.imports import write_imports
from transformer.backends.django.printing import print_assignments
from transformer.backends.django_micro.site import SitePlan
from transformer.backends.django_micro.tests import EntityTests
from transformer.backends.django_rest.examples import ApiExample, find_examples
from transformer.backends.django_rest.record_fields import declare_options
from transformer.backends.django_rest.viewset_classes import declare_viewset, list_parents
from transformer.backends.openapi.view import describe_api
from transformer.engine.yaml_documents import dump_yaml
from transformer.model.entities import Entity

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
    api_imports: str
    api_tests: list[ApiTests]
    api_test_imports: str
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
    api_examples: list[ApiExample]
    """What somebody may send to make a record, as the README shows it."""
    api_rights: bool
    """Whether rules say who may do what by the API."""
    document: str
    """The contract, as YAML."""


def view_api(plan: SitePlan, tests: list[EntityTests], *, has_rights: bool) -> ApiView:
    """Make what templates read of the API; nothing of it where an app doesn't ask for one."""
    is_on = "api" in plan.model.app.features
    classes = list(_list_classes(plan)) if is_on else []
    used = frozenset[str]().union(*(each.used for each in classes))
    tested = list(_list_tests(classes, tests))
    return ApiView(
        api_tests=tested,
        api_test_imports=_write_test_imports(tested),
        api_classes=classes,
        api_imports=_write_imports(classes, plan),
        api_bulk="BulkMixin" in used,
        api_choices="ChoicesMixin" in used,
        api_transitions="TransitionsMixin" in used,
        api_state_history="StateHistoryMixin" in used,
        api_changes="ChangesMixin" in used,
        api_versions="VersionsMixin" in used,
        api_people=bool(used & {"StateHistoryMixin", "ChangesMixin"}),
        api_put_away="PutAwayMixin" in used,
        api_examples=list(find_examples(plan))[:1] if is_on else [],
        api_rights=is_on and has_rights,
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
            yield _make_classes(entity, parents, plan)


def _make_classes(entity: Entity, parents: list[str], plan: SitePlan) -> ApiClasses:
    name = plan.name_model(entity)
    options = list(declare_options(entity, plan))
    body = list(declare_viewset(entity, plan))
    return ApiClasses(
        model=name,
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
        "api": {"viewsets"},
        "api.routers": {"RecordRouter"},
        "api.serializers": {"RecordSerializer"},
        **{module: used & {name} for name, module in _MODULES.items()},
        ".": used & {"filters", "policies"},
        ".models": used & models,
    }
    own = {each.serializer for each in classes}.union(*local.values())
    used = frozenset(name for name in used if "." not in name)
    return write_imports(used - own, local)
