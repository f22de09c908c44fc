"""Who may do what with which rows at which address, as the app was described to be.

Nothing of this comes from `core/policies.py`. Whoever changes that on purpose, or adds
an address, changes these lists too.
"""

import datetime
from decimal import Decimal

from pages import matrix
from pages.testing import PageTests
from records import functions

from .models import House, Invoice, Note, Repair, User
from .tests import (
    house_values,
    make_house,
    make_invoice,
    make_note,
    make_repair,
    make_user,
    note_values,
    repair_values,
)

# Who signs in; a superuser and a visitor ask as well.
ROLES = (matrix.NO_ROLE, "tenant", "caretaker", "office")

# A condition asks about a row and whoever is signed in.
RIGHTS = [
    matrix.Rights(
        House,
        (matrix.NO_ROLE, "tenant", "caretaker"),
        {
            "list": lambda row, user: row.id == functions.follow(user, "house", "id"),
            "read": lambda row, user: row.id == functions.follow(user, "house", "id"),
            "create": False,
            "update": False,
            "delete": False,
        },
    ),
    matrix.Rights(
        House,
        ("office",),
        {
            "list": lambda row, user: row.id == functions.follow(user, "house", "id"),
            "read": lambda row, user: row.id == functions.follow(user, "house", "id"),
            "create": False,
            "update": lambda row, user: row.id == functions.follow(user, "house", "id"),
            "delete": False,
        },
    ),
    matrix.Rights(
        Repair,
        (matrix.NO_ROLE,),
        {
            "list": False,
            "read": lambda row, user: (
                row.house_id == functions.follow(user, "house_id")
                and (
                    functions.has_text(
                        functions.follow(row, "reporter", "house", "street") or "",
                        "Lane",
                    )
                    or row.is_public is True
                )
            ),
            "create": False,
            "update": False,
            "delete": False,
        },
    ),
    matrix.Rights(
        Repair,
        ("tenant",),
        {
            "list": lambda row, user: (
                row.house_id == functions.follow(user, "house_id")
            ),
            "read": lambda row, user: (
                row.house_id == functions.follow(user, "house_id")
                and (
                    functions.has_text(
                        functions.follow(row, "reporter", "house", "street") or "",
                        "Lane",
                    )
                    or row.is_public is True
                )
            ),
            "create": lambda row, user: (
                row.house_id == functions.follow(user, "house_id")
                and (
                    functions.has_text(
                        functions.follow(row, "reporter", "house", "street") or "",
                        "Lane",
                    )
                    or row.is_public is True
                )
            ),
            "update": False,
            "delete": False,
        },
    ),
    matrix.Rights(
        Repair,
        ("caretaker",),
        {
            "list": lambda row, user: (
                row.house_id == functions.follow(user, "house_id")
                and (row.caretaker_id == user.pk or row.caretaker_id is None)
            ),
            "read": lambda row, user: (
                row.house_id == functions.follow(user, "house_id")
                and (
                    functions.has_text(
                        functions.follow(row, "reporter", "house", "street") or "",
                        "Lane",
                    )
                    or row.is_public is True
                )
            ),
            "create": False,
            "update": lambda row, user: (
                row.house_id == functions.follow(user, "house_id")
                and row.status not in ("done", "dropped")
                and row.withdrawn_at is None
            ),
            "delete": False,
        },
    ),
    matrix.Rights(
        Repair,
        ("office",),
        {
            "list": False,
            "read": lambda row, user: (
                row.house_id == functions.follow(user, "house_id")
                and (
                    functions.has_text(
                        functions.follow(row, "reporter", "house", "street") or "",
                        "Lane",
                    )
                    or row.is_public is True
                )
            ),
            "create": lambda row, user: (
                row.house_id == functions.follow(user, "house_id")
                and (
                    functions.has_text(
                        functions.follow(row, "reporter", "house", "street") or "",
                        "Lane",
                    )
                    or row.is_public is True
                )
            ),
            "update": lambda row, user: (
                row.house_id == functions.follow(user, "house_id")
                and row.withdrawn_at is None
            ),
            "delete": lambda row, user: (
                row.house_id == functions.follow(user, "house_id")
                and (
                    functions.has_text(
                        functions.follow(row, "reporter", "house", "street") or "",
                        "Lane",
                    )
                    or row.is_public is True
                )
                and row.status != "done"
            ),
        },
    ),
    matrix.Rights(
        Note,
        (matrix.NO_ROLE, "tenant", "caretaker"),
        {
            "list": lambda row, user: row.author_id == user.pk or row.is_public is True,
            "read": lambda row, user: row.author_id == user.pk or row.is_public is True,
            "create": lambda row, user: row.author_id == user.pk,
            "update": lambda row, user: row.author_id == user.pk,
            "delete": lambda row, user: row.author_id == user.pk,
        },
    ),
    matrix.Rights(
        Note,
        ("office",),
        {
            "list": lambda row, user: row.author_id == user.pk or row.is_public is True,
            "read": lambda row, user: row.author_id == user.pk or row.is_public is True,
            "create": True,
            "update": True,
            "delete": True,
        },
    ),
    matrix.Rights(
        Invoice,
        (matrix.NO_ROLE, "tenant", "caretaker"),
        {
            "list": False,
            "read": False,
            "create": False,
            "update": False,
            "delete": False,
        },
    ),
    matrix.Rights(
        Invoice,
        ("office",),
        {
            "list": True,
            "read": False,
            "create": lambda row, user: (
                (functions.follow(row, "repair", "status") or "") in ("done", "dropped")
            ),
            "update": False,
            "delete": False,
        },
    ),
]

