import datetime
import random
from decimal import Decimal

from core.models import Client, Item, Person, Region, Team, Visit
from django.db import transaction
from records.members import add_to_members

ITEMS, REGIONS, TEAMS, CLIENTS, ROLES = 3, 4, 20, 2000, 20
chance = random.Random(5)
today = datetime.date.today()


def make_visit(number, clients):
    return Visit(
        title=f"Visit {number}",
        client=chance.choice(clients),
        state=chance.choice(Visit.State.values),
        day=today - datetime.timedelta(days=chance.randint(0, 700)),
        hours=Decimal(chance.randint(1, 40)) / 4,
        rate=Decimal(chance.randint(20, 90)),
    )


def write(numbers, clients):
    visits = Visit.objects.bulk_create([make_visit(number, clients) for number in numbers])
    Item.objects.bulk_create(
        [
            Item(visit=visit, price=Decimal(chance.randint(100, 9999)).scaleb(-2))
            for visit in visits
            for _ in range(ITEMS)
        ]
    )


with transaction.atomic():
    regions = [Region.objects.create(name=f"Region {each}") for each in range(REGIONS)]
    teams = [
        Team.objects.create(name=f"Team {each}", region=regions[each % REGIONS])
        for each in range(TEAMS)
    ]
    clients = Client.objects.bulk_create(
        [
            Client(name=f"Client {each}", team=teams[each % TEAMS], archived=each % 10 == 0)
            for each in range(CLIENTS)
        ]
    )
    for start in range(0, COUNT, 1000):  # noqa: F821
        write(range(start, min(start + 1000, COUNT)), clients)  # noqa: F821
    for number in range(1, ROLES + 1):
        email, team = f"person{number}@example.com", teams[number % TEAMS]
        add_to_members(Person.objects.create_user(email=email, role=f"role{number}", team=team))
