"""The pages of which there are screenshots."""

_KEY = "00000000-0000-0000-0000-000000000007"

PAGES = {
    "support_tickets": {
        "home": "/",
        "list": "/tickets/",
        "list-filtered": "/tickets/?panel=filters&status=open&q=the",
        "list-nothing-found": "/tickets/?q=nothing-is-called-this",
        "list-change": "/tickets/7/set/status/",
        "detail": "/tickets/7/",
        "new": "/tickets/new/",
        "edit": "/tickets/7/edit/",
        "delete": "/tickets/7/delete/",
        "print": "/tickets/?export=print",
        "people": "/users/?panel=add",
        "not-found": "/nowhere/",
        "account": "/account/",
    },
    "simple_task": {
        "home": "/",
        "list": "/tasks/",
        "new": "/tasks/new/",
        "admin": "/admin/core/task/",
    },
    "invoices": {
        "list": "/invoices/",
        "record": f"/invoices/{_KEY}/?tab=lines",
    },
    "orders": {
        "list": "/orders/",
        "record": f"/orders/{_KEY}/?tab=lines",
        "edit": f"/orders/{_KEY}/edit/",
        "products": "/products/",
        "customers": "/customers/",
    },
    "repair_desk": {
        "waiting": "/repairs/1/",
        "record": "/repairs/2/",
        "edit": "/repairs/2/edit/",
        "admin": "/admin/core/repair/2/change/",
    },
    "help_desk": {
        "list": "/tickets/",
        "record": "/tickets/2/",
        "edit": "/tickets/2/edit/",
    },
    "clinic": {
        "list": "/appointments/",
        "record": f"/appointments/{_KEY}/",
        "check-in": f"/appointments/{_KEY}/edit/check-in/",
        "invoice": "/invoices/1/",
    },
    "timesheets": {
        "list": "/projects/",
        "record": f"/projects/{_KEY}/",
        "entries": "/entries/",
    },
}
"""Name of a fixture → name of a picture → address of the page on it."""

PEOPLE = {
    "help_desk": {"agent": "early@desk.example", "customer": "desk@library.example"},
    "clinic": {"doctor": "heart@clinic.example", "billing": "billing@clinic.example"},
}
"""Name of a fixture → those who see its pages differently, with the addresses they sign in with."""
