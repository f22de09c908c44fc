"""Who may do what with which rows at which address, as the app was described to be.

Nothing of this comes from `core/policies.py`. Whoever changes that on purpose, or adds
an address, changes these lists too.
"""

import datetime

from pages import matrix
from pages.testing import PageTests
from records import functions

from .models import (
    Appointment,
    Card,
    Department,
    Doctor,
    Finding,
    Invoice,
    Line,
    Patient,
    User,
    Ward,
)
from .tests import (
    appointment_values,
    card_values,
    department_values,
    doctor_values,
    finding_values,
    invoice_values,
    line_values,
    make_appointment,
    make_card,
    make_department,
    make_doctor,
    make_finding,
    make_invoice,
    make_line,
    make_patient,
    make_user,
    make_ward,
    patient_values,
    ward_values,
)

# Who signs in; a superuser and a visitor ask as well.
ROLES = ("reception", "nurse", "doctor", "billing")

# A condition asks about a row and whoever is signed in.
RIGHTS = [
    matrix.Rights(
        Doctor,
        ("reception",),
        {"list": True, "read": True, "create": True, "update": True, "delete": False},
    ),
    matrix.Rights(
        Doctor,
        ("nurse", "doctor", "billing"),
        {"list": True, "read": True, "create": False, "update": False, "delete": False},
    ),
    matrix.Rights(
        Ward,
        ("reception",),
        {"list": True, "read": True, "create": True, "update": False, "delete": False},
    ),
    matrix.Rights(
        Ward,
        ("nurse", "doctor", "billing"),
        {"list": True, "read": True, "create": False, "update": False, "delete": False},
    ),
    matrix.Rights(
        Department,
        ("reception",),
        {"list": True, "read": True, "create": True, "update": True, "delete": False},
    ),
    matrix.Rights(
        Department,
        ("nurse", "doctor", "billing"),
        {"list": True, "read": True, "create": False, "update": False, "delete": False},
    ),
    matrix.Rights(
        Patient,
        ("reception",),
        {"list": True, "read": True, "create": True, "update": True, "delete": False},
    ),
    matrix.Rights(
        Patient,
        ("nurse", "doctor", "billing"),
        {"list": True, "read": True, "create": False, "update": True, "delete": False},
    ),
    matrix.Rights(
        Appointment,
        ("reception",),
        {
            "list": True,
            "read": True,
            "create": True,
            "update": lambda row, user: row.state not in ("seen", "missed"),
            "delete": lambda row, user: row.state == "booked",
        },
    ),
    matrix.Rights(
        Appointment,
        ("nurse",),
        {
            "list": True,
            "read": True,
            "create": False,
            "update": lambda row, user: row.state not in ("seen", "missed"),
            "delete": False,
        },
    ),
    matrix.Rights(
        Appointment,
        ("doctor",),
        {
            "list": True,
            "read": True,
            "create": False,
            "update": lambda row, user: (
                functions.follow(row, "doctor", "account_id") == user.pk
                and row.state not in ("seen", "missed")
            ),
            "delete": False,
        },
    ),
    matrix.Rights(
        Appointment,
        ("billing",),
        {"list": True, "read": True, "create": False, "update": False, "delete": False},
    ),
    matrix.Rights(
        Finding,
        ("reception", "nurse", "billing"),
        {
            "list": False,
            "read": False,
            "create": False,
            "update": False,
            "delete": False,
        },
    ),
    matrix.Rights(
        Finding,
        ("doctor",),
        {
            "list": True,
            "read": True,
            "create": lambda row, user: (
                functions.follow(row, "appointment", "doctor", "account_id") == user.pk
                and (functions.follow(row, "appointment", "state") or "") == "arrived"
            ),
            "update": lambda row, user: (
                row.author_id == user.pk
                and (functions.follow(row, "appointment", "state") or "") == "arrived"
            ),
            "delete": False,
        },
    ),
    matrix.Rights(
        Card,
        ("reception",),
        {"list": True, "read": True, "create": True, "update": False, "delete": False},
    ),
    matrix.Rights(
        Card,
        ("nurse", "doctor"),
        {
            "list": False,
            "read": False,
            "create": False,
            "update": False,
            "delete": False,
        },
    ),
    matrix.Rights(
        Card,
        ("billing",),
        {"list": True, "read": True, "create": False, "update": False, "delete": False},
    ),
    matrix.Rights(
        User,
        ("reception", "nurse", "doctor", "billing"),
        {"list": True, "read": True, "create": False, "update": False, "delete": False},
    ),
    matrix.Rights(
        Invoice,
        ("reception", "nurse", "doctor"),
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
        ("billing",),
        {
            "list": True,
            "read": True,
            "create": lambda row, user: (
                (functions.follow(row, "appointment", "state") or "") == "seen"
            ),
            "update": lambda row, user: row.state not in ("paid", "void"),
            "delete": lambda row, user: row.state == "draft",
        },
    ),
    matrix.Rights(
        Line,
        ("reception", "nurse", "doctor"),
        {
            "list": False,
            "read": False,
            "create": False,
            "update": False,
            "delete": False,
        },
    ),
    matrix.Rights(
        Line,
        ("billing",),
        {
            "list": True,
            "read": True,
            "create": lambda row, user: (
                (functions.follow(row, "invoice", "state") or "") == "draft"
            ),
            "update": lambda row, user: (
                (functions.follow(row, "invoice", "state") or "") == "draft"
            ),
            "delete": lambda row, user: (
                (functions.follow(row, "invoice", "state") or "") == "draft"
            ),
        },
    ),
]

