"""Who may do what with records, and who sees which."""

from django.db import models

from pages import functions
from pages.policies import (
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

from .models import Absence, Contract, Employer, Review, User


@register(Employer)
class EmployerPolicy(RecordPolicy):
    rules = [
        permit("update", role("hr")),
        scope(
            "list",
            where(
                lambda user: models.Q(id=functions.follow(user, "employer", "id")),
                lambda row, user: row.id == functions.follow(user, "employer", "id"),
            ),
        ),
    ]


@register(User)
class UserPolicy(RecordPolicy):
    tenant = Tenant("employer", own="employer")
    rules = [
        permit("list", always),
        permit("read", always),
        permit("create", role("hr")),
        permit("update", role("hr")),
        permit("delete", role("hr")),
    ]


@register(Contract)
class ContractPolicy(RecordPolicy):
    tenant = Tenant("employer", own="employer")
    rules = [
        permit(
            "list",
            role("hr")
            | where(
                lambda user: models.Q(person=user.pk),
                lambda row, user: row.person_id == user.pk,
            ),
        ),
        permit(
            "read",
            role("hr")
            | where(
                lambda user: models.Q(person=user.pk),
                lambda row, user: row.person_id == user.pk,
            ),
        ),
        permit("create", role("hr")),
        permit("update", role("hr")),
        permit("delete", role("hr")),
        forbid(
            "update",
            where(
                lambda user: models.Q(ends__lt=functions.today()),
                lambda row, user: row.ends is not None and row.ends < functions.today(),
            ),
        ),
    ]


@register(Absence)
class AbsencePolicy(RecordPolicy):
    tenant = Tenant("employer", own="employer")
    rules = [
        permit(
            "list",
            role("hr")
            | where(
                lambda user: models.Q(person=user.pk),
                lambda row, user: row.person_id == user.pk,
            )
            | where(
                lambda user: models.Q(person__lead=user.pk),
                lambda row, user: functions.follow(row, "person", "lead_id") == user.pk,
            ),
        ),
        permit(
            "read",
            role("hr")
            | where(
                lambda user: models.Q(person=user.pk),
                lambda row, user: row.person_id == user.pk,
            )
            | where(
                lambda user: models.Q(person__lead=user.pk),
                lambda row, user: functions.follow(row, "person", "lead_id") == user.pk,
            ),
        ),
        permit(
            "create",
            role("hr")
            | where(
                lambda user: models.Q(person=user.pk),
                lambda row, user: row.person_id == user.pk,
            ),
        ),
        permit(
            "update",
            role("hr")
            | where(
                lambda user: models.Q(person=user.pk),
                lambda row, user: row.person_id == user.pk,
            )
            | where(
                lambda user: models.Q(person__lead=user.pk),
                lambda row, user: functions.follow(row, "person", "lead_id") == user.pk,
            ),
        ),
        permit("delete", role("hr")),
    ]


@register(Review)
class ReviewPolicy(RecordPolicy):
    tenant = Tenant("employer", own="employer")
    rules = [
        permit("create", role("lead", "hr")),
        permit(
            "update",
            where(
                lambda user: models.Q(held_by=user.pk),
                lambda row, user: row.held_by_id == user.pk,
            ),
        ),
        permit(
            "delete",
            where(
                lambda user: models.Q(held_by=user.pk),
                lambda row, user: row.held_by_id == user.pk,
            ),
        ),
        scope(
            "list",
            where(
                lambda user: (
                    models.Q(held_by=user.pk)
                    | (models.Q(person=user.pk) & models.Q(is_shared=True))
                ),
                lambda row, user: (
                    row.held_by_id == user.pk
                    or (row.person_id == user.pk and row.is_shared is True)
                ),
            ),
        ),
        scope("list", always, to=role("hr")),
    ]
