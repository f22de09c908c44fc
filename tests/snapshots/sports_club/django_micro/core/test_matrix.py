"""Who may do what with which rows at which address, as the app was described to be.

Nothing of this comes from `core/policies.py`. Whoever changes that on purpose, or adds
an address, changes these lists too.
"""

import datetime

from pages import matrix
from pages.testing import PageTests
from records import functions

from .models import (
    Address,
    Booking,
    Club,
    Ground,
    Lock,
    Locker,
    Match,
    MedicalCard,
    Member,
    Team,
    Trophy,
)
from .tests import (
    booking_values,
    club_values,
    ground_values,
    make_address,
    make_booking,
    make_club,
    make_ground,
    make_lock,
    make_locker,
    make_match,
    make_medicalcard,
    make_member,
    make_team,
    make_trophy,
    match_values,
    member_values,
    team_values,
)

# Who signs in; a superuser and a visitor ask as well.
ROLES = (matrix.NO_ROLE, "trainer")

# A condition asks about a row and whoever is signed in.
RIGHTS = [
    matrix.Rights(
        Club,
        (matrix.NO_ROLE, "trainer"),
        {
            "list": lambda row, user: row.id == functions.follow(user, "club", "id"),
            "read": lambda row, user: row.id == functions.follow(user, "club", "id"),
            "create": False,
            "update": False,
            "delete": False,
        },
    ),
    matrix.Rights(
        Team,
        (matrix.NO_ROLE, "trainer"),
        {
            "list": lambda row, user: row.club_id == functions.follow(user, "club_id"),
            "read": lambda row, user: row.club_id == functions.follow(user, "club_id"),
            "create": lambda row, user: (
                row.club_id == functions.follow(user, "club_id")
            ),
            "update": lambda row, user: (
                row.club_id == functions.follow(user, "club_id")
            ),
            "delete": lambda row, user: (
                row.club_id == functions.follow(user, "club_id")
            ),
        },
    ),
    matrix.Rights(
        Match,
        (matrix.NO_ROLE, "trainer"),
        {
            "list": lambda row, user: row.club_id == functions.follow(user, "club_id"),
            "read": lambda row, user: row.club_id == functions.follow(user, "club_id"),
            "create": lambda row, user: (
                row.club_id == functions.follow(user, "club_id")
            ),
            "update": lambda row, user: (
                row.club_id == functions.follow(user, "club_id")
            ),
            "delete": lambda row, user: (
                row.club_id == functions.follow(user, "club_id")
            ),
        },
    ),
]

# How a row is made, and what is tried in it.
ROWS = [
    matrix.Rows(Club, make_club, {}),
    matrix.Rows(Member, make_member, {}),
    matrix.Rows(MedicalCard, make_medicalcard, {}),
    matrix.Rows(Address, make_address, {}),
    matrix.Rows(Team, make_team, {"club": [], "trainer": []}),
    matrix.Rows(
        Match,
        make_match,
        {
            "club": [],
            "deleted_at": [
                datetime.datetime(2026, 1, 1, 9, tzinfo=datetime.UTC),
                datetime.datetime(2026, 1, 2, 9, tzinfo=datetime.UTC),
                datetime.datetime(2026, 1, 9, 9, tzinfo=datetime.UTC),
                datetime.datetime(2126, 1, 1, 9, tzinfo=datetime.UTC),
                None,
            ],
        },
    ),
    matrix.Rows(Trophy, make_trophy, {}),
    matrix.Rows(Ground, make_ground, {}),
    matrix.Rows(Booking, make_booking, {}),
    matrix.Rows(Locker, make_locker, {}),
    matrix.Rows(Lock, make_lock, {}),
]

