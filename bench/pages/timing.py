import json
import time

from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

ADDRESSES = [
    "/tasks/",
    "/tasks/?page=30",
    "/tasks/?page=500",
    "/tasks/?size=100",
    "/tasks/?panel=filters",
    "/tasks/?q=zzzz",
    "/tasks/?q=abcd+efg",
    "/tasks/?q=abc",
    "/tasks/?q=ab",
    "/tasks/?q=zq",
    "/tasks/?status=todo",
    "/tasks/?status=todo&priority=high&completed=true",
    "/tasks/?due_date_from=2026-03-01&due_date_to=2026-03-03",
    "/tasks/?due_date_from=2026-03-01",
    "/tasks/?status=todo&due_date_from=2026-03-01",
    "/tasks/?sort=title",
    "/tasks/?sort=-title",
    "/tasks/?sort=status",
    "/tasks/?sort=-priority",
    "/tasks/?sort=due_date",
    "/tasks/?sort=-due_date",
    "/tasks/?sort=completed",
    "/tasks/?sort=status&page=100",
    "/tasks/?status=todo&sort=title",
    "/tasks/?status=todo&sort=priority",
    "/tasks/?priority=low&completed=true&sort=-due_date",
    "/tasks/?q=ab&sort=status",
    "/tasks/?q=ab&status=done&sort=-title",
    "/tasks/?q=zq&status=done&sort=-title",
    "/tasks/?q=abc&status=todo&sort=due_date",
    "/",
]

client = Client(HTTP_HOST="127.0.0.1")
client.force_login(get_user_model().objects.get())
found = {}
for address in ADDRESSES:
    times = []
    for _ in range(17):
        start = time.perf_counter()
        assert client.get(address).status_code == 200, address
        times.append((time.perf_counter() - start) * 1000)
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    found[address] = (min(times[2:]), len(queries))
print(json.dumps(found))
