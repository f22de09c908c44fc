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
