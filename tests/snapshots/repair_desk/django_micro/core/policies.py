"""Who may do what with records, and who sees which."""

from django.db import models

from pages.page_access import PageAccess
from records import functions
from records.page_policies import PagePolicy, for_role
from records.policies import (
    RecordPolicy,
    Tenant,
    always,
    forbid,
    permit,
    register,
    role,
    scope,
    where,
)

from .models import House, Invoice, Note, Repair


@register(House)
class HousePolicy(RecordPolicy):
    rules = [
        permit("update", role("office"), says="role(office)"),
        scope(
            "read",
            where(
                lambda user: models.Q(id=functions.follow(user, "house", "id")),
                lambda row, user: row.id == functions.follow(user, "house", "id"),
            ),
            says="id = current_user.house.id",
        ),
    ]


@register(Repair)
class RepairPolicy(RecordPolicy):
    tenant = Tenant("house", own="house")
    rules = [
        permit(
            "list",
            role("tenant", "caretaker", "office"),
            says="role(tenant, caretaker, office)",
        ),
        permit("read", always, says="true"),
        permit("create", role("tenant", "office"), says="role(tenant, office)"),
        permit(
            "update",
            role("office")
            | (
                role("caretaker")
                & where(
                    lambda user: ~models.Q(status__in=["done", "dropped"]),
                    lambda row, user: row.status not in ("done", "dropped"),
                )
            ),
            says="role(office) or role(caretaker) and status not in [done, dropped]",
        ),
        permit("delete", role("office"), says="role(office)"),
        forbid(
            "delete",
            where(
                lambda user: models.Q(status="done"),
                lambda row, user: row.status == "done",
            ),
            says="status = done",
        ),
        forbid(
            "update",
            where(
                lambda user: models.Q(withdrawn_at__isnull=False),
                lambda row, user: row.withdrawn_at is not None,
            ),
            says="withdrawn_at is not null",
        ),
        scope(
            "list",
            where(
                lambda user: models.Q(house=functions.follow(user, "house_id")),
                lambda row, user: row.house_id == functions.follow(user, "house_id"),
            ),
            to=role("tenant"),
            says="house = current_user.house as: tenant",
        ),
        scope(
            "list",
            where(
                lambda user: (
                    models.Q(caretaker=user.pk) | models.Q(caretaker__isnull=True)
                ),
                lambda row, user: (
                    row.caretaker_id == user.pk or row.caretaker_id is None
                ),
            ),
            to=role("caretaker"),
            says="caretaker = current_user or caretaker is null as: caretaker",
        ),
        scope(
            "read",
            where(
                lambda user: (
                    models.Q(
                        functions.HasText(
                            models.F("reporter__house__street"),
                            models.Value("Lane"),
                        ),
                    )
                    | models.Q(is_public=True)
                ),
                lambda row, user: (
                    functions.has_text(
                        functions.follow(row, "reporter", "house", "street") or "",
                        "Lane",
                    )
                    or row.is_public is True
                ),
            ),
            says='reporter.house.street contains "Lane" or is_public = true',
        ),
        scope(
            "update",
            always,
            to=role("office", "caretaker"),
            says="all as: office, caretaker",
        ),
    ]


@register(Note)
class NotePolicy(RecordPolicy):
    rules = [
        permit(
            "list",
            where(
                lambda user: models.Q(author=user.pk) | models.Q(is_public=True),
                lambda row, user: row.author_id == user.pk or row.is_public is True,
            ),
            says="author = current_user or is_public = true",
        ),
        permit(
            "read",
            where(
                lambda user: models.Q(author=user.pk) | models.Q(is_public=True),
                lambda row, user: row.author_id == user.pk or row.is_public is True,
            ),
            says="author = current_user or is_public = true",
        ),
        permit(
            "create",
            where(
                lambda user: models.Q(author=user.pk),
                lambda row, user: row.author_id == user.pk,
            )
            | role("office"),
            says="author = current_user or role(office)",
        ),
        permit(
            "update",
            where(
                lambda user: models.Q(author=user.pk),
                lambda row, user: row.author_id == user.pk,
            )
            | role("office"),
            says="author = current_user or role(office)",
        ),
        permit(
            "delete",
            where(
                lambda user: models.Q(author=user.pk),
                lambda row, user: row.author_id == user.pk,
            )
            | role("office"),
            says="author = current_user or role(office)",
        ),
    ]


@register(Invoice)
class InvoicePolicy(RecordPolicy):
    rules = [
        permit("list", role("office"), says="role(office)"),
        permit(
            "create",
            role("office")
            & where(
                lambda user: models.Q(repair__status__in=["done", "dropped"]),
                lambda row, user: (
                    (functions.follow(row, "repair", "status") or "")
                    in ("done", "dropped")
                ),
            ),
            says="role(office) and repair.status in [done, dropped]",
        ),
    ]


# Whom pages are for.
repair_update_access = PageAccess(
    "repair_update",
    role("caretaker", "office"),
    Repair,
    "change",
)


# What some roles see and do on pages.
repair_list_policy = PagePolicy(
    Repair,
    for_role(
        "tenant",
        scope=where(
            lambda user: (
                models.Q(house=functions.follow(user, "house_id"))
                & models.Q(is_public=True)
            ),
            lambda row, user: (
                row.house_id == functions.follow(user, "house_id")
                and row.is_public is True
            ),
        ),
        show=["title", "status", "urgency", "house", "due"],
    ),
    for_role(
        "caretaker",
        scope=where(
            lambda user: models.Q(caretaker=user.pk),
            lambda row, user: row.caretaker_id == user.pk,
        ),
        hide=["house", "overspent"],
    ),
    for_role("office", read_only=True),
    added=["due"],
)
repair_detail_policy = PagePolicy(
    Repair,
    for_role("caretaker", hide=["house", "overspent"]),
)
