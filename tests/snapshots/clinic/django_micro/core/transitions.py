"""Which state of a record may follow which, and under what condition."""

from records import functions
from records.guards import by, requires, role, where
from records.transitions import RecordTransitions, register, transition

from .models import Appointment, Finding, Invoice, Line


@register(Appointment)
class AppointmentTransitions(RecordTransitions):
    field = "state"
    is_tracked = True
    transitions = [
        transition("booked", "arrived", requires("room") & role("reception", "nurse")),
        transition(
            "booked",
            "missed",
            role("reception")
            & where(
                lambda row: row.day is not None and row.day < functions.today(),
                "“Day” < today",
            ),
        ),
        transition(
            "arrived",
            "seen",
            by(
                lambda row, user: (
                    functions.follow(row, "doctor", "account_id") == user.pk
                ),
            )
            & where(
                lambda row: Finding.objects.filter(appointment=row.pk).count() > 0,
                "“Findings”",
            ),
        ),
        transition("arrived", "booked", role("reception")),
    ]


@register(Invoice)
class InvoiceTransitions(RecordTransitions):
    field = "state"
    is_tracked = True
    transitions = [
        transition(
            "draft",
            "sent",
            where(
                lambda row: Line.objects.filter(invoice=row.pk).count() > 0,
                "“Invoice lines”",
            ),
        ),
        transition("sent", "paid", requires("paid_on")),
        transition("draft", "void"),
        transition("sent", "void"),
    ]
