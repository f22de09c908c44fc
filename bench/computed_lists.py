"""How fast lists with computed values are, beside the same ones with stored values.

`make bench-computed` writes the figures into docs/page-speed.md. Everything runs on this machine;
what is compared is asked for in turns, within one run.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from list_pages import PARTS, ROOT, fill
from page_report import put_sections
from serving import CLIENTS, load, manage, serve

COMPUTED, STORED, SHORT = "/orders/", "/orders/list/stored-list/", "/orders/list/short-list/"
RIVALS = {
    COMPUTED: "three computed values",
    STORED: "three stored values instead",
    SHORT: "without these columns",
}
PAGE_SIZES = (20, 100)
COUNT, CHILDREN = 10_000, 5
ROUNDS, REQUESTS = 15, 40
SERVED_ROUNDS, SECONDS = 40, 0.4
COUNTS = (1_000, 10_000, 100_000)
SORTED = {
    STORED: "no order chosen, all values stored",
    f"{STORED}?sort=stored_total": "sorted by the stored sum",
    COMPUTED: "no order chosen, three computed values",
    f"{COMPUTED}?sort=tax": "sorted by arithmetic",
    f"{COMPUTED}?late=true": "narrowed by a condition",
    f"{COMPUTED}?sort=total": "sorted by the aggregate",
    f"{COMPUTED}?sort=-total": "sorted by the aggregate, greatest first",
}
Rounds = Mapping[str, Sequence[float]]
"""Address → a figure of each round; rounds took turns."""
ADVICE = """\
No index can help to sort by an aggregate: the database computes it for every row, at each request.
For a table that grows large, store the value instead: give it a field that lists show and forms
don't, and keep that up to date in `core/signals.py`, a file of your own that builds leave alone. An
index helps to sort by a field.

```dsl
entity Order:
  stored_total: decimal(12, 2)=0 "Total"
  total: computed sum(lines.quantity * lines.price)
```

```python
from django.db.models.signals import post_delete, post_save, pre_save
from django.dispatch import receiver

from .models import Line, Order


@receiver(pre_save, sender=Line)
def note_order(instance, **_):
    # The line may be about to move to another order.
    stored = Line.objects.filter(pk=instance.pk)
    instance.earlier_order = stored.values_list("order", flat=True).first()


@receiver([post_save, post_delete], sender=Line)
def store_total(instance, **_):
    keys = {instance.order_id, getattr(instance, "earlier_order", None)}
    orders = Order.objects.filter(pk__in=keys)
    orders.update(stored_total=orders.compute_total())
```

What is there already gets its value once, by `python manage.py shell -c
"Order.objects.update(stored_total=Order.objects.compute_total())"`. What is saved without signals,
such as by `bulk_create`, needs the same call again."""


def main() -> None:
    """Measure, and write the sections."""
    with tempfile.TemporaryDirectory() as folder:
        project = build(Path(folder))
        cookie = fill(project, COUNT, "order_rows.py")
        addresses = [f"{each}?size={size}" for size in PAGE_SIZES for each in RIVALS]
        queries = shell(project, f"{{each: count_queries(each) for each in {addresses}}}")
        times = shell(project, f"measure_rounds({addresses}, {ROUNDS}, {REQUESTS})")
        speeds = serve_rounds(project, cookie, addresses)
        growth = measure_growth(project)
    put_sections([*write_comparison(queries, times, speeds), *write_growth(growth)])


def build(folder: Path) -> Path:
    """The project with the lists."""
    source = folder / "source"
    source.mkdir()
    shutil.copy(PARTS / "orders.dsl", source / "app.dsl")
    dazzle = [sys.executable, "-m", "transformer", "build", source, "--output", folder / "built"]
    subprocess.run(dazzle, cwd=ROOT, check=True, capture_output=True)
    project = folder / "built/django_micro"
    manage(project, "collectstatic", "--noinput", "-v0")
    return project


def shell(project: Path, expression: str) -> Any:
    """What an expression of records/computed.py is, within the project."""
    code = (PARTS / "computed.py").read_text().replace("MEASURE", expression)
    return json.loads(manage(project, "shell", "-v0", "-c", code).splitlines()[-1])


def serve_rounds(project: Path, cookie: str, addresses: Sequence[str]) -> Rounds:
    """Requests per second of each address."""
    found: dict[str, list[float]] = {each: [] for each in addresses}
    with serve(project) as port:
        for each in addresses:
            load(port, each, cookie)
        for _ in range(SERVED_ROUNDS):
            for each in addresses:
                found[each].append(load(port, each, cookie, SECONDS))
    return found


def measure_growth(project: Path) -> dict[int, dict[str, float]]:
    """Milliseconds of each order, by the number of rows."""
    found = {}
    for count in COUNTS:
        fill(project, count, "order_rows.py")
        found[count] = shell(project, f"measure_least({[*SORTED]}, 7)")
    return found


def compare(
    above: Sequence[float], below: Sequence[float], figures: Sequence[float], places: int
) -> str:
    """The cells of a figure and of a ratio, each the median of all rounds."""
    ratio = median(a / b for a, b in zip(above, below, strict=True))
    return f"{median(figures):.{places}f} | {ratio:.2f}"


def write_comparison(queries: Mapping[str, int], times: Rounds, speeds: Rounds) -> Iterator[str]:
    """The table of the rivals."""
    yield "## Lists with computed values\n"
    yield (
        f"{COUNT:,} orders with {CHILDREN} lines each. One list has five columns of the order and "
        "three computed values: the sum of quantity × price of its lines, a number worked out from "
        "a field, and a condition. Another has fields with the same values instead, and a third "
        "has just the five columns. A ratio is what the list with computed values serves for each "
        "request that the other one serves: the median of rounds that took turns, "
        f"{ROUNDS} of {REQUESTS} requests for CPU time, without a server between, and "
        f"{SERVED_ROUNDS} of {SECONDS} s under gunicorn, with {CLIENTS} clients. Most of what the "
        "third list saves are cells, which take as long to write for stored values.\n"
    )
    yield "| rows on a page | list | queries | ms of CPU | ratio | requests per second | ratio |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for size in PAGE_SIZES:
        own = f"{COMPUTED}?size={size}"
        for each, title in RIVALS.items():
            other = f"{each}?size={size}"
            time = compare(times[other], times[own], times[other], 2)
            speed = compare(speeds[own], speeds[other], speeds[other], 0)
            yield f"| {size} | {title} | {queries[other]} | {time} | {speed} |"
    yield ""


def write_growth(growth: Mapping[int, Mapping[str, float]]) -> Iterator[str]:
    """The table of what more rows do, and what to do about it."""
    yield "## Sorting by computed values\n"
    yield (
        f"Milliseconds of CPU for a page of 20 rows, the least of 7 requests without a server "
        f"between, on SQLite; each order has {CHILDREN} lines.\n"
    )
    yield f"| request | {' | '.join(f'{count:,} orders' for count in growth)} |"
    yield f"| ---{' | ---' * len(growth)} |"
    for address, title in SORTED.items():
        yield f"| {title} | {' | '.join(f'{each[address]:.1f}' for each in growth.values())} |"
    yield f"\n{ADVICE}\n"


if __name__ == "__main__":
    main()
