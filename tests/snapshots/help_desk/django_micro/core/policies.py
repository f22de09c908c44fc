"""Who may do what with records, and who sees which."""

from django.db import models

from records import functions
from records.page_policies import PagePolicy, for_role
from records.policies import (
    RecordPolicy,
    always,
    forbid,
    permit,
    register,
    role,
    scope,
    where,
)

from .models import Comment, Ticket, User


@register(Ticket)
class TicketPolicy(RecordPolicy):
    rules = [
        permit(
            "create",
            role("agent")
            | role("lead")
            | where(
                lambda user: models.Q(reporter=user.pk),
                lambda row, user: row.reporter_id == user.pk,
            ),
            says="role(agent) or role(lead) or reporter = current_user",
        ),
        permit("update", role("lead"), says="role(lead)"),
        permit(
            "update",
            role("agent")
            & where(
                lambda user: (
                    models.Q(assignee=user.pk) | models.Q(assignee__isnull=True)
                ),
                lambda row, user: row.assignee_id == user.pk or row.assignee_id is None,
            ),
            says="role(agent) and (assignee = current_user or assignee is null)",
        ),
        permit(
            "update",
            where(
                lambda user: (
                    models.Q(reporter=user.pk)
                    & models.Q(status__in=["waiting", "solved"])
                ),
                lambda row, user: (
                    row.reporter_id == user.pk and row.status in ("waiting", "solved")
                ),
            ),
            says="reporter = current_user and status in [waiting, solved]",
        ),
        permit("delete", role("lead"), says="role(lead)"),
        forbid(
            "update",
            where(
                lambda user: models.Q(status="closed"),
                lambda row, user: row.status == "closed",
            ),
            says="status = closed",
        ),
        forbid(
            "delete",
            where(
                lambda user: ~models.Q(status="closed"),
                lambda row, user: row.status != "closed",
            ),
            says="status != closed",
        ),
        scope(
            "list",
            where(
                lambda user: models.Q(reporter=user.pk),
                lambda row, user: row.reporter_id == user.pk,
            ),
            to=role("customer"),
            says="reporter = current_user as: customer",
        ),
        scope("list", always, to=role("agent", "lead"), says="all as: agent, lead"),
    ]


@register(Comment)
class CommentPolicy(RecordPolicy):
    rules = [
        permit(
            "create",
            role("agent")
            | role("lead")
            | where(
                lambda user: (
                    models.Q(ticket__reporter=user.pk) & models.Q(is_internal=False)
                ),
                lambda row, user: (
                    functions.follow(row, "ticket", "reporter_id") == user.pk
                    and row.is_internal is False
                ),
            ),
            says=(
                "role(agent) or role(lead) or ticket.reporter = current_user and "
                "is_internal = false"
            ),
        ),
        permit(
            "update",
            where(
                lambda user: models.Q(author=user.pk),
                lambda row, user: row.author_id == user.pk,
            ),
            says="author = current_user",
        ),
        permit(
            "delete",
            where(
                lambda user: models.Q(author=user.pk),
                lambda row, user: row.author_id == user.pk,
            )
            | role("lead"),
            says="author = current_user or role(lead)",
        ),
        scope(
            "list",
            where(
                lambda user: (
                    models.Q(ticket__reporter=user.pk) & models.Q(is_internal=False)
                ),
                lambda row, user: (
                    functions.follow(row, "ticket", "reporter_id") == user.pk
                    and row.is_internal is False
                ),
            ),
            to=role("customer"),
            says="ticket.reporter = current_user and is_internal = false as: customer",
        ),
        scope("list", always, to=role("agent", "lead"), says="all as: agent, lead"),
    ]


@register(User)
class UserPolicy(RecordPolicy):
    rules = [
        permit("list", role("agent", "lead"), says="role(agent, lead)"),
        permit(
            "read",
            role("agent")
            | role("lead")
            | where(
                lambda user: models.Q(id=functions.follow(user, "id")),
                lambda row, user: row.id == functions.follow(user, "id"),
            ),
            says="role(agent) or role(lead) or id = current_user.id",
        ),
        permit("create", role("lead"), says="role(lead)"),
        permit("update", role("lead"), says="role(lead)"),
    ]


# What some roles see and do on pages.
ticket_list_policy = PagePolicy(
    Ticket,
    for_role("customer", hide=["priority", "late"], read_only=True),
)
ticket_detail_policy = PagePolicy(
    Ticket,
    for_role("customer", hide=["callback", "priority", "late", "minutes"]),
)
ticket_create_policy = PagePolicy(
    Ticket,
    for_role("customer", read_only=True),
    form="ticket_create",
)
ticket_update_policy = PagePolicy(
    Ticket,
    for_role("customer", read_only=True),
    form="ticket_update",
)
comment_list_policy = PagePolicy(
    Comment,
    for_role("customer", hide=["is_internal"]),
)
comment_detail_policy = PagePolicy(
    Comment,
    for_role("customer", hide=["is_internal"]),
)
comment_create_policy = PagePolicy(
    Comment,
    for_role("customer", hide=["is_internal"]),
)
