"""The rows that screenshots show, for the shell of an emitted project."""

NAME, PASSWORD = "demo", "only-for-pictures-1"

_ACCOUNT = f"""\
import datetime
from django.contrib.auth import get_user_model
from django.utils import timezone

get_user_model().objects.create_superuser("{NAME}", "demo@example.com", "{PASSWORD}")
now = timezone.now()
day = datetime.timedelta(days=1)
"""

_TICKETS = """
from core.models import Comment, Severity, Ticket, User

roles = ["customer", "customer", "customer", "agent", "agent", "manager"]
names = ["Front desk", "Warehouse", "Accounting", "Early shift", "Late shift", "Team lead"]
people = [
    User.objects.create(name=name, email=f"{name.lower().replace(' ', '.')}@example.com", role=role)
    for name, role in zip(names, roles)
]
subjects = [
    "The label printer stops after ten labels",
    "Export of invoices is empty since Monday",
    "Two parcels have the same number",
    "Sign-in asks for a code that never arrives",
    "Prices of the spring catalogue are missing",
    "Please add a field for the delivery door",
    "The weekly report counts returns twice",
    "A scanner loses its connection by the gate",
    "Search finds no orders from last year",
    "Which browser do we recommend?",
    "A customer was charged in the wrong currency",
    "The map shows our old address",
]
for n, subject in enumerate(subjects * 3):
    Ticket.objects.create(
        subject=subject,
        description="It began this week.\\nWe tried again from another desk; it is the same there.",
        status=Ticket.Status.values[(n * n + n // 3) % 4],
        severity=Severity.values[(n + n // 4) % 4],
        reporter=people[n % 3],
        assignee=people[3 + n % 2] if n % 5 else None,
        respond_by=now + (n - 9) * day / 3,
    )
for n, text in enumerate(["Seen, we look into it.", "A new cable helped for a day.", "Thank you!"]):
    Comment.objects.create(ticket_id=7, author=people[n + 1], text=text, is_internal=n == 1)
"""

_TASKS = """
from core.models import Task

titles = [
    "Book the room for the spring meeting",
    "Send the minutes",
    "Compare three offers for chairs",
    "Water the plants on the stairs",
    "Write down how to close the shop",
    "Ask for the key to the cellar",
    "Renew the insurance",
    "Print the new price list",
]
for n, title in enumerate(titles * 2):
    Task.objects.create(
        title=title,
        description="" if n % 3 else "Before the end of the month.",
        status=Task.Status.values[n % 3],
        priority=Task.Priority.values[(n * 2 + n // 3) % 3],
        due_date=(now + (n - 4) * day).date() if n % 4 else None,
        completed=n % 3 == 2,
    )
"""

ROWS = {"support_tickets": _ACCOUNT + _TICKETS, "simple_task": _ACCOUNT + _TASKS}
"""Name of a fixture → what to type into its shell."""

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
}
"""Name of a fixture → name of a picture → address of the page on it."""
