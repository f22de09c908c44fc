"""Guards: what a transition asks of a row, and of whoever makes it.

% if has_role_guards:
`requires("owner")` asks for values. `where(…)` has a condition on the row, and words
for it. `role(…)` and `by(…)` ask who makes the transition, and hold where nobody does,
as in `manage.py`. `&` and `|` join them.
% else:
`requires("owner")` asks for values. `where(…)` has a condition on the row, and words
for it. `by(…)` asks who makes the transition, and holds where nobody does, as in
`manage.py`. `&` and `|` join them.
% endif
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _
% if has_role_guards:

from .roles import ${"has_role" if role_attribute else "declare_roles, has_role"}
% endif


class Guard:
    """A condition of a transition.

    `explain(row, user)` gives what the row lacks, which is nothing where the guard
    holds; and None if no other row would do, because of who the user is.
    """

    def __and__(self, other):
        return Both(self, other)

    def __or__(self, other):
        return Either(self, other)


@dataclass(frozen=True)
class Both(Guard):
    left: Guard
    right: Guard

    def explain(self, row, user):
        left, right = self.left.explain(row, user), self.right.explain(row, user)
        return None if left is None or right is None else [*left, *right]


@dataclass(frozen=True)
class Either(Guard):
    left: Guard
    right: Guard

    def explain(self, row, user):
        left, right = self.left.explain(row, user), self.right.explain(row, user)
        if left is None or right is None:
            return left if right is None else right
        if not (left and right):
            return []
        words = {"one": ", ".join(left), "other": ", ".join(right)}
        return [_("%(one)s or %(other)s") % words]


@dataclass(frozen=True)
class By(Guard):
    """A condition on whoever makes a transition, and perhaps on the row as well."""

    test: Callable

    def explain(self, row, user):
        if user is None or (user.is_active and user.is_superuser):
            return []
        return [] if self.test(row, user) else None

    def __invert__(self):
        return By(lambda row, user: not self.test(row, user))


@dataclass(frozen=True)
class Where(Guard):
    """A condition on the row alone, and what people read of it."""

    test: Callable
    words: str

    def explain(self, row, user):
        return [] if self.test(row) else [self.words]


@dataclass(frozen=True)
class Requires(Guard):
    """The values that a row needs."""

    names: tuple[str, ...]

    def explain(self, row, user):
        fields = map(row._meta.get_field, self.names)
        missing = (f for f in fields if getattr(row, f.attname) in (None, ""))
        return [f"“{capfirst(each.verbose_name)}”" for each in missing]


class Never(Guard):
    def explain(self, row, user):
        return None


always = By(lambda row, user: True)
never = Never()
by = By
where = Where


def requires(*names):
    return Requires(names)
% if has_role_guards:


def role(*names):
    """True of whoever has one of the roles."""
% if not role_attribute:
    declare_roles(*names)
% endif
    return By(lambda row, user: has_role(user, *names))
% endif
