"""Who may do what with records, and who sees which."""

from django.db import models

from records import functions
from records.page_policies import PagePolicy, for_role
from records.policies import RecordPolicy, always, forbid, permit, register, role, where

from .models import (
    Appointment,
    Card,
    Department,
    Doctor,
    Finding,
    Invoice,
    Line,
    Patient,
    User,
    Ward,
)


@register(Doctor)
class DoctorPolicy(RecordPolicy):
    rules = [
        permit("list", always, says="true"),
        permit("read", always, says="true"),
        permit("create", role("reception"), says="role(reception)"),
        permit("update", role("reception"), says="role(reception)"),
    ]


@register(Ward)
class WardPolicy(RecordPolicy):
    rules = [
        permit("list", always, says="true"),
        permit("read", always, says="true"),
        permit("create", role("reception"), says="role(reception)"),
    ]


@register(Department)
class DepartmentPolicy(RecordPolicy):
    rules = [
        permit("list", always, says="true"),
        permit("read", always, says="true"),
        permit("create", role("reception"), says="role(reception)"),
        permit("update", role("reception"), says="role(reception)"),
    ]


@register(Patient)
class PatientPolicy(RecordPolicy):
    rules = [
        permit("list", always, says="true"),
        permit("read", always, says="true"),
        permit("create", role("reception"), says="role(reception)"),
        permit("update", always, says="true"),
    ]


@register(Appointment)
class AppointmentPolicy(RecordPolicy):
    rules = [
        permit("list", always, says="true"),
        permit("read", always, says="true"),
        permit("create", role("reception"), says="role(reception)"),
        permit("update", role("reception", "nurse"), says="role(reception, nurse)"),
        permit(
            "update",
            role("doctor")
            & where(
                lambda user: models.Q(doctor__account=user.pk),
                lambda row, user: (
                    functions.follow(row, "doctor", "account_id") == user.pk
                ),
            ),
            says="role(doctor) and doctor.account = current_user",
        ),
        permit("delete", role("reception"), says="role(reception)"),
        forbid(
            "update",
            where(
                lambda user: models.Q(state__in=["seen", "missed"]),
                lambda row, user: row.state in ("seen", "missed"),
            ),
            says="state in [seen, missed]",
        ),
        forbid(
            "delete",
            where(
                lambda user: ~models.Q(state="booked"),
                lambda row, user: row.state != "booked",
            ),
            says="state != booked",
        ),
    ]


@register(Finding)
class FindingPolicy(RecordPolicy):
    rules = [
        permit("list", role("doctor"), says="role(doctor)"),
        permit("read", role("doctor"), says="role(doctor)"),
        permit(
            "create",
            role("doctor")
            & where(
                lambda user: models.Q(appointment__doctor__account=user.pk),
                lambda row, user: (
                    functions.follow(row, "appointment", "doctor", "account_id")
                    == user.pk
                ),
            )
            & where(
                lambda user: models.Q(appointment__state="arrived"),
                lambda row, user: (
                    (functions.follow(row, "appointment", "state") or "") == "arrived"
                ),
            ),
            says=(
                "role(doctor) and appointment.doctor.account = current_user and "
                "appointment.state = arrived"
            ),
        ),
        permit(
            "update",
            role("doctor")
            & where(
                lambda user: models.Q(author=user.pk),
                lambda row, user: row.author_id == user.pk,
            )
            & where(
                lambda user: models.Q(appointment__state="arrived"),
                lambda row, user: (
                    (functions.follow(row, "appointment", "state") or "") == "arrived"
                ),
            ),
            says=(
                "role(doctor) and author = current_user and appointment.state = arrived"
            ),
        ),
    ]


@register(Card)
class CardPolicy(RecordPolicy):
    rules = [
        permit("list", role("reception", "billing"), says="role(reception, billing)"),
        permit("read", role("reception", "billing"), says="role(reception, billing)"),
        permit("create", role("reception"), says="role(reception)"),
    ]


@register(User)
class UserPolicy(RecordPolicy):
    rules = [
        permit("list", always, says="true"),
        permit("read", always, says="true"),
    ]


@register(Invoice)
class InvoicePolicy(RecordPolicy):
    rules = [
        permit("list", role("billing"), says="role(billing)"),
        permit("read", role("billing"), says="role(billing)"),
        permit(
            "create",
            role("billing")
            & where(
                lambda user: models.Q(appointment__state="seen"),
                lambda row, user: (
                    (functions.follow(row, "appointment", "state") or "") == "seen"
                ),
            ),
            says="role(billing) and appointment.state = seen",
        ),
        permit("update", role("billing"), says="role(billing)"),
        permit("delete", role("billing"), says="role(billing)"),
        forbid(
            "update",
            where(
                lambda user: models.Q(state__in=["paid", "void"]),
                lambda row, user: row.state in ("paid", "void"),
            ),
            says="state in [paid, void]",
        ),
        forbid(
            "delete",
            where(
                lambda user: ~models.Q(state="draft"),
                lambda row, user: row.state != "draft",
            ),
            says="state != draft",
        ),
    ]


@register(Line)
class LinePolicy(RecordPolicy):
    rules = [
        permit("list", role("billing"), says="role(billing)"),
        permit("read", role("billing"), says="role(billing)"),
        permit(
            "create",
            role("billing")
            & where(
                lambda user: models.Q(invoice__state="draft"),
                lambda row, user: (
                    (functions.follow(row, "invoice", "state") or "") == "draft"
                ),
            ),
            says="role(billing) and invoice.state = draft",
        ),
        permit(
            "update",
            role("billing")
            & where(
                lambda user: models.Q(invoice__state="draft"),
                lambda row, user: (
                    (functions.follow(row, "invoice", "state") or "") == "draft"
                ),
            ),
            says="role(billing) and invoice.state = draft",
        ),
        permit(
            "delete",
            role("billing")
            & where(
                lambda user: models.Q(invoice__state="draft"),
                lambda row, user: (
                    (functions.follow(row, "invoice", "state") or "") == "draft"
                ),
            ),
            says="role(billing) and invoice.state = draft",
        ),
    ]


# What some roles see and do on pages.
appointment_list_policy = PagePolicy(
    Appointment,
    for_role(
        "doctor",
        scope=where(
            lambda user: models.Q(doctor__account=user.pk),
            lambda row, user: functions.follow(row, "doctor", "account_id") == user.pk,
        ),
    ),
    for_role("billing", read_only=True),
)
waiting_room_policy = PagePolicy(
    Appointment,
    for_role(
        "nurse",
        scope=where(
            lambda user: (
                models.Q(day=functions.today())
                & models.Q(state__in=["booked", "arrived"])
            ),
            lambda row, user: (
                row.day == functions.today() and row.state in ("booked", "arrived")
            ),
        ),
    ),
    for_role("billing", read_only=True),
)
appointment_detail_policy = PagePolicy(
    Appointment,
    for_role("billing", hide=["reason", "referred_by"], read_only=True),
)
patient_detail_policy = PagePolicy(
    Patient,
    for_role("reception", hide=["allergies"]),
    for_role("nurse", hide=["insurance"]),
    for_role("doctor", hide=["insurance"]),
    for_role("billing", hide=["allergies", "phone"]),
)
patient_update_policy = PagePolicy(
    Patient,
    for_role("reception", hide=["allergies"]),
    for_role("nurse", hide=["insurance"]),
    for_role("doctor", hide=["insurance"]),
    for_role("billing", inputs=["insurance"]),
)
