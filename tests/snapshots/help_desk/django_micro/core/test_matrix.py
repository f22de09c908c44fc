"""Who may do what with which rows at which address, as the app was described to be.

Nothing of this comes from `core/policies.py`. Whoever changes that on purpose, or adds
an address, changes these lists too.
"""

import datetime

from pages import matrix
from pages.testing import PageTests
from records import functions

from .models import Comment, Ticket, User
from .tests import (
    comment_values,
    make_comment,
    make_ticket,
    make_user,
    ticket_values,
    user_values,
)

# Who signs in; a superuser and a visitor ask as well.
ROLES = ("customer", "agent", "lead")

# A condition asks about a row and whoever is signed in.
RIGHTS = [
    matrix.Rights(
        Ticket,
        ("customer",),
        {
            "list": lambda row, user: row.reporter_id == user.pk,
            "read": lambda row, user: row.reporter_id == user.pk,
            "create": lambda row, user: row.reporter_id == user.pk,
            "update": lambda row, user: (
                (
                    (row.reporter_id == user.pk and row.status in ("waiting", "solved"))
                    and row.reporter_id == user.pk
                )
                and row.status != "closed"
            ),
            "delete": False,
        },
    ),
    matrix.Rights(
        Ticket,
        ("agent",),
        {
            "list": True,
            "read": True,
            "create": True,
            "update": lambda row, user: (
                (
                    (row.assignee_id == user.pk or row.assignee_id is None)
                    or (
                        row.reporter_id == user.pk
                        and row.status in ("waiting", "solved")
                    )
                )
                and row.status != "closed"
            ),
            "delete": False,
        },
    ),
    matrix.Rights(
        Ticket,
        ("lead",),
        {
            "list": True,
            "read": True,
            "create": True,
            "update": lambda row, user: row.status != "closed",
            "delete": lambda row, user: row.status == "closed",
        },
    ),
    matrix.Rights(
        Comment,
        ("customer",),
        {
            "list": lambda row, user: (
                functions.follow(row, "ticket", "reporter_id") == user.pk
                and row.is_internal is False
            ),
            "read": lambda row, user: (
                functions.follow(row, "ticket", "reporter_id") == user.pk
                and row.is_internal is False
            ),
            "create": lambda row, user: (
                functions.follow(row, "ticket", "reporter_id") == user.pk
                and row.is_internal is False
            ),
            "update": lambda row, user: (
                row.author_id == user.pk
                and (
                    functions.follow(row, "ticket", "reporter_id") == user.pk
                    and row.is_internal is False
                )
            ),
            "delete": lambda row, user: (
                row.author_id == user.pk
                and (
                    functions.follow(row, "ticket", "reporter_id") == user.pk
                    and row.is_internal is False
                )
            ),
        },
    ),
    matrix.Rights(
        Comment,
        ("agent",),
        {
            "list": True,
            "read": True,
            "create": True,
            "update": lambda row, user: row.author_id == user.pk,
            "delete": lambda row, user: row.author_id == user.pk,
        },
    ),
    matrix.Rights(
        Comment,
        ("lead",),
        {
            "list": True,
            "read": True,
            "create": True,
            "update": lambda row, user: row.author_id == user.pk,
            "delete": True,
        },
    ),
    matrix.Rights(
        User,
        ("customer",),
        {
            "list": False,
            "read": lambda row, user: row.id == functions.follow(user, "id"),
            "create": False,
            "update": False,
            "delete": False,
        },
    ),
    matrix.Rights(
        User,
        ("agent",),
        {"list": True, "read": True, "create": False, "update": False, "delete": False},
    ),
    matrix.Rights(
        User,
        ("lead",),
        {"list": True, "read": True, "create": True, "update": True, "delete": False},
    ),
]

