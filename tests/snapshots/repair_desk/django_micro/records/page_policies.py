"""Policies of pages: what a page shows to people with a role, and what they do there.

A policy has a `for_role(…)` for each role that the page is different for. It narrows
what the policy of the model allows, and gives nobody a right. Whoever has several roles
sees and does what any of them may, and a role that the page says nothing of sees all of
it, as superusers do.
"""

from dataclasses import dataclass

from .policies import Condition, always, join_any
from .roles import list_roles

_policies = {}


@dataclass(frozen=True)
class ForRole:
    """What a page is like for a role.

    It has the rows of `scope`, not the values in `hide`, or only those in `show`. Where
    it is `read_only`, nothing is changed.
    """

    role: str
    scope: Condition = always
    show: tuple = ()
    hide: tuple = ()
    read_only: bool = False

    def hides(self, name):
        return name in self.hide or bool(self.show) and name not in self.show


for_role = ForRole


class PagePolicy:
    """The policy of a page of a model; `added` are values that only some roles see."""

    def __init__(self, model, *variants, added=()):
        self.variants, self.added = variants, added
        _policies.setdefault(model, []).append(self)

    def find_variants(self, user):
        """What the page is like for each of a user's roles; nothing if one sees all."""
        if user.is_active and user.is_superuser:
            return []
        roles = list_roles(user)
        found = [each for each in self.variants if each.role in roles]
        return found if len(found) == len(roles) else []

    def narrow(self, rows, user):
        """Return those of the rows that the page has for a user."""
        scopes = [each.scope for each in self.find_variants(user)]
        asked = join_any(scopes).narrow(user) if scopes else True
        if isinstance(asked, bool):
            return rows if asked else rows.none()
        return rows.filter(asked)

    def is_read_only(self, user):
        found = self.find_variants(user)
        return bool(found) and all(each.read_only for each in found)

    def hides(self, user, name):
        """Whether a value is kept from a user, wherever it could be told from."""
        found = self.find_variants(user)
        return bool(found) and all(each.hides(name) for each in found)

    def hides_any(self, user):
        """Whether any value is kept from a user."""
        found = self.find_variants(user)
        return bool(found) and all(each.hide or each.show for each in found)

    def omits(self, user, name):
        """Whether the page hasn't a value for a user: it is hidden, or for others."""
        if name not in self.added:
            return self.hides(user, name)
        found = self.find_variants(user)
        return not any(name in each.show for each in found)


def list_policies(model):
    """Return the policies of all pages of a model, or of the one that it extends."""
    found = (_policies[each] for each in model.__mro__ if each in _policies)
    return next(found, ())
