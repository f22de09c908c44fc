import json
import sys
import time

from core.models import Person
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

people = []
for person in Person.objects.order_by("email"):
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(person)
    people.append(client)


def ask(address):
    for client in people:
        assert client.get(address).status_code == 200, address


def count_queries(address):
    """The queries of each person's request."""
    found = []
    for client in people:
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        found.append(len(queries))
    return [min(found), max(found)]


def measure(address):
    """The CPU milliseconds of a request, over everybody once."""
    start = time.process_time()
    ask(address)
    return (time.process_time() - start) * 1000 / len(people)


for line in sys.stdin:
    word, address = line.split()
    answer = {"queries": count_queries, "time": measure}[word](address)
    print(json.dumps(answer), flush=True)
