"""Who may do what with records, and who sees which."""

from pages.policies import RecordPolicy, Tenant, register

from .models import Match, Team


@register(Team)
class TeamPolicy(RecordPolicy):
    tenant = Tenant("club", own="club")


@register(Match)
class MatchPolicy(RecordPolicy):
    tenant = Tenant("club", own="club")
