"""What the modules with views and filter sets import."""

from transformer.backends.django.code import gather_names
from transformer.backends.django.imports import write_imports
from transformer.backends.django.printing import Assignment
from transformer.backends.django_micro.filters import FilterSetClass
from transformer.backends.django_micro.home import list_home_parents
from transformer.backends.django_micro.site import SitePlan
from transformer.backends.django_micro.view_classes import ViewClass


def write_filter_imports(filter_sets: list[FilterSetClass]) -> str:
    """Write the imports of the module with the filter sets."""
    used = frozenset({"FilterSet"}).union(*(each.used for each in filter_sets))
    return write_imports(used, {".models": {each.model for each in filter_sets}})


def write_view_imports(plan: SitePlan, views: list[ViewClass], home: list[Assignment]) -> str:
    """Write the imports of the module with the views."""
    used = gather_names([*list_home_parents(plan), *(each.code for each in home)])
    used = used.union(*(view.used for view in views))
    models = {each.model for each in plan.names.entities.values()}
    local = {
        "pages": {"generic"} | used & {"pdf"},
        "pages.generic.importing": used & {"ImportView"},
        "pages.generic": used
        & {"access", "by_role", "history", "put_away", "state_changes", "versions"},
        "pages.accounts.waiting": used & {"WaitingMixin"},
        ".models": used & models,
        ".": used & {"filters", "forms", "policies"},
    }
    own = {view.name for view in views}.union(*local.values())
    return write_imports(used - own, local)
