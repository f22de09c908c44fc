"""Who may do what with which rows at which address, as the app was described to be.

Nothing of this comes from `core/policies.py`. Whoever changes that on purpose, or adds
an address, changes these lists too.
"""

import datetime

from pages import matrix
from pages.testing import PageTests
from records import functions

from .models import Absence, Contract, Employer, Review, User
from .tests import (
    absence_values,
    contract_values,
    make_absence,
    make_contract,
    make_employer,
    make_review,
    make_user,
    review_values,
    user_values,
)

# Who signs in; a superuser and a visitor ask as well.
ROLES = (matrix.NO_ROLE, "employee", "lead", "hr")

# A condition asks about a row and whoever is signed in.
RIGHTS = [
    matrix.Rights(
        Employer,
        (matrix.NO_ROLE, "employee", "lead"),
        {
            "list": lambda row, user: (
                row.id == functions.follow(user, "employer", "id")
            ),
            "read": lambda row, user: (
                row.id == functions.follow(user, "employer", "id")
            ),
            "create": False,
            "update": False,
            "delete": False,
        },
    ),
    matrix.Rights(
        Employer,
        ("hr",),
        {
            "list": lambda row, user: (
                row.id == functions.follow(user, "employer", "id")
            ),
            "read": lambda row, user: (
                row.id == functions.follow(user, "employer", "id")
            ),
            "create": False,
            "update": lambda row, user: (
                row.id == functions.follow(user, "employer", "id")
            ),
            "delete": False,
        },
    ),
    matrix.Rights(
        User,
        (matrix.NO_ROLE, "employee", "lead"),
        {
            "list": lambda row, user: (
                row.employer_id == functions.follow(user, "employer_id")
                and row.employer_id is not None
            ),
            "read": lambda row, user: (
                row.employer_id == functions.follow(user, "employer_id")
                and row.employer_id is not None
            ),
            "create": False,
            "update": False,
            "delete": False,
        },
    ),
    matrix.Rights(
        User,
        ("hr",),
        {
            "list": lambda row, user: (
                row.employer_id == functions.follow(user, "employer_id")
                and row.employer_id is not None
            ),
            "read": lambda row, user: (
                row.employer_id == functions.follow(user, "employer_id")
                and row.employer_id is not None
            ),
            "create": lambda row, user: (
                row.employer_id == functions.follow(user, "employer_id")
                and row.employer_id is not None
            ),
            "update": lambda row, user: (
                row.employer_id == functions.follow(user, "employer_id")
                and row.employer_id is not None
            ),
            "delete": lambda row, user: (
                row.employer_id == functions.follow(user, "employer_id")
                and row.employer_id is not None
            ),
        },
    ),
    matrix.Rights(
        Contract,
        (matrix.NO_ROLE, "employee", "lead"),
        {
            "list": lambda row, user: (
                row.employer_id == functions.follow(user, "employer_id")
                and row.person_id == user.pk
            ),
            "read": lambda row, user: (
                row.employer_id == functions.follow(user, "employer_id")
                and row.person_id == user.pk
            ),
            "create": False,
            "update": False,
            "delete": False,
        },
    ),
    matrix.Rights(
        Contract,
        ("hr",),
        {
            "list": lambda row, user: (
                row.employer_id == functions.follow(user, "employer_id")
            ),
            "read": lambda row, user: (
                row.employer_id == functions.follow(user, "employer_id")
            ),
            "create": lambda row, user: (
                row.employer_id == functions.follow(user, "employer_id")
            ),
            "update": lambda row, user: (
                row.employer_id == functions.follow(user, "employer_id")
                and not (row.ends is not None and row.ends < functions.today())
            ),
            "delete": lambda row, user: (
                row.employer_id == functions.follow(user, "employer_id")
            ),
        },
    ),
    matrix.Rights(
        Absence,
        (matrix.NO_ROLE, "employee", "lead"),
        {
            "list": lambda row, user: (
                row.employer_id == functions.follow(user, "employer_id")
                and (
                    row.person_id == user.pk
                    or functions.follow(row, "person", "lead_id") == user.pk
                )
            ),
            "read": lambda row, user: (
                row.employer_id == functions.follow(user, "employer_id")
                and (
                    row.person_id == user.pk
                    or functions.follow(row, "person", "lead_id") == user.pk
                )
            ),
            "create": lambda row, user: (
                row.employer_id == functions.follow(user, "employer_id")
                and row.person_id == user.pk
            ),
            "update": lambda row, user: (
                row.employer_id == functions.follow(user, "employer_id")
                and (
                    row.person_id == user.pk
                    or functions.follow(row, "person", "lead_id") == user.pk
                )
            ),
            "delete": False,
        },
    ),
    matrix.Rights(
        Absence,
        ("hr",),
        {
            "list": lambda row, user: (
                row.employer_id == functions.follow(user, "employer_id")
            ),
            "read": lambda row, user: (
                row.employer_id == functions.follow(user, "employer_id")
            ),
            "create": lambda row, user: (
                row.employer_id == functions.follow(user, "employer_id")
            ),
            "update": lambda row, user: (
                row.employer_id == functions.follow(user, "employer_id")
            ),
            "delete": lambda row, user: (
                row.employer_id == functions.follow(user, "employer_id")
            ),
        },
    ),
    matrix.Rights(
        Review,
        (matrix.NO_ROLE, "employee"),
        {
            "list": lambda row, user: (
                row.employer_id == functions.follow(user, "employer_id")
                and (
                    row.held_by_id == user.pk
                    or (row.person_id == user.pk and row.is_shared is True)
                )
            ),
            "read": lambda row, user: (
                row.employer_id == functions.follow(user, "employer_id")
                and (
                    row.held_by_id == user.pk
                    or (row.person_id == user.pk and row.is_shared is True)
                )
            ),
            "create": False,
            "update": lambda row, user: (
                row.employer_id == functions.follow(user, "employer_id")
                and (
                    row.held_by_id == user.pk
                    and (
                        row.held_by_id == user.pk
                        or (row.person_id == user.pk and row.is_shared is True)
                    )
                )
            ),
            "delete": lambda row, user: (
                row.employer_id == functions.follow(user, "employer_id")
                and (
                    row.held_by_id == user.pk
                    and (
                        row.held_by_id == user.pk
                        or (row.person_id == user.pk and row.is_shared is True)
                    )
                )
            ),
        },
    ),
    matrix.Rights(
        Review,
        ("lead",),
        {
            "list": lambda row, user: (
                row.employer_id == functions.follow(user, "employer_id")
                and (
                    row.held_by_id == user.pk
                    or (row.person_id == user.pk and row.is_shared is True)
                )
            ),
            "read": lambda row, user: (
                row.employer_id == functions.follow(user, "employer_id")
                and (
                    row.held_by_id == user.pk
                    or (row.person_id == user.pk and row.is_shared is True)
                )
            ),
            "create": lambda row, user: (
                row.employer_id == functions.follow(user, "employer_id")
                and (
                    row.held_by_id == user.pk
                    or (row.person_id == user.pk and row.is_shared is True)
                )
            ),
            "update": lambda row, user: (
                row.employer_id == functions.follow(user, "employer_id")
                and (
                    row.held_by_id == user.pk
                    and (
                        row.held_by_id == user.pk
                        or (row.person_id == user.pk and row.is_shared is True)
                    )
                )
            ),
            "delete": lambda row, user: (
                row.employer_id == functions.follow(user, "employer_id")
                and (
                    row.held_by_id == user.pk
                    and (
                        row.held_by_id == user.pk
                        or (row.person_id == user.pk and row.is_shared is True)
                    )
                )
            ),
        },
    ),
    matrix.Rights(
        Review,
        ("hr",),
        {
            "list": lambda row, user: (
                row.employer_id == functions.follow(user, "employer_id")
            ),
            "read": lambda row, user: (
                row.employer_id == functions.follow(user, "employer_id")
            ),
            "create": lambda row, user: (
                row.employer_id == functions.follow(user, "employer_id")
            ),
            "update": lambda row, user: (
                row.employer_id == functions.follow(user, "employer_id")
                and row.held_by_id == user.pk
            ),
            "delete": lambda row, user: (
                row.employer_id == functions.follow(user, "employer_id")
                and row.held_by_id == user.pk
            ),
        },
    ),
]

