"""The rows of a help desk, and someone who may change them."""

NAME, PASSWORD = "tester@example.com", "correct-horse-7"

ROWS = f"""\
import datetime
from django.contrib.auth import get_user_model
from django.utils import timezone
from core.models import Comment, Severity, Ticket, User

get_user_model().objects.create_superuser("{NAME}", "{PASSWORD}", name="Tester")
people = [
    User.objects.create(name=f"Person {{n:02}}", email=f"p{{n}}@example.com", role=role)
    for n, role in enumerate(["customer", "customer", "agent", "manager"] * 3)
]
now = timezone.now()
for n in range(45):
    ticket = Ticket.objects.create(
        subject=f"The printer says no {{n:02}}" if n % 3 else f"Export is empty {{n:02}}",
        description="It worked yesterday.",
        status=Ticket.Status.values[n % 4],
        severity=Severity.values[n % 3],
        reporter=people[n % 12],
        assignee=people[n % 5] if n % 5 else None,
        respond_by=now + datetime.timedelta(days=n - 20),
    )
for n in range(3):
    Comment.objects.create(ticket=ticket, author=people[n], text=f"Remark {{n}}")
"""