# The addresses, each with the operation that somebody has to be allowed.
ADDRESSES = [
    matrix.Address("home", is_for_accounts=True),
    matrix.Address("booking_list", Booking, "list"),
    matrix.Address("booking_list_add", Booking, "create"),
    matrix.Address("booking_list_change", Booking, "update"),
    matrix.Address("booking_list_delete", Booking, "delete"),
    matrix.Address("booking_create", Booking, "create", values=booking_values),
    matrix.Address("booking_detail", Booking, "read"),
    matrix.Address("booking_delete", Booking, "delete"),
    matrix.Address("booking_update", Booking, "update"),
    matrix.Address("booking_list_set", Booking, "update", words={"field": "cancelled"}),
    matrix.Address("club_list", Club, "list"),
    matrix.Address("club_list_add", Club, "create"),
    matrix.Address("club_list_delete", Club, "delete"),
    matrix.Address("club_create", Club, "create", values=club_values),
    matrix.Address("club_detail", Club, "read"),
    matrix.Address("club_delete", Club, "delete"),
    matrix.Address("club_update", Club, "update"),
    matrix.Address("ground_list", Ground, "list"),
    matrix.Address("ground_list_add", Ground, "create"),
    matrix.Address("ground_list_change", Ground, "update"),
    matrix.Address("ground_list_delete", Ground, "delete"),
    matrix.Address("ground_create", Ground, "create", values=ground_values),
    matrix.Address("ground_detail", Ground, "read"),
    matrix.Address("ground_delete", Ground, "delete"),
    matrix.Address("ground_update", Ground, "update"),
    matrix.Address("ground_list_set", Ground, "update", words={"field": "kind"}),
    matrix.Address("locker_list", Locker, "list"),
    matrix.Address("locker_list_delete", Locker, "delete"),
    matrix.Address("locker_create", Locker, "create"),
    matrix.Address("locker_detail", Locker, "read"),
    matrix.Address("locker_delete", Locker, "delete"),
    matrix.Address("locker_update", Locker, "update"),
    matrix.Address("match_list", Match, "list"),
    matrix.Address("match_list_delete", Match, "delete"),
    matrix.Address("match_create", Match, "create", values=match_values),
    matrix.PutAwayList("match_put_away", Match, "delete"),
    matrix.Address("match_detail", Match, "read"),
    matrix.Address("match_delete", Match, "delete"),
    matrix.Restoration("match_restore", Match, "delete"),
    matrix.Address("match_transition", Match, "update", words={"state": "played"}),
    matrix.Address("medical_card_list", MedicalCard, "list", roles=("trainer",)),
    matrix.Address(
        "medical_card_list_delete",
        MedicalCard,
        "delete",
        roles=("trainer",),
    ),
    matrix.Address("medical_card_delete", MedicalCard, "delete", roles=("trainer",)),
    matrix.Address("member_list", Member, "list"),
    matrix.Address("member_list_add", Member, "create"),
    matrix.Address("member_list_delete", Member, "delete"),
    matrix.Address("member_create", Member, "create", values=member_values),
    matrix.Address("member_delete", Member, "delete"),
    matrix.Address(
        "team_list",
        Team,
        "list",
        by_role={
            "trainer": matrix.Variant(
                scope=lambda row, user: row.trainer_id == user.pk,
            ),
        },
    ),
    matrix.Address(
        "team_list_add",
        Team,
        "create",
        by_role={
            "trainer": matrix.Variant(
                scope=lambda row, user: row.trainer_id == user.pk,
            ),
        },
    ),
    matrix.Address(
        "team_list_delete",
        Team,
        "delete",
        by_role={
            "trainer": matrix.Variant(
                scope=lambda row, user: row.trainer_id == user.pk,
            ),
        },
    ),
    matrix.Address("team_create", Team, "create", values=team_values),
    matrix.Address("team_detail", Team, "read"),
    matrix.Address("team_delete", Team, "delete"),
    matrix.Address("trophy_list", Trophy, "list", for_visitors={"list": True}),
    matrix.Address("trophy_list_delete", Trophy, "delete"),
    matrix.Address("trophy_delete", Trophy, "delete"),
]


class MatrixTests(matrix.MatrixMixin, PageTests):
    roles, rights, rows, addresses = ROLES, RIGHTS, ROWS, ADDRESSES

    @staticmethod
    def values_of_person():
        return {"club": Club.objects.first() or make_club()}
