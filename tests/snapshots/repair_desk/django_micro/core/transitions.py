"""Which state of a record may follow which, and under what condition."""

import datetime

from records.guards import by, requires, role, where
from records.transitions import ANY, RecordTransitions, register, timed, transition

from .models import Repair


@register(Repair)
class RepairTransitions(RecordTransitions):
    field = "status"
    is_tracked = True
    since = "status_since"
    transitions = [
        transition("reported", "planned", requires("caretaker")),
        transition("planned", "waiting"),
        transition("waiting", "planned"),
        timed("waiting", "planned", datetime.timedelta(days=14)),
        transition(
            "waiting",
            "planned",
            where(
                lambda row: row.minutes is not None and row.minutes > 600,
                "“Minutes” > 600",
            ),
        ),
        timed(
            "waiting",
            "planned",
            datetime.timedelta(days=7),
            where(
                lambda row: row.minutes is not None and row.minutes > 600,
                "“Minutes” > 600",
            ),
        ),
        timed("waiting", "planned", datetime.timedelta(days=10), requires("report")),
        timed(
            "waiting",
            "dropped",
            datetime.timedelta(days=60),
            where(lambda row: row.caretaker_id is None, "no “Caretaker”"),
        ),
        transition(
            "planned",
            "done",
            requires("finished_at", "report")
            & where(
                lambda row: row.minutes is not None and row.minutes > 0,
                "“Minutes” > 0",
            ),
        ),
        transition("done", "planned", role("office")),
        transition(
            ANY,
            "dropped",
            role("office") | by(lambda row, user: row.reporter_id == user.pk),
        ),
    ]