# How a row is made, and what is tried in it.
ROWS = [
    matrix.Rows(Doctor, make_doctor, {}),
    matrix.Rows(Ward, make_ward, {}),
    matrix.Rows(Department, make_department, {}),
    matrix.Rows(Patient, make_patient, {}),
    matrix.Rows(
        Appointment,
        make_appointment,
        {
            "doctor.account": [],
            "state": ["booked", "arrived", "seen", "missed"],
            "day": [
                datetime.date(2026, 1, 1),
                datetime.date(2026, 1, 2),
                datetime.date(2026, 1, 9),
                datetime.date(2126, 1, 1),
            ],
            "referred_by": [],
            "doctor": [],
        },
    ),
    matrix.Rows(
        Finding,
        make_finding,
        {
            "appointment.doctor.account": [],
            "appointment.state": ["booked", "arrived", "seen", "missed"],
            "author": [],
        },
    ),
    matrix.Rows(Card, make_card, {}),
    matrix.Rows(User, make_user, {}),
    matrix.Rows(
        Invoice,
        make_invoice,
        {
            "appointment.state": ["booked", "arrived", "seen", "missed"],
            "state": ["draft", "sent", "paid", "void"],
        },
    ),
    matrix.Rows(Line, make_line, {"invoice.state": ["draft", "sent", "paid", "void"]}),
]

