"""Who may do what with records, and who sees which."""

from django.db import models

from pages.page_access import PageAccess, everybody
from records import functions
from records.page_policies import PagePolicy, for_role
from records.policies import RecordPolicy, Tenant, register, role, scope, where

from .models import Club, Match, MedicalCard, Team, Trophy


@register(Club)
class ClubPolicy(RecordPolicy):
    rules = [
        scope(
            "read",
            where(
                lambda user: models.Q(id=functions.follow(user, "club", "id")),
                lambda row, user: row.id == functions.follow(user, "club", "id"),
            ),
            says="id = current_user.club.id",
        ),
    ]


@register(Team)
class TeamPolicy(RecordPolicy):
    tenant = Tenant("club", own="club")


@register(Match)
class MatchPolicy(RecordPolicy):
    tenant = Tenant("club", own="club")


# Whom pages are for.
trophy_list_access = PageAccess("trophy_list", everybody, Trophy, "view")
medical_card_list_access = PageAccess(
    "medical_card_list",
    role("trainer"),
    MedicalCard,
    "view",
)


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