# How a row is made, and what is tried in it.
ROWS = [
    matrix.Rows(
        Ticket,
        make_ticket,
        {
            "reporter": [],
            "assignee": [],
            "status": ["open", "waiting", "solved", "closed"],
            "removed_at": [
                datetime.datetime(2026, 1, 1, 9, tzinfo=datetime.UTC),
                datetime.datetime(2026, 1, 2, 9, tzinfo=datetime.UTC),
                datetime.datetime(2026, 1, 9, 9, tzinfo=datetime.UTC),
                datetime.datetime(2126, 1, 1, 9, tzinfo=datetime.UTC),
                None,
            ],
        },
    ),
    matrix.Rows(
        Comment,
        make_comment,
        {
            "ticket.reporter": [],
            "is_internal": [True, False],
            "author": [],
            "removed_at": [
                datetime.datetime(2026, 1, 1, 9, tzinfo=datetime.UTC),
                datetime.datetime(2026, 1, 2, 9, tzinfo=datetime.UTC),
                datetime.datetime(2026, 1, 9, 9, tzinfo=datetime.UTC),
                datetime.datetime(2126, 1, 1, 9, tzinfo=datetime.UTC),
                None,
            ],
        },
    ),
    matrix.Rows(User, make_user, {}),
]

# The addresses, each with the operation that somebody has to be allowed.
ADDRESSES = [
    matrix.Address("home", is_for_accounts=True),
    matrix.Address("comment_list", Comment, "list"),
    matrix.Address("comment_list_delete", Comment, "delete"),
    matrix.Address("comment_create", Comment, "create", values=comment_values),
    matrix.PutAwayList("comment_put_away", Comment, "delete"),
    matrix.Address("comment_detail", Comment, "read"),
    matrix.Address("comment_delete", Comment, "delete"),
    matrix.Address("comment_update", Comment, "update"),
    matrix.Restoration("comment_restore", Comment, "delete"),
    matrix.Address("user_list", User, "list"),
    matrix.Address("user_list_add", User, "create"),
    matrix.Address("user_list_change", User, "update"),
    matrix.Address("user_list_delete", User, "delete"),
    matrix.Address("user_create", User, "create", values=user_values),
    matrix.Address("user_detail", User, "read"),
    matrix.Address("user_delete", User, "delete"),
    matrix.Address("user_update", User, "update"),
    matrix.Address("user_list_set", User, "update", words={"field": "role"}),
    matrix.Address(
        "ticket_list",
        Ticket,
        "list",
        by_role={"customer": matrix.Variant(is_read_only=True)},
    ),
    matrix.Address(
        "ticket_list_change",
        Ticket,
        "update",
        by_role={"customer": matrix.Variant(is_read_only=True)},
    ),
    matrix.Address(
        "ticket_list_delete",
        Ticket,
        "delete",
        by_role={"customer": matrix.Variant(is_read_only=True)},
    ),
    matrix.Address(
        "ticket_create",
        Ticket,
        "create",
        by_role={"customer": matrix.Variant(is_read_only=True)},
        values=ticket_values,
    ),
    matrix.Address(
        "ticket_create_2",
        Ticket,
        "create",
        values=lambda: ticket_values(assignee=None),
    ),
    matrix.PutAwayList("ticket_put_away", Ticket, "delete"),
    matrix.Address("ticket_detail", Ticket, "read"),
    matrix.Address("ticket_delete", Ticket, "delete"),
    matrix.Address(
        "ticket_update",
        Ticket,
        "update",
        by_role={"customer": matrix.Variant(is_read_only=True)},
    ),
    matrix.Restoration("ticket_restore", Ticket, "delete"),
    matrix.Address(
        "ticket_list_set",
        Ticket,
        "update",
        words={"field": "status"},
        by_role={"customer": matrix.Variant(is_read_only=True)},
    ),
    matrix.Address("ticket_transition", Ticket, "update", words={"state": "waiting"}),
]


class MatrixTests(matrix.MatrixMixin, PageTests):
    roles, rights, rows, addresses = ROLES, RIGHTS, ROWS, ADDRESSES
