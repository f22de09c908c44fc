"""Who may do what with records, and who sees which."""

from django.db import models

from records import functions
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

from .models import Absence, Contract, Employer, Review, User


@register(Employer)
class EmployerPolicy(RecordPolicy):
    rules = [
        permit("update", role("hr"), says="role(hr)"),
        scope(
            "list",
            where(
                lambda user: models.Q(id=functions.follow(user, "employer", "id")),
                lambda row, user: row.id == functions.follow(user, "employer", "id"),
            ),
            says="id = current_user.employer.id",
        ),
    ]


@register(User)
class UserPolicy(RecordPolicy):
    tenant = Tenant("employer", own="employer")
    rules = [
        permit("list", always, says="true"),
        permit("read", always, says="true"),
        permit("create", role("hr"), says="role(hr)"),
        permit("update", role("hr"), says="role(hr)"),
        permit("delete", role("hr"), says="role(hr)"),
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
            says="role(hr) or person = current_user",
        ),
        permit(
            "read",
            role("hr")
            | where(
                lambda user: models.Q(person=user.pk),
                lambda row, user: row.person_id == user.pk,
            ),
            says="role(hr) or person = current_user",
        ),
        permit("create", role("hr"), says="role(hr)"),
        permit("update", role("hr"), says="role(hr)"),
        permit("delete", role("hr"), says="role(hr)"),
        forbid(
            "update",
            where(
                lambda user: models.Q(ends__lt=functions.today()),
                lambda row, user: row.ends is not None and row.ends < functions.today(),
            ),
            says="ends < today",
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
            says="role(hr) or person = current_user or person.lead = current_user",
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
            says="role(hr) or person = current_user or person.lead = current_user",
        ),
        permit(
            "create",
            role("hr")
            | where(
                lambda user: models.Q(person=user.pk),
                lambda row, user: row.person_id == user.pk,
            ),
            says="role(hr) or person = current_user",
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
            says="role(hr) or person = current_user or person.lead = current_user",
        ),
        permit("delete", role("hr"), says="role(hr)"),
    ]


@register(Review)
class ReviewPolicy(RecordPolicy):
    tenant = Tenant("employer", own="employer")
    rules = [
        permit("create", role("lead", "hr"), says="role(lead, hr)"),
        permit(
            "update",
            where(
                lambda user: models.Q(held_by=user.pk),
                lambda row, user: row.held_by_id == user.pk,
            ),
            says="held_by = current_user",
        ),
        permit(
            "delete",
            where(
                lambda user: models.Q(held_by=user.pk),
                lambda row, user: row.held_by_id == user.pk,
            ),
            says="held_by = current_user",
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
            says="held_by = current_user or person = current_user and is_shared = true",
        ),
        scope("list", always, to=role("hr"), says="all as: hr"),
    ]
