"""How rows spread over the values of an enumeration, or over the months of a date."""

import hashlib
from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.cache import cache
from django.db.models import Count, DateField
from django.db.models.functions import TruncMonth
from django.utils import formats, timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from .filters import name_parameter
from .paging import MOST, count_rows

KEPT = 300  # seconds for which the figures of a large table are kept
MONTHS = 12


@dataclass
class Bar:
    """A value, how many rows have it, how long its bar is, where they are listed."""

    title: str
    count: int
    share: float
    address: str = ""


@dataclass
class Chart:
    title: str
    bars: list[Bar]


def make_chart(rows, name, title, address):
    """Return the chart of a field of the rows; None if there is nothing to show."""
    field = rows.model._meta.get_field(name)
    is_date = isinstance(field, DateField)
    counts = count_values(rows, field, by_month=is_date)
    if not counts:
        return None
    values = list_months(counts) if is_date else list_choices(field, counts)
    largest = max(counts.values())
    bars = [
        Bar(text, counts.get(value, 0), 100 * counts.get(value, 0) / largest, link)
        for value, text, link in values
    ]
    for bar in bars:
        bar.address = f"{address}?{bar.address}" if bar.address else ""
    subject = field.verbose_name
    return Chart(_("%(rows)s: %(field)s") % {"rows": title, "field": subject}, bars)


def count_values(rows, field, by_month):
    """How many rows have each value; of a large table, as it was some minutes ago."""
    is_large = count_rows(rows, MOST) > MOST
    key = name_counts(rows, field, by_month) if is_large else ""
    if is_large and (kept := cache.get(key)):
        return kept
    value = TruncMonth(field.name, output_field=DateField()) if by_month else field.name
    counted = rows.order_by().values_list(value).annotate(count=Count("pk"))
    counts = {value: count for value, count in counted if value not in (None, "")}
    if is_large:
        cache.set(key, counts, KEPT)
    return counts


def name_counts(rows, field, by_month):
    """A key of the cache: the query says whose rows they are, and of which list."""
    zone = timezone.get_current_timezone_name() if by_month else ""
    text = f"{rows.order_by().query} {field.name} {zone}"
    return f"chart:{hashlib.sha256(text.encode()).hexdigest()}"


def list_choices(field, counts):
    for value, label in field.flatchoices:
        if value or value in counts:
            yield value, str(label), urlencode({name_parameter(field.name): value})


def list_months(counts):
    """The last months that have rows, each with what it is called."""
    for month in sorted(counts)[-MONTHS:]:
        yield month, capfirst(formats.date_format(month, "YEAR_MONTH_FORMAT")), ""
