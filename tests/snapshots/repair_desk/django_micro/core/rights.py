"""Who may do what, as the page of rights says it; `core/policies.py` enforces it.

A right is True, False, or the condition on a row in the words of the rules.
"""

RIGHTS = {
    "User": {
        "no role": {
            "list": True,
            "read": True,
            "create": True,
            "update": True,
            "delete": True,
        },
        "tenant": {
            "list": True,
            "read": True,
            "create": True,
            "update": True,
            "delete": True,
        },
        "caretaker": {
            "list": True,
            "read": True,
            "create": True,
            "update": True,
            "delete": True,
        },
        "office": {
            "list": True,
            "read": True,
            "create": True,
            "update": True,
            "delete": True,
        },
    },
    "House": {
        "no role": {
            "list": True,
            "read": True,
            "create": True,
            "update": True,
            "delete": True,
        },
        "tenant": {
            "list": True,
            "read": True,
            "create": True,
            "update": True,
            "delete": True,
        },
        "caretaker": {
            "list": True,
            "read": True,
            "create": True,
            "update": True,
            "delete": True,
        },
        "office": {
            "list": True,
            "read": True,
            "create": True,
            "update": True,
            "delete": True,
        },
    },
    "Repair": {
        "no role": {
            "list": False,
            "read": (
                'house = current_user.house and (reporter.house.street contains "Lane" '
                "or is_public = true)"
            ),
            "create": False,
            "update": False,
            "delete": False,
        },
        "tenant": {
            "list": "house = current_user.house",
            "read": (
                'house = current_user.house and (reporter.house.street contains "Lane" '
                "or is_public = true)"
            ),
            "create": (
                'house = current_user.house and (reporter.house.street contains "Lane" '
                "or is_public = true)"
            ),
            "update": False,
            "delete": False,
        },
        "caretaker": {
            "list": (
                "house = current_user.house and (caretaker = current_user or caretaker "
                "is null)"
            ),
            "read": (
                'house = current_user.house and (reporter.house.street contains "Lane" '
                "or is_public = true)"
            ),
            "create": False,
            "update": (
                "house = current_user.house and status not in [done, dropped] and "
                "withdrawn_at is null"
            ),
            "delete": False,
        },
        "office": {
            "list": False,
            "read": (
                'house = current_user.house and (reporter.house.street contains "Lane" '
                "or is_public = true)"
            ),
            "create": (
                'house = current_user.house and (reporter.house.street contains "Lane" '
                "or is_public = true)"
            ),
            "update": "house = current_user.house and withdrawn_at is null",
            "delete": (
                'house = current_user.house and (reporter.house.street contains "Lane" '
                "or is_public = true) and status != done"
            ),
        },
    },
    "Note": {
        "no role": {
            "list": "author = current_user or is_public = true",
            "read": "author = current_user or is_public = true",
            "create": "author = current_user",
            "update": "author = current_user",
            "delete": "author = current_user",
        },
        "tenant": {
            "list": "author = current_user or is_public = true",
            "read": "author = current_user or is_public = true",
            "create": "author = current_user",
            "update": "author = current_user",
            "delete": "author = current_user",
        },
        "caretaker": {
            "list": "author = current_user or is_public = true",
            "read": "author = current_user or is_public = true",
            "create": "author = current_user",
            "update": "author = current_user",
            "delete": "author = current_user",
        },
        "office": {
            "list": "author = current_user or is_public = true",
            "read": "author = current_user or is_public = true",
            "create": True,
            "update": True,
            "delete": True,
        },
    },
    "Invoice": {
        "no role": {
            "list": False,
            "read": False,
            "create": False,
            "update": False,
            "delete": False,
        },
        "tenant": {
            "list": False,
            "read": False,
            "create": False,
            "update": False,
            "delete": False,
        },
        "caretaker": {
            "list": False,
            "read": False,
            "create": False,
            "update": False,
            "delete": False,
        },
        "office": {
            "list": True,
            "read": False,
            "create": "repair.status in [done, dropped]",
            "update": False,
            "delete": False,
        },
    },
}
