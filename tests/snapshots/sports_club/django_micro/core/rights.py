"""Who may do what, as the page of rights says it; `core/policies.py` enforces it.

A right is True, False, or the condition on a row in the words of the rules.
"""

RIGHTS = {
    "Club": {
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
}
