"""The rows that screenshots show, for the shell of an emitted project."""

NAME, PASSWORD = "demo@example.com", "only-for-pictures-1"

_ACCOUNT = f"""\
import datetime
import uuid
from django.contrib.auth import get_user_model
from django.utils import timezone

named = dict.fromkeys({{get_user_model().USERNAME_FIELD, "email"}}, "{NAME}")
get_user_model().objects.create_superuser(**named, password="{PASSWORD}")
now = timezone.now()
day = datetime.timedelta(days=1)
today = timezone.localdate()
shown = uuid.UUID(int=7)  # the key of the record on a picture
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

_INVOICES = """
from core.models import Client, Invoice, Line, Product

clients = [
    Client.objects.create(code=code, name=name, email="office@example.com", vat_number=code)
    for code, name in [
        ("PORT-001", "Harbour Office"), ("MILL-002", "The Old Mill"), ("BAKE-003", "Station Bakery")
    ]
]
things = [
    ("Oak board", "24.50"), ("Brass hinge", "3.95"), ("Wood oil", "12.20"), ("Delivery", "35")
]
products = [Product.objects.create(sku=name[:3], name=name, price=price) for name, price in things]
for n in range(14):
    issued = today - (n * 6 % 45) * day
    invoice = Invoice.objects.create(
        id=shown if n == 1 else uuid.uuid4(),
        number=f"2026-{n + 1:04}",
        client=clients[n * n % 3],
        status=Invoice.Status.values[(n + n // 3) % 4],
        issued_on=issued,
        due_on=issued + 30 * day,
        paid_on=issued + 12 * day if (n + n // 3) % 4 == 2 else None,
    )
    for place in range(1 + n * 3 % 4 if n != 1 else 4):
        name, price = things[(n + place) % 4]
        Line.objects.create(
            invoice=invoice,
            position=place + 1,
            product=products[(n + place) % 4],
            description=name,
            quantity=1 + (n * place) % 5 + (place % 2) / 2,
            unit_price=price,
            delivered_on=issued if place % 2 else None,
        )
"""

_ORDERS = """
from core.models import Customer, Line, Order, Product

customers = [
    Customer.objects.create(name=name, email=f"{town.lower()}@example.com", town=town)
    for name, town in [
        ("Corner Café", "Bath"), ("Town Library", "York"), ("Hill School", "Leeds"),
        ("Garden Theatre", "Derby"), ("Quay Hotel", "Hull"),
    ]
]
things = [
    ("NB-A5", "Notebook, ruled", "4.80", 240), ("NB-A4", "Notebook, blank", "7.20", 95),
    ("PC-HB", "Pencil HB", "0.65", 600), ("PN-BL", "Fountain pen, blue", "32.00", 40),
    ("ST-10", "Stapler", "14.90", 48), ("TP-19", "Tape, 19 mm", "1.95", 60),
]
products = [
    Product.objects.create(sku=sku, name=name, price=price, received=received)
    for sku, name, price, received in things
]
for n in range(18):
    placed = today - n * day * 2
    status = ["open", "packed", "open", "sent", "sent", "cancelled"][(n * 5 + 2) % 6]
    order = Order.objects.create(
        id=shown if n == 2 else uuid.uuid4(),
        number=f"2026-{118 - n}",
        customer=customers[n * 3 % 5],
        status=status,
        placed_on=placed,
        ship_by=placed + (5 + n % 4) * day,
        sent_on=placed + 3 * day if status == "sent" else None,
        discount=[0, 5, "12.5", 0, 0][n % 5],
        note="Ring at the back door." if n == 2 else "",
    )
    for place in range(4 if n == 2 else 1 + n * 3 % 4):
        product = products[(n + place) % 6]
        Line.objects.create(
            order=order,
            product=product,
            quantity=1 + (n * 7 + place * 5) % 12,
            price=product.price,
            picked=status == "sent" or place % 3 == 0,
        )
"""

_TIMESHEETS = """
from core.models import Entry, Person, Project

people = [
    Person.objects.create(name=name, email=f"{name.split()[0].lower()}@example.com")
    for name in ["Early shift", "Late shift", "Weekend team"]
]
projects = [
    Project.objects.create(
        id=key, name=name, status=status, rate=rate, budget=budget,
        starts_on=today - start * day, ends_on=end and today + end * day,
    )
    for key, name, status, rate, budget, start, end in [
        (shown, "Website for the library", "running", "85.00", "6000.00", 60, 20),
        (uuid.uuid4(), "Survey of the old town", "running", "72.50", "1500.00", 50, -3),
        (uuid.uuid4(), "Our own archive", "running", None, None, 45, None),
        (uuid.uuid4(), "Autumn fair", "planned", "90.00", "2400.00", 2, 80),
        (uuid.uuid4(), "Signs for the station", "done", "65.00", "1800.00", 90, -30),
    ]
]
notes = [
    "Talk with the office", "First drafts", "Corrections", "Photographs",
    "Texts for the start page", "Tests on old devices", "Meeting on site", "Handing over",
]
midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
for n in range(42):
    start = midnight - (n + 1) * day + datetime.timedelta(hours=8 + n % 3)
    hours = 3 + n * 7 % 20 / 4
    Entry.objects.create(
        person=people[n % 3],
        project=projects[[0, 1, 0, 2, 4][n % 5]],
        note=notes[n * 5 % 8],
        starts_at=start,
        ends_at=start + datetime.timedelta(hours=hours, minutes=[0, 30, 45][n % 3]),
        hours=hours,
        billable=n % 5 != 3 and n % 7 != 2,
    )
"""

_REPAIRS = """
from django.contrib.auth import get_user_model
from core.models import House, Repair, User
from records.transitions import act_for

house = House.objects.create(street="12 Elm Lane")
person = {"house": house, "role": "caretaker"}
ada = get_user_model().objects.create_superuser(
    "demo@example.com", "only-for-pictures-1", name="Ada Byron", **person
)
tom = User.objects.create_user("tom@example.com", name="Tom Turner", house=house)
words = {"house": house, "reporter": tom, "details": "Since Monday, on the third floor."}
Repair.objects.create(number=1, title="The tap drips", **words)
stuck = Repair.objects.create(number=2, title="The lift is stuck", caretaker=ada, **words)
for person, state in ((tom, "planned"), (ada, "waiting"), (ada, "planned")):
    act_for(person, stuck)
    stuck.status = state
    stuck.save()
"""

_SCENARIO = f"""
from django.contrib.auth import get_user_model
from django.core.management import call_command

call_command("scenario", "{{name}}", verbosity=0)
for person in get_user_model().objects.all():
    person.set_password("{PASSWORD}")
    person.save()
"""

_SHOWN_VISIT = """
import uuid
from core.models import Appointment

Appointment.objects.filter(patient__name="The gardener").update(id=uuid.UUID(int=7))
"""

ROWS = {
    "support_tickets": _ACCOUNT + _TICKETS,
    "simple_task": _ACCOUNT + _TASKS,
    "invoices": _ACCOUNT + _INVOICES,
    "orders": _ACCOUNT + _ORDERS,
    "timesheets": _ACCOUNT + _TIMESHEETS,
    "repair_desk": _REPAIRS,
    "help_desk": _SCENARIO.format(name="monday"),
    "clinic": _SCENARIO.format(name="ordinary_day") + _SHOWN_VISIT,
}
"""Name of a fixture → what to type into its shell."""
