"""Which state of a record may follow which, and under what condition."""

from records.guards import by, requires, role
from records.transitions import RecordTransitions, register, transition

from .models import Ticket


@register(Ticket)
class TicketTransitions(RecordTransitions):
    field = "status"
    is_tracked = True
    transitions = [
        transition("open", "waiting", requires("assignee")),
        transition("open", "solved", requires("assignee", "solution")),
        transition("waiting", "open"),
        transition("waiting", "solved", requires("assignee", "solution")),
        transition("solved", "open"),
        transition(
            "solved",
            "closed",
            by(lambda row, user: row.reporter_id == user.pk) | role("lead"),
        ),
        transition("open", "closed", role("lead")),
        transition("waiting", "closed", role("lead")),
    ]
