"""Which state of a record may follow which, and under what condition."""

from records import functions
from records.guards import by, role, where
from records.transitions import RecordTransitions, register, transition

from .models import Absence


@register(Absence)
class AbsenceTransitions(RecordTransitions):
    field = "state"
    is_tracked = True
    transitions = [
        transition(
            "asked",
            "granted",
            role("hr")
            | by(
                lambda row, user: functions.follow(row, "person", "lead_id") == user.pk,
            ),
        ),
        transition(
            "asked",
            "refused",
            role("hr")
            | by(
                lambda row, user: functions.follow(row, "person", "lead_id") == user.pk,
            ),
        ),
        transition(
            "asked",
            "withdrawn",
            by(lambda row, user: row.person_id == user.pk),
        ),
        transition(
            "granted",
            "withdrawn",
            by(lambda row, user: row.person_id == user.pk)
            & where(
                lambda row: row.starts is not None and row.starts > functions.today(),
                "“Starts” > today",
            ),
        ),
    ]
