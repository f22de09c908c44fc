import datetime
import random
from decimal import Decimal

from core.models import Line, Order
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user_model
from django.contrib.sessions.backends.db import SessionStore
from django.db import transaction

CHILDREN = 5
chance = random.Random(3)
today = datetime.date.today()


def make_lines():
    return [
        Line(quantity=chance.randint(1, 20), price=Decimal(chance.randint(100, 99999)).scaleb(-2))
        for _ in range(CHILDREN)
    ]


def make(number, lines):
    placed_on = today - datetime.timedelta(days=chance.randint(0, 90))
    due_on = placed_on + datetime.timedelta(days=30)
    status = chance.choice(Order.Status.values)
    net = Decimal(chance.randint(1000, 9999999)).scaleb(-2)
    return Order(
        number=number,
        customer=f"Customer {chance.randint(1, 3000)}",
        status=status,
        placed_on=placed_on,
        due_on=due_on,
        net=net,
        stored_total=sum(line.quantity * line.price for line in lines),
        stored_tax=round(net * Decimal("0.2"), 2),
        stored_late=due_on < today and status == Order.Status.OPEN,
    )


def write(numbers):
    found = [make_lines() for _ in numbers]
    orders = Order.objects.bulk_create(
        [make(number, lines) for number, lines in zip(numbers, found, strict=True)]
    )
    for order, lines in zip(orders, found, strict=True):
        for line in lines:
            line.order = order
    Line.objects.bulk_create([line for lines in found for line in lines])


with transaction.atomic():
    for start in range(0, COUNT, 1000):  # noqa: F821
        write(range(start, min(start + 1000, COUNT)))  # noqa: F821
user = get_user_model().objects.create_superuser("measurer")
session = SessionStore()
session[SESSION_KEY] = str(user.pk)
session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[-1]
session[HASH_SESSION_KEY] = user.get_session_auth_hash()
session.create()
print(session.session_key)
