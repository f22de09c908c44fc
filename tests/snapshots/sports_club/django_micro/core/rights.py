"""Who may do what, as the page of rights says it; `core/policies.py` enforces it.

A right is True, False, or the condition on a row in the words of the rules.
"""

RIGHTS = {
    "Club": {
        "no role": {
            "list": "id = current_user.club.id",
            "read": "id = current_user.club.id",
            "create": False,
            "update": False,
            "delete": False,
        },
        "trainer": {
            "list": "id = current_user.club.id",
            "read": "id = current_user.club.id",
            "create": False,
            "update": False,
            "delete": False,
        },
    },
    "Member": {
        "no role": {
            "list": True,
            "read": True,
            "create": True,
            "update": True,
            "delete": True,
        },
        "trainer": {
            "list": True,
            "read": True,
            "create": True,
            "update": True,
            "delete": True,
        },
    },
    "MedicalCard": {
        "no role": {
            "list": True,
            "read": True,
            "create": True,
            "update": True,
            "delete": True,
        },
        "trainer": {
            "list": True,
            "read": True,
            "create": True,
            "update": True,
            "delete": True,
        },
    },
    "Address": {
        "no role": {
            "list": True,
            "read": True,
            "create": True,
            "update": True,
            "delete": True,
        },
        "trainer": {
            "list": True,
            "read": True,
            "create": True,
            "update": True,
            "delete": True,
        },
    },
    "Team": {
        "no role": {
            "list": "club = current_user.club",
            "read": "club = current_user.club",
            "create": "club = current_user.club",
            "update": "club = current_user.club",
            "delete": "club = current_user.club",
        },
        "trainer": {
            "list": "club = current_user.club",
            "read": "club = current_user.club",
            "create": "club = current_user.club",
            "update": "club = current_user.club",
            "delete": "club = current_user.club",
        },
    },
    "Match": {
        "no role": {
            "list": "club = current_user.club",
            "read": "club = current_user.club",
            "create": "club = current_user.club",
            "update": "club = current_user.club",
            "delete": "club = current_user.club",
        },
        "trainer": {
            "list": "club = current_user.club",
            "read": "club = current_user.club",
            "create": "club = current_user.club",
            "update": "club = current_user.club",
            "delete": "club = current_user.club",
        },
    },
    "Trophy": {
        "no role": {
            "list": True,
            "read": True,
            "create": True,
            "update": True,
            "delete": True,
        },
        "trainer": {
            "list": True,
            "read": True,
            "create": True,
            "update": True,
            "delete": True,
        },
    },
    "Ground": {
        "no role": {
            "list": True,
            "read": True,
            "create": True,
            "update": True,
            "delete": True,
        },
        "trainer": {
            "list": True,
            "read": True,
            "create": True,
            "update": True,
            "delete": True,
        },
    },
    "Booking": {
        "no role": {
            "list": True,
            "read": True,
            "create": True,
            "update": True,
            "delete": True,
        },
        "trainer": {
            "list": True,
            "read": True,
            "create": True,
            "update": True,
            "delete": True,
        },
    },
    "Locker": {
        "no role": {
            "list": True,
            "read": True,
            "create": True,
            "update": True,
            "delete": True,
        },
        "trainer": {
            "list": True,
            "read": True,
            "create": True,
            "update": True,
            "delete": True,
        },
    },
    "Lock": {
        "no role": {
            "list": True,
            "read": True,
            "create": True,
            "update": True,
            "delete": True,
        },
        "trainer": {
            "list": True,
            "read": True,
            "create": True,
            "update": True,
            "delete": True,
        },
    },
}

# Which of these changes of a row's state somebody may make, likewise.
TRANSITIONS = {
    "Match": {
        "planned → played": {"no role": True, "trainer": True},
        "played → planned": {"no role": True, "trainer": True},
        "played → reported": {"no role": True, "trainer": True},
        "reported → played": {"no role": True, "trainer": True},
    },
}

# The pages that aren't the same for all: page, role or nothing, and the rule.
PAGES = [
    ("Teams", "trainer", "scope: trainer = current_user"),
    ("Trophies", "", "access: public"),
    ("Medical cards", "", "access: persona(trainer)"),
]
