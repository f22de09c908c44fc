"""What the apps of these tests hold, and what is asked of them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, StorageState

from tests.browser.tickets import NAME, PASSWORD, ROWS
from tests.browser.visits import Visit, visit

FEATURES = """
[app]
signup = true

[features]
pdf = true
import = true
"""
# Each test of accounts takes one that no other test signs in with.
ACCOUNTS = ("wrong", "changer", "forgetful", "named", "guesser", "keys", "staff")
ROWS_OF_ALL = f"""
Account = get_user_model()
password = Account.objects.get(is_superuser=True).password  # hashing it for each takes its time
Account.objects.bulk_create(
    Account(
        name=name,
        email=f"{{name}}@example.com",
        password=password,
        is_staff=name == "staff-0",
    )
    for name in {[f"{name}-{number}" for name in ACCOUNTS for number in range(2)]!r}
)
for n in range(100):
    User.objects.create(name=f"Guest {{n:03}}", email=f"guest{{n}}@example.com")
if hasattr(Account, "house"):
    Account.objects.update(house=Repair.objects.get(pk=1).house)  # whose repairs they see
"""
REPAIRS = f"""\
import datetime
from django.contrib.auth import get_user_model
from django.utils import timezone
from core.models import House, Invoice, Note, Repair, User

get_user_model().objects.create_superuser("{NAME}", "{PASSWORD}", name="Tester")
people = [
    User.objects.create(name=f"Person {{n:02}}", email=f"p{{n}}@example.com") for n in range(12)
]
houses = [House.objects.create(street=f"Elm Road {{n}}") for n in range(3)]
for n in range(45):
    repair = Repair.objects.create(
        title=f"The tap drips {{n:02}}" if n % 3 else f"No light {{n:02}}",
        details="Since Monday.\\nIt was fine before.",
        status=["reported", "planned", "waiting", "dropped"][n % 4],
        urgency=["low", "normal", "high"][n % 3],
        house=houses[n % 3],
        reporter=people[n % 12],
        caretaker=people[n % 5] if n % 5 else None,
        parts=12.5,
        place={{"floor": n}},
    )
for n in range(3):
    Note.objects.create(repair=repair, author=people[n], text=f"Remark {{n}}")
for n in range(2):
    Invoice.objects.create(repair=repair, amount=40 + n)
"""


@dataclass(frozen=True)
class Facts:
    """What differs from app to app."""

    rows: str
    path: str
    title: str
    column: str
    word: str
    found: int
    filter: tuple[str, str, int]
    narrowed: tuple[str, int]
    level: tuple[str, str]
    tabbed: str
    tabs: list[str]
    rest: tuple[str, str]
    facts: dict[str, str]
    chart: str
    new: dict[str, str]
    reporter: str
    submit: str
    missing: tuple[str, str, dict[str, str]]
    quick: tuple[str, dict[str, str]]
    upload: tuple[str, str, str, str]


FACTS = {
    "support_tickets": Facts(
        rows=ROWS,
        path="/tickets/",
        title="Tickets",
        column="Subject",
        word="export",
        found=15,
        filter=("Status", "Closed", 11),
        narrowed=("reporter", 4),
        level=("Severity", "Urgent"),
        tabbed="/users/?q=p1@example.com",
        tabs=["Tickets (reporter) 4", "Tickets (assignee) 9", "Comments 1"],
        rest=("ticket", "/comments/"),
        facts={"Status": "Open", "Assigned to": "", "What happened": "It worked yesterday."},
        chart="Tickets: Status",
        new={"Subject": "The screen stays dark", "Description": "Since Monday"},
        reporter="reporter",
        submit="Open the ticket",
        missing=("Add User", "reporter", {"name": "Ada of {}", "email": "ada-{}@example.com"}),
        quick=("/users/", {"Name": "Quick {}", "Email": "quick-{}@example.com"}),
        upload=("/users/", "Name,Email", "Una {0},una-{0}@example.com", "Una {0},nowhere"),
    ),
    "repair_desk": Facts(
        rows=REPAIRS,
        path="/repairs/",
        title="Repairs",
        column="What",
        word="light",
        found=15,
        filter=("Status", "Dropped", 11),
        narrowed=("caretaker", 9),
        level=("Urgency", "Today"),
        tabbed="/repairs/?q=light%2042&sort=-number",
        tabs=["Notes 0", "Invoices 0"],
        rest=("repair", "/notes/"),
        facts={"Status": "Reported", "Caretaker": "", "Place": '{\n  "floor": 0\n}'},
        chart="Repairs: Status",
        new={"What": "The door squeaks", "Tell us more": "Since Monday"},
        reporter="reporter",
        submit="Report it",
        missing=("Add House", "house", {"street": "Fig Street {}"}),
        quick=("/houses/", {"Street": "Quick Street {}"}),
        upload=("/houses/", "Street,Budget", "Upload Road {0},10", "Upload Road {0},much"),
    ),
}


@dataclass(frozen=True)
class Desk:
    """An app with all features that is served, and someone's way in."""

    name: str
    address: str
    mails: list[str]
    state: StorageState
    facts: Facts

    @contextmanager
    def use(
        self, browser: Browser, label: str = "wide", scripts: bool = True, **options: Any
    ) -> Iterator[Visit]:
        """A window of someone who is signed in."""
        options = {"storage_state": self.state, "java_script_enabled": scripts} | options
        with visit(browser, self.address, label, **options) as guest:
            yield guest

    @contextmanager
    def meet(self, browser: Browser, label: str = "wide", scripts: bool = True) -> Iterator[Visit]:
        """A window of someone who isn't."""
        with visit(browser, self.address, label, java_script_enabled=scripts) as guest:
            yield guest
