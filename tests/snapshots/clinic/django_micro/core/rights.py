"""Who may do what, as the page of rights says it; `core/policies.py` enforces it.

A right is True, False, or the condition on a row in the words of the rules.
"""

RIGHTS = {
    "Doctor": {
        "reception": {
            "list": True,
            "read": True,
            "create": True,
            "update": True,
            "delete": False,
        },
        "nurse": {
            "list": True,
            "read": True,
            "create": False,
            "update": False,
            "delete": False,
        },
        "doctor": {
            "list": True,
            "read": True,
            "create": False,
            "update": False,
            "delete": False,
        },
        "billing": {
            "list": True,
            "read": True,
            "create": False,
            "update": False,
            "delete": False,
        },
    },
    "Ward": {
        "reception": {
            "list": True,
            "read": True,
            "create": True,
            "update": False,
            "delete": False,
        },
        "nurse": {
            "list": True,
            "read": True,
            "create": False,
            "update": False,
            "delete": False,
        },
        "doctor": {
            "list": True,
            "read": True,
            "create": False,
            "update": False,
            "delete": False,
        },
        "billing": {
            "list": True,
            "read": True,
            "create": False,
            "update": False,
            "delete": False,
        },
    },
    "Department": {
        "reception": {
            "list": True,
            "read": True,
            "create": True,
            "update": True,
            "delete": False,
        },
        "nurse": {
            "list": True,
            "read": True,
            "create": False,
            "update": False,
            "delete": False,
        },
        "doctor": {
            "list": True,
            "read": True,
            "create": False,
            "update": False,
            "delete": False,
        },
        "billing": {
            "list": True,
            "read": True,
            "create": False,
            "update": False,
            "delete": False,
        },
    },
    "Patient": {
        "reception": {
            "list": True,
            "read": True,
            "create": True,
            "update": True,
            "delete": False,
        },
        "nurse": {
            "list": True,
            "read": True,
            "create": False,
            "update": True,
            "delete": False,
        },
        "doctor": {
            "list": True,
            "read": True,
            "create": False,
            "update": True,
            "delete": False,
        },
        "billing": {
            "list": True,
            "read": True,
            "create": False,
            "update": True,
            "delete": False,
        },
    },
    "Appointment": {
        "reception": {
            "list": True,
            "read": True,
            "create": True,
            "update": "state not in [seen, missed]",
            "delete": "state = booked",
        },
        "nurse": {
            "list": True,
            "read": True,
            "create": False,
            "update": "state not in [seen, missed]",
            "delete": False,
        },
        "doctor": {
            "list": True,
            "read": True,
            "create": False,
            "update": "doctor.account = current_user and state not in [seen, missed]",
            "delete": False,
        },
        "billing": {
            "list": True,
            "read": True,
            "create": False,
            "update": False,
            "delete": False,
        },
    },
    "Finding": {
        "reception": {
            "list": False,
            "read": False,
            "create": False,
            "update": False,
            "delete": False,
        },
        "nurse": {
            "list": False,
            "read": False,
            "create": False,
            "update": False,
            "delete": False,
        },
        "doctor": {
            "list": True,
            "read": True,
            "create": (
                "appointment.doctor.account = current_user and appointment.state = "
                "arrived"
            ),
            "update": "author = current_user and appointment.state = arrived",
            "delete": False,
        },
        "billing": {
            "list": False,
            "read": False,
            "create": False,
            "update": False,
            "delete": False,
        },
    },
    "Card": {
        "reception": {
            "list": True,
            "read": True,
            "create": True,
            "update": False,
            "delete": False,
        },
        "nurse": {
            "list": False,
            "read": False,
            "create": False,
            "update": False,
            "delete": False,
        },
        "doctor": {
            "list": False,
            "read": False,
            "create": False,
            "update": False,
            "delete": False,
        },
        "billing": {
            "list": True,
            "read": True,
            "create": False,
            "update": False,
            "delete": False,
        },
    },
    "User": {
        "reception": {
            "list": True,
            "read": True,
            "create": False,
            "update": False,
            "delete": False,
        },
        "nurse": {
            "list": True,
            "read": True,
            "create": False,
            "update": False,
            "delete": False,
        },
        "doctor": {
            "list": True,
            "read": True,
            "create": False,
            "update": False,
            "delete": False,
        },
        "billing": {
            "list": True,
            "read": True,
            "create": False,
            "update": False,
            "delete": False,
        },
    },
    "Invoice": {
        "reception": {
            "list": False,
            "read": False,
            "create": False,
            "update": False,
            "delete": False,
        },
        "nurse": {
            "list": False,
            "read": False,
            "create": False,
            "update": False,
            "delete": False,
        },
        "doctor": {
            "list": False,
            "read": False,
            "create": False,
            "update": False,
            "delete": False,
        },
        "billing": {
            "list": True,
            "read": True,
            "create": "appointment.state = seen",
            "update": "state not in [paid, void]",
            "delete": "state = draft",
        },
    },
    "Line": {
        "reception": {
            "list": False,
            "read": False,
            "create": False,
            "update": False,
            "delete": False,
        },
        "nurse": {
            "list": False,
            "read": False,
            "create": False,
            "update": False,
            "delete": False,
        },
        "doctor": {
            "list": False,
            "read": False,
            "create": False,
            "update": False,
            "delete": False,
        },
        "billing": {
            "list": True,
            "read": True,
            "create": "invoice.state = draft",
            "update": "invoice.state = draft",
            "delete": "invoice.state = draft",
        },
    },
}

