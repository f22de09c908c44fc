"""Which state of a record may follow which, and under what condition."""

from records.transitions import RecordTransitions, register, transition

from .models import Match


@register(Match)
class MatchTransitions(RecordTransitions):
    field = "status"
    is_tracked = True
    transitions = [
        transition("planned", "played"),
        transition("played", "planned"),
        transition("played", "reported"),
        transition("reported", "played"),
    ]
