"""What templates read of the policies of an app."""

from dataclasses import dataclass

from transformer.backends.django.imports import write_imports
from transformer.backends.django.policies import PolicyView, has_rules, view_policies
from transformer.backends.django.printing import print_assignments
from transformer.backends.django_micro.page_access import list_accesses
from transformer.backends.django_micro.page_policies import PagePolicyView, view_page_policies
from transformer.backends.django_micro.site import SitePlan
from transformer.model.page_access import is_public
from transformer.model.variants import is_narrow_form, list_variants


@dataclass(frozen=True, slots=True)
class PoliciesView:
    """The policies of an app; no words are about them where nothing has rules."""

    policies: list[PolicyView]
    page_policies: list[PagePolicyView]
    policy_imports: str
    has_policies: bool
    """Whether entities have rules, or pages."""
    has_page_policies: bool
    page_accesses: list[str]
    """The lines that say whom pages are for."""
    has_page_access: bool
    """Whether some pages are for some people only, or for everybody."""
    has_public_lists: bool
    has_public_forms: bool
    has_signed_in_pages: bool
    """Whether some pages are for whoever is signed in."""
    has_public_pages: bool
    """Whether some pages are open to those who aren't signed in."""
    hides_values: bool
    """Whether pages hide some values from roles."""
    narrows_forms: bool
    """Whether forms have less for some roles."""
    has_tenants: bool
    """Whether rows of some entity belong to tenants."""
    has_account_policy: bool
    """Whether the people who sign in are an entity with rules."""

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
    accesses, pages = list_accesses(plan), plan.pages_by_parent
    used = used.union(*(each.code.names for each in accesses))
    models = {names.account, *(each.model for each in names.entities.values())}
    local = (used & models) | {each.model for each in policies}
    return PoliciesView(
        policies=policies,
        page_policies=of_pages,
        policy_imports=write_imports(used - local, {".models": local}),
        has_policies=bool(policies or of_pages or accesses),
        has_page_policies=bool(of_pages),
        page_accesses=[print_assignments([each], 0) for each in accesses],
        has_page_access=bool(accesses),
        has_public_lists=any(is_public(page.surface) for page in pages["ListView"]),
        has_public_forms=any(is_public(page.surface) for page in pages["CreateView"]),
        has_signed_in_pages=any("signed_in" in each.code.names for each in accesses),
        has_public_pages=plan.has_public_pages,
        hides_values=plan.hides_values,
        narrows_forms=any(
            is_narrow_form(each) for page in model.surfaces for each in list_variants(page)
        ),
        has_tenants=any(each.tenant for each in model.entities),
        has_account_policy=person.entity is not None and has_rules(person.entity),
    )
