"""What the templates of the backend read: the application in finished pieces."""

from dataclasses import dataclass

from transformer.backends.django.account_models import ACCOUNT_NAMES
from transformer.backends.django.admin import AdminView, view_admins
from transformer.backends.django.application import Application, make_application
from transformer.backends.django.asked_people import ASKED
from transformer.backends.django.imports import write_imports
from transformer.backends.django.initial_migration import MigrationView, view_migration
from transformer.backends.django.migrations.declared import list_fill_names
from transformer.backends.django.models import (
    EnumView,
    FunctionView,
    ModelView,
    view_default_functions,
    view_model,
    view_shared_enums,
)
from transformer.backends.django_micro.account_views import AccountsView, view_accounts
from transformer.backends.django_micro.app import AppView, Features, view_app, view_features
from transformer.backends.django_micro.behaviour_words import list_behaviour
from transformer.backends.django_micro.form_names import name_forms
from transformer.backends.django_micro.forms import FormView, view_form
from transformer.backends.django_micro.inlines import plan_inlines
from transformer.backends.django_micro.inputs import FormNames, list_inputs, pick_inputs, pick_lines
from transformer.backends.django_micro.matrix_words import MatrixView, view_matrix
from transformer.backends.django_micro.media_words import print_masked_files, print_public_files
from transformer.backends.django_micro.page_access import PageAccessView, view_page_access
from transformer.backends.django_micro.pages import Site, plan_site
from transformer.backends.django_micro.policy_words import PoliciesView, make_policies
from transformer.backends.django_micro.role_words import RolesView, make_roles
from transformer.backends.django_micro.scenario_words import ScenariosView, make_scenarios
from transformer.backends.django_micro.screens import Screens, view_screens
from transformer.backends.django_micro.site import SitePlan
from transformer.backends.django_micro.tests import EntityTests, view_tests, write_test_imports
from transformer.backends.django_micro.workflow_words import WorkflowsView, make_workflows
from transformer.backends.django_rest.api_words import ApiParts, ApiView, view_api, view_api_parts
from transformer.engine.records import Words
from transformer.model import Model


@dataclass(frozen=True, slots=True)
class Records:
    """The models of an app, its admin and its first migration."""

    models: list[ModelView]
    model_names: list[str]
    enums: list[EnumView]
    default_functions: list[tuple[str, str]]
    model_imports: str
    has_functions: bool
    has_computed: bool
    has_asking_invariants: bool
    """Whether some invariants ask who is signed in."""
    has_role_invariants: bool
    asks_links: bool
    """Whether some invariants ask for what a row is linked to."""
    project_imports: str
    admins: list[AdminView]
    admin_imports: str
    migration: MigrationView
    migration_imports: str


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of an app, and its tests."""

    forms: list[FormView]
    form_imports: str
    has_account_forms: bool
    """Whether the app's own pages make accounts, or change them."""
    tests: list[EntityTests]
    test_imports: str


def make_words(model: Model) -> Words:
    """Make all words of the backend's templates."""
    application = make_application(model)
    site = plan_site(application)
    asking = (page for page in site.pages if page.kind == "form_pages")
    inputs = {page: list_inputs(page, application) for page in asking}
    forms = name_forms(inputs, application.names)
    fields = {page: pick_inputs(each) for page, each in inputs.items()}
    plan = SitePlan(application, site, fields, {page: name for page, (name, _) in forms.items()})
    return {
        **list_words(view_app(model)),
        **list_words(view_features(model)),
        **list_words(view_accounts(application)),
        "has_masked": any(each.sensitive for e in model.entities for each in e.fields),
        **_list_plan_words(plan, view_forms(application, site, forms)),
        "masked_files": print_masked_files(application),
        "public_files": print_public_files(plan),
        **_list_screen_words(view_screens(plan)),
    }


def _list_plan_words(plan: SitePlan, forms: Forms) -> Words:
    """List the words about records, rules, forms and the API."""
    records = list_words(view_records(plan.application, plan.site))
    rules = _list_rule_words(plan, records)
    api = view_api(plan, forms.tests)
    parts = view_api_parts(api, has_rights=bool(rules["has_policies"]))
    return {**records, **rules, **list_words(forms), **list_words(api), **list_words(parts)}