# How a row is made, and what is tried in it.
ROWS = [
    matrix.Rows(Employer, make_employer, {}),
    matrix.Rows(User, make_user, {"employer": []}),
    matrix.Rows(
        Contract,
        make_contract,
        {
            "employer": [],
            "person": [],
            "ends": [
                datetime.date(2026, 1, 1),
                datetime.date(2026, 1, 2),
                datetime.date(2026, 1, 9),
                datetime.date(2126, 1, 1),
                None,
            ],
            "starts": [
                datetime.date(2026, 1, 1),
                datetime.date(2026, 1, 2),
                datetime.date(2026, 1, 9),
                datetime.date(2126, 1, 1),
            ],
        },
    ),
    matrix.Rows(
        Absence,
        make_absence,
        {"employer": [], "person": [], "person.lead": []},
    ),
    matrix.Rows(
        Review,
        make_review,
        {"employer": [], "held_by": [], "person": [], "is_shared": [True, False]},
    ),
]

# The addresses, each with the operation that somebody has to be allowed.
ADDRESSES = [
    matrix.Address("home", is_for_accounts=True),
    matrix.Address("contract_list", Contract, "list"),
    matrix.Address("contract_list_delete", Contract, "delete"),
    matrix.Address("contract_create", Contract, "create", values=contract_values),
    matrix.Address("contract_detail", Contract, "read"),
    matrix.Address("contract_delete", Contract, "delete"),
    matrix.Address("contract_update", Contract, "update"),
    matrix.Address("employer_list", Employer, "list"),
    matrix.Address("employer_list_delete", Employer, "delete"),
    matrix.Address("employer_delete", Employer, "delete"),
    matrix.Address("employer_update", Employer, "update"),
    matrix.Address("user_list", User, "list"),
    matrix.Address("user_list_add", User, "create"),
    matrix.Address("user_list_change", User, "update"),
    matrix.Address("user_list_delete", User, "delete"),
    matrix.Address("user_create", User, "create", values=user_values),
    matrix.Address("user_detail", User, "read"),
    matrix.Address("user_delete", User, "delete"),
    matrix.Address("user_update", User, "update"),
    matrix.Address("user_list_set", User, "update", words={"field": "role"}),
    matrix.Address("review_list", Review, "list"),
    matrix.Address("review_list_change", Review, "update"),
    matrix.Address("review_list_delete", Review, "delete"),
    matrix.Address("review_create", Review, "create", values=review_values),
    matrix.Address("review_detail", Review, "read"),
    matrix.Address("review_delete", Review, "delete"),
    matrix.Address("review_update", Review, "update"),
    matrix.Address("review_list_set", Review, "update", words={"field": "is_shared"}),
    matrix.Address("absence_list", Absence, "list"),
    matrix.Address("absence_list_add", Absence, "create"),
    matrix.Address("absence_list_delete", Absence, "delete"),
    matrix.Address("absence_create", Absence, "create", values=absence_values),
    matrix.Address("absence_detail", Absence, "read"),
    matrix.Address("absence_delete", Absence, "delete"),
    matrix.Address("absence_transition", Absence, "update", words={"state": "granted"}),
]


class MatrixTests(matrix.MatrixMixin, PageTests):
    roles, rights, rows, addresses = ROLES, RIGHTS, ROWS, ADDRESSES

    @staticmethod
    def values_of_person():
        return {"employer": Employer.objects.first() or make_employer()}