# Which of these changes of a row's state somebody may make, likewise.
TRANSITIONS = {
    "Appointment": {
        "booked → arrived": {
            "reception": "room is not null",
            "nurse": "room is not null",
            "doctor": False,
            "billing": False,
        },
        "booked → missed": {
            "reception": "day < today",
            "nurse": False,
            "doctor": False,
            "billing": False,
        },
        "arrived → seen": {
            "reception": "doctor.account = current_user and count(findings) > 0",
            "nurse": "doctor.account = current_user and count(findings) > 0",
            "doctor": "doctor.account = current_user and count(findings) > 0",
            "billing": False,
        },
        "arrived → booked": {
            "reception": True,
            "nurse": False,
            "doctor": False,
            "billing": False,
        },
    },
    "Invoice": {
        "draft → sent": {
            "reception": False,
            "nurse": False,
            "doctor": False,
            "billing": "count(lines) > 0",
        },
        "sent → paid": {
            "reception": False,
            "nurse": False,
            "doctor": False,
            "billing": "paid_on is not null",
        },
        "draft → void": {
            "reception": False,
            "nurse": False,
            "doctor": False,
            "billing": True,
        },
        "sent → void": {
            "reception": False,
            "nurse": False,
            "doctor": False,
            "billing": True,
        },
    },
}

# The pages that aren't the same for all: page, role or nothing, and the rule.
PAGES = [
    ("Appointments", "doctor", "scope: doctor.account = current_user"),
    ("Appointments", "billing", "read_only: true"),
    ("Waiting room", "nurse", "scope: day = today and state in [booked, arrived]"),
    ("Waiting room", "billing", "read_only: true"),
    ("Appointment", "billing", "hide: reason, referred_by"),
    ("Appointment", "billing", "read_only: true"),
    ("Patient", "reception", "hide: allergies"),
    ("Patient", "nurse", "hide: insurance"),
    ("Patient", "doctor", "hide: insurance"),
    ("Patient", "billing", "hide: allergies, phone"),
    ("Edit the patient", "reception", "hide: allergies"),
    ("Edit the patient", "nurse", "hide: insurance"),
    ("Edit the patient", "doctor", "hide: insurance"),
    ("Edit the patient", "billing", "show: insurance"),
]
