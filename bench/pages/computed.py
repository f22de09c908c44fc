import json
import time

from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

client = Client(HTTP_HOST="127.0.0.1")
client.force_login(get_user_model().objects.get())


def ask(address):
    assert client.get(address).status_code == 200, address


def count_queries(address):
    with CaptureQueriesContext(connection) as queries:
        ask(address)
    return len(queries)


def measure(address, count):
    """The CPU milliseconds of a request."""
    start = time.process_time()
    for _ in range(count):
        ask(address)
    return (time.process_time() - start) * 1000 / count


def measure_rounds(addresses, rounds, count):
    """For each address, the CPU milliseconds of a request in each round; rounds take turns."""
    for address in addresses:
        measure(address, 3)
    found = {address: [] for address in addresses}
    for _ in range(rounds):
        for address in addresses:
            found[address].append(measure(address, count))
    return found


def measure_least(addresses, rounds):
    """For each address, the least CPU milliseconds of a request."""
    found = measure_rounds(addresses, rounds, 1)
    return {address: min(times) for address, times in found.items()}


print(json.dumps(MEASURE))  # noqa: F821