# The addresses, each with the operation that somebody has to be allowed.
ADDRESSES = [
    matrix.Address("home", is_for_accounts=True),
    matrix.Address(
        "appointment_list",
        Appointment,
        "list",
        by_role={
            "doctor": matrix.Variant(
                scope=lambda row, user: (
                    functions.follow(row, "doctor", "account_id") == user.pk
                ),
            ),
            "billing": matrix.Variant(is_read_only=True),
        },
    ),
    matrix.Address(
        "appointment_list_add",
        Appointment,
        "create",
        by_role={
            "doctor": matrix.Variant(
                scope=lambda row, user: (
                    functions.follow(row, "doctor", "account_id") == user.pk
                ),
            ),
            "billing": matrix.Variant(is_read_only=True),
        },
    ),
    matrix.Address(
        "appointment_list_delete",
        Appointment,
        "delete",
        by_role={
            "doctor": matrix.Variant(
                scope=lambda row, user: (
                    functions.follow(row, "doctor", "account_id") == user.pk
                ),
            ),
            "billing": matrix.Variant(is_read_only=True),
        },
    ),
    matrix.Address(
        "waiting_room",
        Appointment,
        "list",
        by_role={
            "nurse": matrix.Variant(
                scope=lambda row, user: (
                    row.day == functions.today() and row.state in ("booked", "arrived")
                ),
            ),
            "billing": matrix.Variant(is_read_only=True),
        },
    ),
    matrix.Address(
        "waiting_room_add",
        Appointment,
        "create",
        by_role={
            "nurse": matrix.Variant(
                scope=lambda row, user: (
                    row.day == functions.today() and row.state in ("booked", "arrived")
                ),
            ),
            "billing": matrix.Variant(is_read_only=True),
        },
    ),
    matrix.Address(
        "waiting_room_delete",
        Appointment,
        "delete",
        by_role={
            "nurse": matrix.Variant(
                scope=lambda row, user: (
                    row.day == functions.today() and row.state in ("booked", "arrived")
                ),
            ),
            "billing": matrix.Variant(is_read_only=True),
        },
    ),
    matrix.Address(
        "appointment_create",
        Appointment,
        "create",
        values=appointment_values,
    ),
    matrix.Address(
        "walk_in",
        Appointment,
        "create",
        values=lambda: appointment_values(referred_by=None),
    ),
    matrix.Address(
        "appointment_detail",
        Appointment,
        "read",
        by_role={"billing": matrix.Variant(is_read_only=True)},
    ),
    matrix.Address(
        "appointment_delete",
        Appointment,
        "delete",
        by_role={"billing": matrix.Variant(is_read_only=True)},
    ),
    matrix.Address("appointment_update", Appointment, "update"),
    matrix.Address("check_in", Appointment, "update"),
    matrix.Address(
        "appointment_transition",
        Appointment,
        "update",
        words={"state": "arrived"},
        by_role={"billing": matrix.Variant(is_read_only=True)},
    ),
    matrix.Address("card_list", Card, "list"),
    matrix.Address("card_list_add", Card, "create"),
    matrix.Address("card_list_delete", Card, "delete"),
    matrix.Address("card_create", Card, "create", values=card_values),
    matrix.Address("card_delete", Card, "delete"),
    matrix.Address("department_list", Department, "list"),
    matrix.Address("department_list_add", Department, "create"),
    matrix.Address("department_list_delete", Department, "delete"),
    matrix.Address("department_create", Department, "create", values=department_values),
    matrix.Address("department_detail", Department, "read"),
    matrix.Address("department_delete", Department, "delete"),
    matrix.Address("department_update", Department, "update"),
    matrix.Address("doctor_list", Doctor, "list"),
    matrix.Address("doctor_list_add", Doctor, "create"),
    matrix.Address("doctor_list_delete", Doctor, "delete"),
    matrix.Address("doctor_create", Doctor, "create", values=doctor_values),
    matrix.Address("doctor_detail", Doctor, "read"),
    matrix.Address("doctor_delete", Doctor, "delete"),
    matrix.Address("doctor_update", Doctor, "update"),
    matrix.Address("finding_list", Finding, "list"),
    matrix.Address("finding_list_delete", Finding, "delete"),
    matrix.Address("finding_create", Finding, "create", values=finding_values),
    matrix.Address("finding_detail", Finding, "read"),
    matrix.Address("finding_delete", Finding, "delete"),
    matrix.Address("finding_update", Finding, "update"),
    matrix.Address("invoice_list", Invoice, "list"),
    matrix.Address("invoice_list_add", Invoice, "create"),
    matrix.Address("invoice_list_change", Invoice, "update"),
    matrix.Address("invoice_list_delete", Invoice, "delete"),
    matrix.Address(
        "invoice_create",
        Invoice,
        "create",
        values=lambda: invoice_values(paid_on=None),
    ),
    matrix.Address("invoice_detail", Invoice, "read"),
    matrix.Address("invoice_delete", Invoice, "delete"),
    matrix.Address("invoice_update", Invoice, "update"),
    matrix.Address("invoice_list_set", Invoice, "update", words={"field": "state"}),
    matrix.Address("invoice_transition", Invoice, "update", words={"state": "sent"}),
    matrix.Address("line_list", Line, "list"),
    matrix.Address("line_list_add", Line, "create"),
    matrix.Address("line_list_delete", Line, "delete"),
    matrix.Address("line_create", Line, "create", values=line_values),
    matrix.Address("line_detail", Line, "read"),
    matrix.Address("line_delete", Line, "delete"),
    matrix.Address("line_update", Line, "update"),
    matrix.Address("call_back", Patient, "create"),
    matrix.Address("front_desk", is_for_accounts=True),
    matrix.Address("today", is_for_accounts=True),
    matrix.Address("patient_list", Patient, "list"),
    matrix.Address("patient_list_delete", Patient, "delete"),
    matrix.Address("patient_create", Patient, "create", values=patient_values),
    matrix.Address("patient_detail", Patient, "read"),
    matrix.Address("patient_delete", Patient, "delete"),
    matrix.Address("patient_update", Patient, "update"),
    matrix.Address("user_list", User, "list"),
    matrix.Address("user_list_delete", User, "delete"),
    matrix.Address("user_delete", User, "delete"),
    matrix.Address("ward_list", Ward, "list"),
    matrix.Address("ward_list_add", Ward, "create"),
    matrix.Address("ward_list_delete", Ward, "delete"),
    matrix.Address("ward_create", Ward, "create", values=ward_values),
    matrix.Address("ward_detail", Ward, "read"),
    matrix.Address("ward_delete", Ward, "delete"),
]


class MatrixTests(matrix.MatrixMixin, PageTests):
    roles, rights, rows, addresses = ROLES, RIGHTS, ROWS, ADDRESSES
