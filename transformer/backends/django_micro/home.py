"""What the view of the home page declares."""

from collections.abc import Iterator

from transformer.backends.django.code import Code, make_dict, make_list, refer_to
from transformer.backends.django.printing import Assignment
from transformer.backends.django_micro.app import has_waiting
from transformer.backends.django_micro.navigation import Navigation, make_listing
from transformer.backends.django_micro.page_policies import has_policy, name_policy
from transformer.backends.django_micro.site import SitePlan


def list_home_parents(plan: SitePlan) -> Iterator[Code]:
    """List what the view of the home page inherits from."""
    if has_waiting(plan.model.app):
        yield refer_to("WaitingMixin")
    if any(map(has_policy, plan.site.pages)):
        yield refer_to("by_role.HomeMixin")
    yield refer_to("generic.HomeView")


def declare_home(plan: SitePlan, navigation: Navigation) -> Iterator[Assignment]:
    """Declare the lists of the home page, and the policies that some of them have."""
    yield Assignment("lists", make_list(map(make_listing, navigation.lists)), explode=True)
    lists = (plan.site.find_page(entity, "list") for entity in plan.model.entities)
    ruled = {
        page.address: refer_to(f"policies.{name_policy(page)}")
        for page in lists
        if page and has_policy(page)
    }
    if ruled:
        yield Assignment("page_policies", make_dict(ruled.items()), explode=True)
