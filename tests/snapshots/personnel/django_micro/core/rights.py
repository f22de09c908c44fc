"""Who may do what, as the page of rights says it; `core/policies.py` enforces it.

A right is True, False, or the condition on a row in the words of the rules.
"""

RIGHTS = {
    "Employer": {
        "no role": {
            "list": "id = current_user.employer.id",
            "read": "id = current_user.employer.id",
            "create": False,
            "update": False,
            "delete": False,
        },
        "employee": {
            "list": "id = current_user.employer.id",
            "read": "id = current_user.employer.id",
            "create": False,
            "update": False,
            "delete": False,
        },
        "lead": {
            "list": "id = current_user.employer.id",
            "read": "id = current_user.employer.id",
            "create": False,
            "update": False,
            "delete": False,
        },
        "hr": {
            "list": "id = current_user.employer.id",
            "read": "id = current_user.employer.id",
            "create": False,
            "update": "id = current_user.employer.id",
            "delete": False,
        },
    },
    "User": {
        "no role": {
            "list": "employer = current_user.employer and employer is not null",
            "read": "employer = current_user.employer and employer is not null",
            "create": False,
            "update": False,
            "delete": False,
        },
        "employee": {
            "list": "employer = current_user.employer and employer is not null",
            "read": "employer = current_user.employer and employer is not null",
            "create": False,
            "update": False,
            "delete": False,
        },
        "lead": {
            "list": "employer = current_user.employer and employer is not null",
            "read": "employer = current_user.employer and employer is not null",
            "create": False,
            "update": False,
            "delete": False,
        },
        "hr": {
            "list": "employer = current_user.employer and employer is not null",
            "read": "employer = current_user.employer and employer is not null",
            "create": "employer = current_user.employer and employer is not null",
            "update": "employer = current_user.employer and employer is not null",
            "delete": "employer = current_user.employer and employer is not null",
        },
    },
    "Contract": {
        "no role": {
            "list": "employer = current_user.employer and person = current_user",
            "read": "employer = current_user.employer and person = current_user",
            "create": False,
            "update": False,
            "delete": False,
        },
        "employee": {
            "list": "employer = current_user.employer and person = current_user",
            "read": "employer = current_user.employer and person = current_user",
            "create": False,
            "update": False,
            "delete": False,
        },
        "lead": {
            "list": "employer = current_user.employer and person = current_user",
            "read": "employer = current_user.employer and person = current_user",
            "create": False,
            "update": False,
            "delete": False,
        },
        "hr": {
            "list": "employer = current_user.employer",
            "read": "employer = current_user.employer",
            "create": "employer = current_user.employer",
            "update": "employer = current_user.employer and not ends < today",
            "delete": "employer = current_user.employer",
        },
    },
    "Absence": {
        "no role": {
            "list": (
                "employer = current_user.employer and (person = current_user or "
                "person.lead = current_user)"
            ),
            "read": (
                "employer = current_user.employer and (person = current_user or "
                "person.lead = current_user)"
            ),
            "create": "employer = current_user.employer and person = current_user",
            "update": (
                "employer = current_user.employer and (person = current_user or "
                "person.lead = current_user)"
            ),
            "delete": False,
        },
        "employee": {
            "list": (
                "employer = current_user.employer and (person = current_user or "
                "person.lead = current_user)"
            ),
            "read": (
                "employer = current_user.employer and (person = current_user or "
                "person.lead = current_user)"
            ),
            "create": "employer = current_user.employer and person = current_user",
            "update": (
                "employer = current_user.employer and (person = current_user or "
                "person.lead = current_user)"
            ),
            "delete": False,
        },
        "lead": {
            "list": (
                "employer = current_user.employer and (person = current_user or "
                "person.lead = current_user)"
            ),
            "read": (
                "employer = current_user.employer and (person = current_user or "
                "person.lead = current_user)"
            ),
            "create": "employer = current_user.employer and person = current_user",
            "update": (
                "employer = current_user.employer and (person = current_user or "
                "person.lead = current_user)"
            ),
            "delete": False,
        },
        "hr": {
            "list": "employer = current_user.employer",
            "read": "employer = current_user.employer",
            "create": "employer = current_user.employer",
            "update": "employer = current_user.employer",
            "delete": "employer = current_user.employer",
        },
    },
    "Review": {
        "no role": {
            "list": (
                "employer = current_user.employer and (held_by = current_user or "
                "person = current_user and is_shared = true)"
            ),
            "read": (
                "employer = current_user.employer and (held_by = current_user or "
                "person = current_user and is_shared = true)"
            ),
            "create": False,
            "update": "employer = current_user.employer and held_by = current_user",
            "delete": "employer = current_user.employer and held_by = current_user",
        },
        "employee": {
            "list": (
                "employer = current_user.employer and (held_by = current_user or "
                "person = current_user and is_shared = true)"
            ),
            "read": (
                "employer = current_user.employer and (held_by = current_user or "
                "person = current_user and is_shared = true)"
            ),
            "create": False,
            "update": "employer = current_user.employer and held_by = current_user",
            "delete": "employer = current_user.employer and held_by = current_user",
        },
        "lead": {
            "list": (
                "employer = current_user.employer and (held_by = current_user or "
                "person = current_user and is_shared = true)"
            ),
            "read": (
                "employer = current_user.employer and (held_by = current_user or "
                "person = current_user and is_shared = true)"
            ),
            "create": (
                "employer = current_user.employer and (held_by = current_user or "
                "person = current_user and is_shared = true)"
            ),
            "update": "employer = current_user.employer and held_by = current_user",
            "delete": "employer = current_user.employer and held_by = current_user",
        },
        "hr": {
            "list": "employer = current_user.employer",
            "read": "employer = current_user.employer",
            "create": "employer = current_user.employer",
            "update": "employer = current_user.employer and held_by = current_user",
            "delete": "employer = current_user.employer and held_by = current_user",
        },
    },
}

# Which of these changes of a row's state somebody may make, likewise.
TRANSITIONS = {
    "Absence": {
        "asked → granted": {
            "no role": "person.lead = current_user",
            "employee": "person.lead = current_user",
            "lead": "person.lead = current_user",
            "hr": True,
        },
        "asked → refused": {
            "no role": "person.lead = current_user",
            "employee": "person.lead = current_user",
            "lead": "person.lead = current_user",
            "hr": True,
        },
        "asked → withdrawn": {
            "no role": "person = current_user",
            "employee": "person = current_user",
            "lead": "person = current_user",
            "hr": "person = current_user",
        },
        "granted → withdrawn": {
            "no role": "person = current_user and starts > today",
            "employee": "person = current_user and starts > today",
            "lead": "person = current_user and starts > today",
            "hr": "person = current_user and starts > today",
        },
    },
}
