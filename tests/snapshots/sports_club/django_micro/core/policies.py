"""Who may do what with records, and who sees which."""

from django.db import models

from pages.page_policies import PagePolicy, for_role
from pages.policies import RecordPolicy, Tenant, register, where

from .models import Match, Team


@register(Team)
class TeamPolicy(RecordPolicy):
    tenant = Tenant("club", own="club")


@register(Match)
class MatchPolicy(RecordPolicy):
    tenant = Tenant("club", own="club")


# What some roles see and do on pages.
team_list_policy = PagePolicy(
    Team,
    for_role(
        "trainer",
        scope=where(
            lambda user: models.Q(trainer=user.pk),
            lambda row, user: row.trainer_id == user.pk,
        ),
    ),
)
