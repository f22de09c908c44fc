"""Whom pages are for, as `core/policies.py` says of some of them.

That is about a page and all addresses that belong to it, and gives nobody a right: who
may open a page sees and does what the policies of records allow. What is for everybody
may be opened without a sign-in, and shows what no rule keeps from whoever comes.
"""

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.urls import Resolver404, resolve

from records.permissions import is_allowed, may
from records.policies import Person

_pages = {}

everybody = Person(lambda user: True)


class PageAccess:
    """Whom the page with a name is for; `action` is what it does with rows."""

    def __init__(self, name, people, model=None, action=""):
        self.people, self.model, self.action = people, model, action
        _pages[name] = self

    @property
    def is_public(self):
        return self.people is everybody

    def lets_in(self, user):
        """Whether the page is for a user, whatever they may do there."""
        is_free = user.is_active and user.is_superuser
        return is_free or self.people.holds(user, None)

    def is_open(self, user):
        """Whether a user may open the page, as far as that follows from them alone."""
        if self.model is None or not self.lets_in(user):
            return self.lets_in(user)
        if self.is_public and not user.is_authenticated:
            return is_allowed(user, self.action, self.model, None)
        return may(user, self.action, self.model)


class OpenPages:
    """The pages that a user may open, for templates: `"team_list" in open_pages`."""

    def __init__(self, user):
        self.user = user

    def __contains__(self, name):
        return _pages[name].is_open(self.user)


def show_open_pages(request):
    """Let templates ask which pages are open to whoever asks for this one."""
    return {"open_pages": OpenPages(getattr(request, "user", AnonymousUser()))}


def is_for(user, name):
    """Whether the page with a name is for a user; others are for all."""
    return name not in _pages or _pages[name].lets_in(user)


def leads_to(user, address):
    """Whether somebody gets to a page that they may open by an address of the app."""
    try:
        name = resolve(address.partition("?")[0]).view_name
    except Resolver404:
        return True
    if name in _pages:
        return _pages[name].is_open(user)
    return user.is_authenticated or shows_all_to_visitors()


def find_address(user, row):
    """The address of a row's page; the empty string if there is none that is open."""
    address = row.get_absolute_url() if hasattr(row, "get_absolute_url") else ""
    return address if address and leads_to(user, address) else ""


def is_listed_for_visitors(model):
    """Whether those who aren't signed in see rows of a model on some list."""
    lists = (each for each in _pages.values() if each.action == "view")
    is_listed = any(each.is_public and each.model is model for each in lists)
    return is_listed or shows_all_to_visitors()


def shows_all_to_visitors():
    return "view" in settings.RECORD_ACCESS["visitors"]
