"""What templates read of the policies of an app."""

from dataclasses import dataclass

from transformer.backends.django.imports import write_imports
from transformer.backends.django.policies import PolicyView, has_rules, view_policies
from transformer.backends.django_micro.page_access import list_accesses
from transformer.backends.django_micro.page_policies import (
    PagePolicyView,
    find_edit_policy,
    view_page_policies,
)
from transformer.backends.django_micro.related import has_dependent_additions, leads_to_forms
from transformer.backends.django_micro.site import SitePlan
from transformer.model.variants import is_narrow_form, list_all_variants


@dataclass(frozen=True, slots=True)
class PoliciesView:
    """The policies of an app; no words are about them where nothing has rules."""

    policies: list[PolicyView]
    page_policies: list[PagePolicyView]
    policy_imports: str
    has_policies: bool
    """Whether entities have rules, or pages."""
    has_page_policies: bool
    has_closed_forms: bool
    """Whether a role may change nothing by some form."""
    has_dependent_additions: bool
    """Whether it depends on the row of some page who may add another to it."""
    leads_to_forms: bool
    """Whether the pages of rows that are shown are forms that not everybody may use."""
    has_edit_policies: bool
    """Whether forms to which pages of rows lead are different for some roles."""
    hides_values: bool
    """Whether pages hide some values from roles."""
    narrows_forms: bool
    """Whether forms have less for some roles."""
    has_tenants: bool
    """Whether rows of some entity belong to tenants."""
    has_account_policy: bool
    """Whether the people who sign in are an entity with rules."""

    def names(self, word: str) -> bool:
        """Whether conditions use something by a name."""
        used = [each.used for each in self.policies] + [each.used for each in self.page_policies]
        return any(word in names for names in used)


def make_policies(plan: SitePlan) -> PoliciesView:
    """Make what templates read of policies."""
    names, model, person = plan.names, plan.model, plan.model.person
    policies, of_pages = list(view_policies(model, names)), list(view_page_policies(plan))
    used = frozenset[str]().union(*(each.used for each in policies))
    used = used.union(*(each.used for each in of_pages))
    accesses = list_accesses(plan)
    used = used.union(*(each.code.names for each in accesses))
    models = {names.account, *(each.model for each in names.entities.values())}
    local = (used & models) | {each.model for each in policies}
    return PoliciesView(
        policies=policies,
        page_policies=of_pages,
        policy_imports=write_imports(used - local, {".models": local}),
        has_policies=bool(policies or of_pages or accesses),
        has_page_policies=bool(of_pages),
        has_closed_forms=bool(plan.closed_forms),
        has_dependent_additions=has_dependent_additions(plan),
        leads_to_forms=leads_to_forms(plan),
        has_edit_policies=any(find_edit_policy(page, plan) for page in plan.site.pages),
        hides_values=plan.hides_values,
        narrows_forms=any(map(is_narrow_form, list_all_variants(model))),
        has_tenants=any(each.tenant for each in model.entities),
        has_account_policy=person.entity is not None and has_rules(person.entity),
    )