# How a row is made, and what is tried in it.
ROWS = [
    matrix.Rows(User, make_user, {}),
    matrix.Rows(House, make_house, {}),
    matrix.Rows(
        Repair,
        make_repair,
        {
            "house": [],
            "caretaker": [],
            "reporter.house.street": ["Sample 1", "Sample 2", "Lane"],
            "is_public": [True, False],
            "status": ["reported", "planned", "waiting", "done", "dropped"],
            "withdrawn_at": [
                datetime.datetime(2026, 1, 1, 9, tzinfo=datetime.UTC),
                datetime.datetime(2026, 1, 2, 9, tzinfo=datetime.UTC),
                datetime.datetime(2026, 1, 9, 9, tzinfo=datetime.UTC),
                datetime.datetime(2126, 1, 1, 9, tzinfo=datetime.UTC),
                None,
            ],
            "finished_at": [
                datetime.datetime(2026, 1, 1, 9, tzinfo=datetime.UTC),
                datetime.datetime(2026, 1, 2, 9, tzinfo=datetime.UTC),
                datetime.datetime(2026, 1, 9, 9, tzinfo=datetime.UTC),
                datetime.datetime(2126, 1, 1, 9, tzinfo=datetime.UTC),
                None,
            ],
            "parts": [
                Decimal("1"),
                Decimal("2"),
                Decimal("200"),
                Decimal("201"),
                Decimal("199"),
                Decimal("10000"),
                Decimal("10001"),
                Decimal("9999"),
                Decimal("0"),
                Decimal("-1"),
                None,
            ],
        },
    ),
    matrix.Rows(
        Note,
        make_note,
        {
            "author": [],
            "is_public": [True, False],
            "withdrawn_at": [
                datetime.datetime(2026, 1, 1, 9, tzinfo=datetime.UTC),
                datetime.datetime(2026, 1, 2, 9, tzinfo=datetime.UTC),
                datetime.datetime(2026, 1, 9, 9, tzinfo=datetime.UTC),
                datetime.datetime(2126, 1, 1, 9, tzinfo=datetime.UTC),
                None,
            ],
        },
    ),
    matrix.Rows(
        Invoice,
        make_invoice,
        {"repair.status": ["reported", "planned", "waiting", "done", "dropped"]},
    ),
]

