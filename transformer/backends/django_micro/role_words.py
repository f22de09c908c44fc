"""What templates read of roles: who can have which, and what each may do."""

from dataclasses import dataclass

from transformer.backends.django.application import Application
from transformer.backends.django.asked_people import asks_role
from transformer.backends.django.code import (
    Code,
    make_dict,
    make_list,
    make_literal,
    make_texts,
    make_tuple,
)
from transformer.backends.django.printing import print_code
from transformer.backends.django_micro.page_policies import has_policy
from transformer.backends.django_micro.site import SitePlan
from transformer.model import Model
from transformer.model.access_rights import list_rights
from transformer.model.page_rules import list_audiences, list_page_rules
from transformer.model.rights import list_rights_fields, list_roles
from transformer.model.transition_rights import list_transition_rights


@dataclass(frozen=True, slots=True)
class RolesView:
    """The roles of an app, in finished lines."""

    role_attribute: str
    """The attribute that holds a person's role; the empty string where groups are roles."""
    role_groups: str
    """The line with the groups that are roles, where pages or invariants ask for some."""
    rights_fields: str
    """The line with the attributes of people that rules ask for, or the empty string."""
    rights: str
    """The list of rights, by entity and by role, with conditions in words."""
    told_transitions: str
    """The transitions, with who may make them in words; the empty string without any."""
    told_pages: str
    """The rules of pages in words; the empty string where there are none."""
    has_role_names: bool
    """Whether there are roles that people can be given."""
    role_titles: str
    """The line with the roles and their titles."""
    lacks_role: bool
    """Whether somebody may be without a role where one field holds it."""


def make_roles(plan: SitePlan) -> RolesView:
    """Make what templates read of roles."""
    names, model = plan.names, plan.model
    person, has_page_policies = model.person, any(map(has_policy, plan.site.pages))
    invariants = (rule.condition for each in model.entities for rule in each.invariants)
    names_roles = has_page_policies or any(map(asks_role, invariants))
    rights = list(map(names.name_attribute, list_rights_fields(model)))
    titles = [(role, make_literal(title)) for role, title in title_roles(model).items()]
    return RolesView(
        role_attribute=names.name_attribute(person.role) if person.role else "",
        role_groups=_print_groups(list_roles(model)) if names_roles else "",
        rights_fields=print_code(make_texts(rights), 0, "RIGHTS_FIELDS = ") if rights else "",
        rights=print_code(_list_rights(plan.application), 0, "RIGHTS = ", explode=True),
        told_transitions=_print_transitions(plan.application),
        told_pages=_print_pages(model),
        has_role_names=bool(titles),
        role_titles=print_code(make_dict(titles), 0, "ROLES = "),
        lacks_role=person.role is not None and not person.role.required,
    )


def _list_rights(application: Application) -> Code:
    """List who may do what: model → people → operation → yes, no or a condition in words."""
    found: dict[str, dict[str, list[tuple[str, Code]]]] = {}
    for each in list_rights(application.model):
        model = application.names.name_model(application.model.entity(each.entity))
        told = found.setdefault(model, {}).setdefault(each.people, [])
        told.append((each.operation, make_literal(each.condition)))
    return make_dict(
        [
            (model, make_dict([(who, make_dict(told)) for who, told in people.items()]))
            for model, people in found.items()
        ]
    )


def _print_transitions(application: Application) -> str:
    """Print who may make which transition: model → change → people → as of rights."""
    found: dict[str, dict[str, list[tuple[str, Code]]]] = {}
    for each in list_transition_rights(application.model):
        model = application.names.name_model(application.model.entity(each.entity))
        told = found.setdefault(model, {}).setdefault(each.change.replace("->", "→"), [])
        told.append((each.people, make_literal(each.condition)))
    tables = [
        (model, make_dict([(change, make_dict(told)) for change, told in changes.items()]))
        for model, changes in found.items()
    ]
    return print_code(make_dict(tables), 0, "TRANSITIONS = ", explode=True) if tables else ""


def _print_pages(model: Model) -> str:
    """Print the rules of pages: title, role or nothing, and the rule."""
    titles = {each.name: each.title for each in model.surfaces}
    told = [(each.page, "", f"access: {each.open_to}") for each in list_audiences(model)]
    told += [(e.page, e.people, rule) for e in list_page_rules(model) for rule in e.rules]
    order = list(titles)
    told.sort(key=lambda each: order.index(each[0]))
    lines = [make_tuple(map(make_literal, (titles[p], who, rule))) for p, who, rule in told]
    return print_code(make_list(lines), 0, "PAGES = ", explode=True) if lines else ""


def title_roles(model: Model) -> dict[str, str]:
    """Title the roles that people can have: role → title."""
    field = model.person.role
    told = {each.value: each.title for each in field.values or ()} if field else {}
    told |= {each.name: each.title for each in model.personas if field is None}
    return {role: told.get(role, role) for role in list_roles(model)}


def _print_groups(roles: list[str]) -> str:
    """Print the set of the groups that are roles."""
    start, _, rest = print_code(make_texts(roles), 0, "_roles = ").partition("[")
    return f"{start}{{{rest.removesuffix(']')}}}"
