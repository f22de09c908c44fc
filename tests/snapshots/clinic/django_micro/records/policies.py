"""Policies: who may do what with the rows of a model, and who sees which of them.

A policy is made of lines. `permit` says who may do something and `forbid` who may not,
which outweighs it; `scope` says with which rows. What no line allows is denied.

A condition stands for a user and a row. `role("warden")` and `person(…)` need no more
than the user, and `where(…)` has a condition on the row: as a query for all rows, and
as a test of one. `&` and `|` join them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_

from django.db.models import Case, Model, Q, Value, When

from .roles import has_role

READING = ("list", "read")
OPERATIONS = (*READING, "create", "update", "delete")

_policies = {}


class Condition:
    """What is asked of a user and a row.

    `narrow(user)` answers for all rows: True, False, or else the `Q` of those with
    which it is true. `holds(user, row)` answers for one.
    """

    def __and__(self, other):
        return Joined(self, other, and_, decisive=False)

    def __or__(self, other):
        return Joined(self, other, or_, decisive=True)


@dataclass(frozen=True)
class Joined(Condition):
    left: Condition
    right: Condition
    join: Callable
    decisive: bool

    def narrow(self, user):
        left = self.left.narrow(user)
        if left is self.decisive:
            return left
        right = self.right.narrow(user)
        if isinstance(left, bool) or right is self.decisive:
            return right
        return left if isinstance(right, bool) else self.join(left, right)

    def holds(self, user, row):
        if self.left.holds(user, row) is self.decisive:
            return self.decisive
        return self.right.holds(user, row)


@dataclass(frozen=True)
class Person(Condition):
    """What is true of a user, or isn't, whatever the row."""

    test: Callable

    def narrow(self, user):
        return bool(self.test(user))

    def holds(self, user, row):
        return bool(self.test(user))

    def __invert__(self):
        return Person(lambda user: not self.test(user))


@dataclass(frozen=True)
class Where(Condition):
    """A condition on rows: `query(user)` is a `Q`, and `test(row, user)` asks one."""

    query: Callable
    test: Callable

    def narrow(self, user):
        return self.query(user)

    def holds(self, user, row):
        return bool(self.test(row, user))


@dataclass(frozen=True)
class Unless(Condition):
    """True where another condition isn't, also where a database knows neither."""

    condition: Condition

    def narrow(self, user):
        found = self.condition.narrow(user)
        if isinstance(found, bool):
            return not found
        return Q(Case(When(found, then=Value(False)), default=Value(True)))

    def holds(self, user, row):
        return not self.condition.holds(user, row)


always = Person(lambda user: True)
never = Person(lambda user: False)
person = Person
where = Where


def role(*names):
    """True of whoever has one of the roles."""
    return Person(lambda user: has_role(user, *names))


@dataclass(frozen=True)
class Line:
    """A line of a policy: what it says of an operation, and under which condition.

    `says` is the condition as people read it on the page of rights.
    """

    kind: str
    operation: str
    condition: Condition
    says: str = ""


def permit(operation, condition, says=""):
    return Line("permit", operation, condition, says)


def forbid(operation, condition, says=""):
    return Line("forbid", operation, condition, says)


def scope(operation, condition, to=always, says=""):
    return Line("scope", operation, to & condition, says)


class RecordPolicy:
    """The policy of a model, which is what its `rules` say."""

    rules = ()

    def __init__(self):
        self.conditions = {name: self.join_lines(name) for name in OPERATIONS}

    def join_lines(self, operation):
        """The condition under which an operation is allowed."""
        allowed = join_any(self.list_permits(operation))
        if scopes := self.list_scopes(operation):
            allowed &= join_any(scopes)
        if bans := self.list_conditions("forbid", operation):
            allowed &= Unless(join_any(bans))
        return allowed

    def list_lines(self, kind, *operations):
        lines = [line for line in self.rules if line.kind == kind]
        return [line for line in lines if line.operation in operations]

    def list_conditions(self, kind, *operations):
        return [line.condition for line in self.list_lines(kind, *operations)]

    def list_permits(self, operation):
        """What permits an operation; if no line could, a scope for it does."""
        alike = READING if operation in READING else (operation,)
        is_free = not self.list_conditions("permit", *alike)
        if is_free and self.list_conditions("scope", *alike):
            return [always]
        return self.list_conditions("permit", operation)

    def list_scopes(self, operation):
        return [line.condition for line in self.find_scopes(operation)]

    def find_scopes(self, operation):
        """The scopes of an operation, or those of reading, or else of listing."""
        names = (operation, "read", "list")
        found = (self.list_lines("scope", each) for each in names)
        return next(filter(None, found), [])

    def allows(self, user, operation, row=None):
        """Whether a user may do something with a row, or with any row at all."""
        condition = self.conditions[operation]
        if row is None:
            return condition.narrow(user) is not False
        return condition.holds(user, row)

    def narrow(self, rows, user, operation):
        """Return those of the rows with which a user may do something."""
        if user.is_active and user.is_superuser:
            return rows
        found = self.conditions[operation].narrow(user)
        if isinstance(found, bool):
            return rows if found else rows.none()
        return rows.filter(found)


def join_any(conditions):
    return reduce(or_, conditions, never)


def register(model: type[Model]):
    """Make a class the policy of a model."""

    def add(policy):
        _policies[model] = policy()
        return policy

    return add


def find_policy(model):
    """Return the policy of a model; None where everybody may do everything.

    A proxy, or another model that extends one, has the same unless it has its own.
    """
    found = (_policies[each] for each in model.__mro__ if each in _policies)
    return next(found, None)
