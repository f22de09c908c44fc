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
            "list": "id = current_user.house.id",
            "read": "id = current_user.house.id",
            "create": False,
            "update": False,
            "delete": False,
        },
        "tenant": {
            "list": "id = current_user.house.id",
            "read": "id = current_user.house.id",
            "create": False,
            "update": False,
            "delete": False,
        },
        "caretaker": {
            "list": "id = current_user.house.id",
            "read": "id = current_user.house.id",
            "create": False,
            "update": False,
            "delete": False,
        },
        "office": {
            "list": "id = current_user.house.id",
            "read": "id = current_user.house.id",
            "create": False,
            "update": "id = current_user.house.id",
            "delete": False,
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

# Which of these changes of a row's state somebody may make, likewise.
TRANSITIONS = {
    "Repair": {
        "reported → planned": {
            "no role": False,
            "tenant": False,
            "caretaker": "caretaker is not null",
            "office": "caretaker is not null",
        },
        "planned → waiting": {
            "no role": False,
            "tenant": False,
            "caretaker": True,
            "office": True,
        },
        "waiting → planned": {
            "no role": False,
            "tenant": False,
            "caretaker": True,
            "office": True,
        },
        "waiting → dropped": {
            "no role": False,
            "tenant": False,
            "caretaker": "caretaker is null",
            "office": "caretaker is null",
        },
        "planned → done": {
            "no role": False,
            "tenant": False,
            "caretaker": (
                "finished_at is not null and report is not null and minutes > 0"
            ),
            "office": "finished_at is not null and report is not null and minutes > 0",
        },
        "done → planned": {
            "no role": False,
            "tenant": False,
            "caretaker": False,
            "office": True,
        },
        "* → dropped": {
            "no role": False,
            "tenant": False,
            "caretaker": "reporter = current_user",
            "office": True,
        },
    },
}

# The pages that aren't the same for all: page, role or nothing, and the rule.
PAGES = [
    ("Repairs", "tenant", "scope: house = current_user.house and is_public = true"),
    ("Repairs", "tenant", "show: title, status, urgency, house, due"),
    ("Repairs", "caretaker", "scope: caretaker = current_user"),
    ("Repairs", "caretaker", "hide: house, overspent"),
    ("Repairs", "office", "read_only: true"),
    ("Repair", "caretaker", "hide: house, overspent"),
    ("Handle the repair", "", "access: persona(caretaker, office)"),
]
