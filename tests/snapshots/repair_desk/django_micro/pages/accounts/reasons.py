"""Why somebody may do something with a row, or may not: the lines that decide it."""

from typing import NamedTuple

from django.contrib.auth import get_permission_codename
from django.contrib.auth.backends import ModelBackend
from django.utils.translation import gettext_lazy as _

from records.hidden_values import hides_line
from records.permissions import APP, CHANGES, find_actions, is_above, is_member, may
from records.policies import find_policy

# What policies call operations, with their titles and what permissions call them.
OPERATIONS = {
    "list": _("List"),
    "read": _("Read"),
    "create": _("Create"),
    "update": _("Change"),
    "delete": _("Delete"),
}
ACTIONS = {
    "list": "view",
    "read": "read",
    "create": "add",
    "update": "change",
    "delete": "delete",
}
HIDDEN = _("This depends on what is hidden from you, so it isn’t told.")


class Reason(NamedTuple):
    """A line, whether its condition holds, and whether it decides.

    A rule is a line of a policy; the others are true of all models.
    """

    text: str
    holds: bool
    decides: bool
    is_rule: bool = False


class Answer(NamedTuple):
    title: str
    is_allowed: bool
    reasons: list[Reason]


def explain(user, row, reader=None):
    """Say of each operation whether somebody may do it with a row, and why.

    Where that would tell a reader what is hidden from them, it isn't said.
    """
    return [
        Answer(title, None, [Reason(HIDDEN, None, True)])
        if reader and is_telling(user, name, row, reader)
        else answer(user, name, title, row)
        for name, title in OPERATIONS.items()
    ]


def answer(user, name, title, row):
    return Answer(title, is_allowed(user, name, row), [*list_reasons(user, name, row)])


def is_telling(user, operation, row, reader):
    """Tell whether lines that decide about a row read what is hidden from a reader."""
    policy, model = find_policy(type(row)), type(row)
    if policy is None or (user.is_superuser and user.is_active):
        return False
    lines = policy.list_lines("permit", operation)
    lines += policy.list_lines("forbid", operation) + policy.find_scopes(operation)
    return any(hides_line(reader, model, line.says) for line in lines)


def is_allowed(user, operation, row):
    if operation == "list":
        rows = type(row)._default_manager.visible_to(user)
        is_open = may(user, "view", type(row))
        return is_open and rows.filter(pk=row.pk).exists()
    return may(user, ACTIONS[operation], type(row), row)


def list_reasons(user, operation, row):
    if user.is_superuser and user.is_active:
        yield Reason(_("Superusers may do everything."), True, True)
        return
    action = "view" if operation == "read" else ACTIONS[operation]
    is_open = action in find_actions(user, type(row))
    if not is_open and is_permitted(user, action, type(row)):
        yield Reason(_("The admin has given a permission for this."), True, True)
    elif not is_open:
        yield Reason(_("The account has been let in."), is_member(user), True)
    if ACTIONS[operation] in CHANGES and is_above(row, user):
        yield Reason(_("The account belongs to whoever may do no more."), False, True)
    policy = find_policy(type(row))
    if policy is None:
        yield Reason(_("There are no rules: members may do everything."), True, is_open)
        return
    yield from list_lines(policy, user, operation, row)


def is_permitted(user, action, model):
    """Tell whether the admin has given somebody, or a group, a permission."""
    codename = get_permission_codename(action, model._meta)
    return ModelBackend().has_perm(user, f"{APP}.{codename}")


def list_lines(policy, user, operation, row):
    """The lines about an operation, each with whether it decides.

    Where something is allowed, those decide that allow it. Where not, each line that
    bans it does, and all lines of a kind of which one would have had to hold.
    """
    if policy.tenant:
        holds = policy.tenant.holds(user, row)
        decides = not holds or not policy.rules
        yield Reason(_("The record belongs to one’s own tenant."), holds, decides)
    if not policy.rules:
        return
    allowed = policy.allows(user, operation, row)
    permits = policy.list_lines("permit", operation)
    for lines in (permits, policy.find_scopes(operation)):
        held = [line.condition.holds(user, row) for line in lines]
        for line, holds in zip(lines, held, strict=True):
            decides = holds if allowed else not any(held)
            yield Reason(spell(line), holds, decides, is_rule=True)
    if not policy.list_permits(operation):
        yield Reason(_("A line permits this."), False, True)
    for line in policy.list_lines("forbid", operation):
        holds = line.condition.holds(user, row)
        yield Reason(spell(line), holds, holds, is_rule=True)


def spell(line):
    return f"{line.kind} {line.operation}: {line.says}"
