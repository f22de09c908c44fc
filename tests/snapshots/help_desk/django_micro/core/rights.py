"""Who may do what, as the page of rights says it; `core/policies.py` enforces it.

A right is True, False, or the condition on a row in the words of the rules.
"""

RIGHTS = {
    "Ticket": {
        "customer": {
            "list": "reporter = current_user",
            "read": "reporter = current_user",
            "create": "reporter = current_user",
            "update": (
                "reporter = current_user and status in [waiting, solved] and status != "
                "closed"
            ),
            "delete": False,
        },
        "agent": {
            "list": True,
            "read": True,
            "create": True,
            "update": (
                "(assignee = current_user or assignee is null or reporter = "
                "current_user and status in [waiting, solved]) and status != closed"
            ),
            "delete": False,
        },
        "lead": {
            "list": True,
            "read": True,
            "create": True,
            "update": "status != closed",
            "delete": "status = closed",
        },
    },
    "Comment": {
        "customer": {
            "list": "ticket.reporter = current_user and is_internal = false",
            "read": "ticket.reporter = current_user and is_internal = false",
            "create": "ticket.reporter = current_user and is_internal = false",
            "update": (
                "author = current_user and ticket.reporter = current_user and "
                "is_internal = false"
            ),
            "delete": (
                "author = current_user and ticket.reporter = current_user and "
                "is_internal = false"
            ),
        },
        "agent": {
            "list": True,
            "read": True,
            "create": True,
            "update": "author = current_user",
            "delete": "author = current_user",
        },
        "lead": {
            "list": True,
            "read": True,
            "create": True,
            "update": "author = current_user",
            "delete": True,
        },
    },
    "User": {
        "customer": {
            "list": False,
            "read": "id = current_user.id",
            "create": False,
            "update": False,
            "delete": False,
        },
        "agent": {
            "list": True,
            "read": True,
            "create": False,
            "update": False,
            "delete": False,
        },
        "lead": {
            "list": True,
            "read": True,
            "create": True,
            "update": True,
            "delete": False,
        },
    },
}

# Which of these changes of a row's state somebody may make, likewise.
TRANSITIONS = {
    "Ticket": {
        "open → waiting": {
            "customer": "assignee is not null",
            "agent": "assignee is not null",
            "lead": "assignee is not null",
        },
        "open → solved": {
            "customer": "assignee is not null and solution is not null",
            "agent": "assignee is not null and solution is not null",
            "lead": "assignee is not null and solution is not null",
        },
        "waiting → open": {"customer": True, "agent": True, "lead": True},
        "waiting → solved": {
            "customer": "assignee is not null and solution is not null",
            "agent": "assignee is not null and solution is not null",
            "lead": "assignee is not null and solution is not null",
        },
        "solved → open": {"customer": True, "agent": True, "lead": True},
        "solved → closed": {
            "customer": "reporter = current_user",
            "agent": "reporter = current_user",
            "lead": True,
        },
        "open → closed": {"customer": False, "agent": False, "lead": True},
        "waiting → closed": {"customer": False, "agent": False, "lead": True},
    },
}

# The pages that aren't the same for all: page, role or nothing, and the rule.
PAGES = [
    ("Tickets", "customer", "hide: priority, late"),
    ("Tickets", "customer", "read_only: true"),
    ("Ticket", "customer", "hide: callback, priority, late, minutes"),
    ("Write down a call", "customer", "read_only: true"),
    ("Handle the ticket", "customer", "read_only: true"),
    ("Comments", "customer", "hide: is_internal"),
    ("Comment", "customer", "hide: is_internal"),
    ("Write a comment", "customer", "hide: is_internal"),
]
