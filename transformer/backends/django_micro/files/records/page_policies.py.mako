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
% if has_closed_forms:
_forms = {}
% endif


@dataclass(frozen=True)
class ForRole:
    """What a page is like for a role.

    It has the rows of `scope`, not the values in `hide`, or only those in `show`. Where
    it is `read_only`, nothing is changed.
% if narrows_forms:
    What a form has, `inputs` says, which is hidden nowhere else.
% endif
    """

    role: str
    scope: Condition = always
    show: tuple = ()
    hide: tuple = ()
    read_only: bool = False
% if narrows_forms:
    inputs: tuple = ()
% endif

    def hides(self, name):
        return name in self.hide or bool(self.show) and name not in self.show
% if narrows_forms:

    def omits(self, name):
        return self.hides(name) or bool(self.inputs) and name not in self.inputs
% endif


for_role = ForRole


class PagePolicy:
% if has_closed_forms:
    """The policy of a page of a model; `added` are values that only some roles see.

    `form` is the name of the address of a form by which some role may change nothing.
    """

    def __init__(self, model, *variants, added=(), form=""):
        self.variants, self.added = variants, added
        _policies.setdefault(model, []).append(self)
        if form:
            _forms[form] = self
% else:
    """The policy of a page of a model; `added` are values that only some roles see."""

    def __init__(self, model, *variants, added=()):
        self.variants, self.added = variants, added
        _policies.setdefault(model, []).append(self)
% endif

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

% if has_edit_policies:
    def lets_change(self, user, row):
        """Whether the page has a row for a user, who may change something there."""
        scopes = [each.scope for each in self.find_variants(user)]
        is_there = not scopes or join_any(scopes).holds(user, row)
        return is_there and not self.is_read_only(user)

% endif
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
% if narrows_forms:
        found = self.find_variants(user)
        if name not in self.added:
            return bool(found) and all(each.omits(name) for each in found)
% else:
        if name not in self.added:
            return self.hides(user, name)
        found = self.find_variants(user)
% endif
        return not any(name in each.show for each in found)


def list_policies(model):
    """Return the policies of all pages of a model, or of the one that it extends."""
    found = (_policies[each] for each in model.__mro__ if each in _policies)
    return next(found, ())
% if has_closed_forms:


def is_closed_to(form, user):
    """Whether a user may change nothing by a form, by the name of its address."""
    return form in _forms and _forms[form].is_read_only(user)
% endif
