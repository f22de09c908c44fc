"""What templates read of the policies of an app."""

from dataclasses import dataclass

from transformer.backends.django.application import Application
from transformer.backends.django.code import Code, make_dict, make_literal, make_texts
from transformer.backends.django.imports import write_imports
from transformer.backends.django.policies import PolicyView, has_rules, view_policies
from transformer.backends.django.printing import print_code
from transformer.backends.django_micro.page_policies import PagePolicyView, view_page_policies
from transformer.backends.django_micro.site import SitePlan
from transformer.model import Model
from transformer.model.access_rights import list_rights
from transformer.model.rights import list_rights_fields, list_roles
from transformer.model.variants import has_hidden


@dataclass(frozen=True, slots=True)
class PoliciesView:
    """The policies of an app; no words are about them where nothing has rules."""

    policies: list[PolicyView]
    page_policies: list[PagePolicyView]
    policy_imports: str
    has_policies: bool
    """Whether entities have rules, or pages."""
    has_page_policies: bool
    hides_values: bool
    """Whether pages hide some values from roles."""
    has_tenants: bool
    """Whether rows of some entity belong to tenants."""
    has_account_policy: bool
    """Whether the people who sign in are an entity with rules."""
    role_attribute: str
    """The attribute that holds a person's role; the empty string where groups are roles."""
    role_groups: str
    """The line with the groups that are roles, where pages ask for all roles of somebody."""
    rights_fields: str
    """The line with the attributes of people that rules ask for, or the empty string."""
    rights: str
    """The list of rights, by entity and by role, with conditions in words."""
    has_role_names: bool
    """Whether there are roles that people can be given."""
    role_titles: str
    """The line with the roles and their titles."""
    lacks_role: bool
    """Whether somebody may be without a role where one field holds it."""

    @property
    def needs_functions(self) -> bool:
        """Whether conditions compute what the app has functions for."""
        used = [each.used for each in self.policies] + [each.used for each in self.page_policies]
        return any("functions" in names for names in used)


def make_policies(plan: SitePlan) -> PoliciesView:
    """Make what templates read of policies."""
    names, model = plan.names, plan.model
    person = model.person
    policies, of_pages = list(view_policies(model, names)), list(view_page_policies(plan))
    used = frozenset[str]().union(*(each.used for each in policies))
    used = used.union(*(each.used for each in of_pages))
    models = {names.account, *(each.model for each in names.entities.values())}
    local = (used & models) | {each.model for each in policies}
    rights = list(map(names.name_attribute, list_rights_fields(model)))
    titles = [(role, make_literal(title)) for role, title in title_roles(model).items()]
    return PoliciesView(
        policies=policies,
        page_policies=of_pages,
        policy_imports=write_imports(used - local, {".models": local}),
        has_policies=bool(policies or of_pages),
        has_page_policies=bool(of_pages),
        hides_values=any(map(has_hidden, model.entities)),
        has_tenants=any(each.tenant for each in model.entities),
        has_account_policy=person.entity is not None and has_rules(person.entity),
        role_attribute=names.name_attribute(person.role) if person.role else "",
        role_groups=_print_groups(list_roles(model)) if of_pages else "",
        rights_fields=print_code(make_texts(rights), 0, "RIGHTS_FIELDS = ") if rights else "",
        rights=print_code(_list_rights(plan.application), 0, "RIGHTS = ", explode=True),
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