def _list_rule_words(plan: SitePlan, records: Words) -> Words:
    """List the words about rules, kinds of behaviour and scenarios, and what these need."""
    policies, workflows = make_policies(plan), make_workflows(plan.application)
    roles, scenarios = make_roles(plan), make_scenarios(plan.application)
    matrix = view_matrix(plan, has_policies=policies.has_policies)
    needs_functions = policies.names("functions") or workflows.names("functions")
    asks_links = policies.names("list_linked") or workflows.names("list_linked")
    asks_roles = workflows.has_role_guards or records["has_role_invariants"]
    has_roles = policies.has_policies or asks_roles
    behaviour = list_behaviour(plan)
    asks_actors = workflows.has_transitions or records["has_asking_invariants"]
    has_commands = scenarios.has_scenarios or workflows.has_timed
    views = (policies, view_page_access(plan), roles, workflows, scenarios, matrix)
    return {
        **{name: word for each in views for name, word in list_words(each).items()},
        **behaviour,
        "has_person": (has_person := behaviour["has_audit"] or behaviour["has_soft_deletion"]),
        "has_actors": has_person or asks_actors,
        "has_commands": has_commands or behaviour["has_soft_deletion"],
        "asks_links": records["asks_links"] or asks_links,
        "has_roles": has_roles,
        "gives_roles": has_roles and roles.has_role_names,
        "has_rights_page": policies.has_policies and roles.has_role_names,
        "has_functions": records["has_functions"] or needs_functions or matrix.matrix_computes,
    }


def list_words(
    pieces: AppView
    | Features
    | AccountsView
    | PoliciesView
    | PageAccessView
    | RolesView
    | WorkflowsView
    | MatrixView
    | ScenariosView
    | ApiView
    | ApiParts
    | Records
    | Forms,
) -> Words:
    """List the attributes of an object as words."""
    return {name: getattr(pieces, name) for name in pieces.__slots__}


def _list_screen_words(screens: Screens) -> Words:
    return {
        **screens.pages,
        "nav": screens.navigation.shown,
        "nav_more": screens.navigation.menu,
        "further": screens.navigation.further,
        "views": screens.views,
        "view_imports": screens.view_imports,
        "filter_sets": screens.filter_sets,
        "filter_imports": screens.filter_imports,
        "home_parents": screens.home_parents,
        "home_lists": screens.home_lists,
        "pages": screens.lines,
        "routes": screens.routes,
        "has_lists": screens.has_lists,
        "has_keys": screens.has_keys,
        **screens.cell_filters,
    }


def view_records(application: Application, site: Site) -> Records:
    """Make the models, the admin and the first migration."""
    made = application.classes.values()
    functions = view_default_functions(field for each in made for field in each.fields)
    models = [view_model(each, site.find_address(each.entity, "view", "edit")) for each in made]
    admins, migration = view_admins(application), view_migration(application)
    used = _list_used(application, models, functions)
    names = sorted({application.names.account, *(each.name for each in models)})
    return Records(
        models=models,
        model_names=names,
        enums=view_shared_enums(application.model.enums, application.names),
        default_functions=[(each.name, each.text) for each in functions],
        model_imports=write_imports(used),
        has_functions="functions" in used | list_fill_names(application.model, application.names),
        has_computed=any(each.queryset for each in models),
        has_asking_invariants="find_asked" in used,
        has_role_invariants="has_role" in used,
        asks_links="list_linked" in used,
        project_imports=write_imports((), {"core.models": names}),
        admins=admins,
        admin_imports=_write_admin_imports(admins, names),
        migration=migration,
        migration_imports=_write_migration_imports(migration, {each.name for each in functions}),
    )


def _list_used(
    application: Application, models: list[ModelView], functions: list[FunctionView]
) -> frozenset[str]:
    """List the names that models refer to, but for those of their own module."""
    used = frozenset[str]().union(*(m.used for m in models), *(f.used for f in functions))
    used |= {"models"} if application.model.enums else set()
    if application.model.person.entity is None:
        used |= ACCOUNT_NAMES | {"QuerySet", "uuid"}
    own = {*(each.name for each in functions), *(each.name for each in models)}
    return used - {"self", ASKED, *own, *_list_enums(application)}


def _list_enums(application: Application) -> set[str]:
    fields = (field for made in application.classes.values() for field in made.fields)
    return {field.enum_class for field in fields if field.enum_class}


def _write_admin_imports(admins: list[AdminView], models: list[str]) -> str:
    used = {"admin", "AccountAdmin"}.union(*(each.used for each in admins))
    return write_imports(used, {".models": models})


def _write_migration_imports(migration: MigrationView, functions: set[str]) -> str:
    used = migration.used | {"migrations"}
    local = {"..choices": used & {"timezones"}, "..models": used & functions}
    return write_imports(used - {"timezones"} - functions, local)


def view_forms(application: Application, site: Site, named: FormNames) -> Forms:
    """Make the forms, and the tests that fill them in."""
    names, inlines = application.names, plan_inlines(named, site, application)
    found = dict((*named.values(), *inlines.further))
    # Forms with lines refer to those of lines.
    order = sorted(found, key=lambda name: bool(pick_lines(found[name])))
    forms = [view_form(name, found[name], site, names, inlines) for name in order]
    used = frozenset[str]().union(*(form.used for form in forms)) - found.keys()
    fields = {page: (name, pick_inputs(inputs)) for page, (name, inputs) in named.items()}
    tests = view_tests(application, site, fields)
    return Forms(
        forms=forms,
        form_imports=write_imports(used, {".models": {form.model for form in forms}}),
        has_account_forms="AccountModelForm" in used,
        tests=tests,
        test_imports=write_test_imports(tests),
    )