# The addresses, each with the operation that somebody has to be allowed.
ADDRESSES = [
    matrix.Address("home", is_for_accounts=True),
    matrix.Address("house_list", House, "list"),
    matrix.Address("house_list_add", House, "create"),
    matrix.Address("house_list_delete", House, "delete"),
    matrix.Address("house_create", House, "create", values=house_values),
    matrix.Address("house_delete", House, "delete"),
    matrix.Address("invoice_list", Invoice, "list"),
    matrix.Address("invoice_list_delete", Invoice, "delete"),
    matrix.Address("invoice_delete", Invoice, "delete"),
    matrix.Address("note_list", Note, "list"),
    matrix.Address("note_list_delete", Note, "delete"),
    matrix.Address("note_create", Note, "create", values=note_values),
    matrix.PutAwayList("note_put_away", Note, "delete"),
    matrix.Address("note_delete", Note, "delete"),
    matrix.Restoration("note_restore", Note, "delete"),
    matrix.Address(
        "repair_list",
        Repair,
        "list",
        by_role={
            "tenant": matrix.Variant(
                scope=lambda row, user: (
                    row.house_id == functions.follow(user, "house_id")
                    and row.is_public is True
                ),
            ),
            "caretaker": matrix.Variant(
                scope=lambda row, user: row.caretaker_id == user.pk,
            ),
            "office": matrix.Variant(is_read_only=True),
        },
    ),
    matrix.Address(
        "repair_list_add",
        Repair,
        "create",
        by_role={
            "tenant": matrix.Variant(
                scope=lambda row, user: (
                    row.house_id == functions.follow(user, "house_id")
                    and row.is_public is True
                ),
                lacks_inputs=True,
            ),
            "caretaker": matrix.Variant(
                scope=lambda row, user: row.caretaker_id == user.pk,
                lacks_inputs=True,
            ),
            "office": matrix.Variant(is_read_only=True),
        },
    ),
    matrix.Address(
        "repair_list_change",
        Repair,
        "update",
        by_role={
            "tenant": matrix.Variant(
                scope=lambda row, user: (
                    row.house_id == functions.follow(user, "house_id")
                    and row.is_public is True
                ),
            ),
            "caretaker": matrix.Variant(
                scope=lambda row, user: row.caretaker_id == user.pk,
            ),
            "office": matrix.Variant(is_read_only=True),
        },
    ),
    matrix.Address(
        "repair_list_delete",
        Repair,
        "delete",
        by_role={
            "tenant": matrix.Variant(
                scope=lambda row, user: (
                    row.house_id == functions.follow(user, "house_id")
                    and row.is_public is True
                ),
            ),
            "caretaker": matrix.Variant(
                scope=lambda row, user: row.caretaker_id == user.pk,
            ),
            "office": matrix.Variant(is_read_only=True),
        },
    ),
    matrix.Address(
        "repair_create",
        Repair,
        "create",
        values=lambda: repair_values(
            status=None,
            caretaker=None,
            due=None,
            finished_at=None,
            minutes=None,
            parts=None,
        ),
    ),
    matrix.PutAwayList("repair_put_away", Repair, "delete"),
    matrix.Address("repair_detail", Repair, "read"),
    matrix.Address("repair_delete", Repair, "delete"),
    matrix.Address("repair_update", Repair, "update", roles=("caretaker", "office")),
    matrix.Restoration("repair_restore", Repair, "delete"),
    matrix.Address(
        "repair_list_set",
        Repair,
        "update",
        words={"field": "status"},
        by_role={
            "tenant": matrix.Variant(
                scope=lambda row, user: (
                    row.house_id == functions.follow(user, "house_id")
                    and row.is_public is True
                ),
            ),
            "caretaker": matrix.Variant(
                scope=lambda row, user: row.caretaker_id == user.pk,
            ),
            "office": matrix.Variant(is_read_only=True),
        },
    ),
    matrix.Address("repair_transition", Repair, "update", words={"state": "planned"}),
    matrix.Address("repair_versions", Repair, "read"),
    matrix.Address(
        "repair_restore_version",
        Repair,
        "update",
        words={"number": "1"},
        roles=("caretaker", "office"),
    ),
    matrix.Address("user_list", User, "list"),
    matrix.Address("user_list_delete", User, "delete"),
    matrix.Address("user_delete", User, "delete"),
]


class MatrixTests(matrix.MatrixMixin, PageTests):
    roles, rights, rows, addresses = ROLES, RIGHTS, ROWS, ADDRESSES

    @staticmethod
    def values_of_person():
        return {"house": House.objects.first() or make_house()}
