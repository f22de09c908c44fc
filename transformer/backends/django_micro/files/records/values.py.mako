"""Values as text: for programs, for spreadsheets, and for people on paper."""

import json
import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
% if has_link_columns:
from functools import partial
% endif
from operator import attrgetter
from typing import NamedTuple

from django.db import models
from django.utils import formats, timezone
from django.utils.duration import duration_iso_string
from django.utils.timesince import TIME_STRINGS
from django.utils.translation import gettext as _

from .computed import find_field

NUMBERS = (models.IntegerField, models.DecimalField, models.FloatField)

# Text that a spreadsheet would run as a formula. The apostrophes are for texts that
# would otherwise read as if they had been marked already.
FORMULA = re.compile(r"'*[=+\-@＝＋－＠\t\r\n]")


def mark_formula(text):
    """The text, with an apostrophe before what a spreadsheet would run."""
    return f"'{text}" if FORMULA.match(text) else text


def name_file(title, ending):
    """The name of a file for a title, without what file systems don't take."""
    name = re.sub(r'[\\/:*?"<>|\x00-\x1f]+', "-", str(title)).strip(" .-")
    return f"{name[:100] or 'export'}.{ending}"


def format_duration(value):
    """How long something lasts, such as "2 days, 5 hours", in full minutes."""
    hours, minutes = divmod(abs(value) // timedelta(minutes=1), 60)
    numbers = {"day": hours // 24, "hour": hours % 24, "minute": minutes}
    parts = [TIME_STRINGS[unit] % {"num": n} for unit, n in numbers.items() if n]
    sign = "−" if value < timedelta() and parts else ""
    return sign + ", ".join(parts or [TIME_STRINGS["minute"] % {"num": 0}])


def localise(value, zone=None):
    """Return a moment as it is in a time zone, or in UTC where that has no such day."""
    try:
        return timezone.localtime(value, zone)
    except OverflowError:
        return value.astimezone(UTC)


class Column(NamedTuple):
    """A column of a file or a page: its title, and how to get at a row's value."""

    title: str
    get_value: Callable
    choices: dict
    is_number: bool


def find_columns(rows, titles, masked=()):
    """The columns for attributes of rows and their titles, but for masked ones."""
    return [
        make_column(find_field(rows, name), title, name)
        for name, title in titles.items()
        if name not in masked
    ]


% if has_link_columns:
def make_column(field, title, name):
    if field and field.many_to_many:
        return Column(title, partial(join_names, name), {}, False)
    choices = dict(field.flatchoices) if field else {}
    is_number = isinstance(field, NUMBERS) and not choices
    return Column(title, attrgetter(name), choices, is_number)


def join_names(name, row):
    """The names of rows that a row is linked to, as an import takes them."""
    return "; ".join(map(str, getattr(row, name).all()))
% else:
def make_column(field, title, name):
    choices = dict(field.flatchoices) if field else {}
    is_number = isinstance(field, NUMBERS) and not choices
    return Column(title, attrgetter(name), choices, is_number)
% endif


class Formatter:
    """Values as people read them on paper.

    What depends on the request, its language and time zone, is looked up once, at the
    start: a streamed file is still being written when the request is long over.
    """

    delimiter = ","
    start = ""
    names_choices = True

    def __init__(self):
        self.zone = timezone.get_current_timezone()
        self.formats = {
            bool: {True: _("Yes"), False: _("No")}.get,
            int: self.format_number,
            float: self.format_number,
            Decimal: self.format_number,
            date: self.format_date,
            time: self.format_time,
            datetime: self.format_moment,
            timedelta: self.format_duration,
            dict: self.format_structure,
            list: self.format_structure,
            type(None): lambda value: "",
        }

    def format_row(self, columns, row):
        return [self.format_value(column, row) for column in columns]

    def format_value(self, column, row):
        value = column.get_value(row)
        if format_ := self.formats.get(type(value)):
            return format_(value)
        if column.choices and self.names_choices:
            value = column.choices.get(value, value)
        return self.format_text(str(value))

    def format_text(self, text):
        return text

    def format_number(self, value):
        return formats.number_format(value)

    def format_date(self, value):
        return formats.date_format(value, "DATE_FORMAT")

    def format_time(self, value):
        return formats.time_format(value, "TIME_FORMAT")

    def format_moment(self, value):
        return formats.date_format(self.localise(value), "DATETIME_FORMAT")

    def format_duration(self, value):
        return format_duration(value)

    def format_structure(self, value):
        return json.dumps(value, ensure_ascii=False)

    def localise(self, value):
        return localise(value, self.zone) if value.tzinfo else value


class GroupedFormatter(Formatter):
    """Values as people read them on a page, where numbers have separators."""

    def format_number(self, value):
        return formats.number_format(value, use_l10n=True, force_grouping=True)


class MachineFormatter(Formatter):
    """Values for programs, the same in every language: ISO dates, decimal points."""

    names_choices = False

    def __init__(self):
        super().__init__()
        self.formats[bool] = {True: "true", False: "false"}.get

    def format_text(self, text):
        return mark_formula(text)

    def format_number(self, value):
        return f"{value:f}" if isinstance(value, Decimal) else str(value)

    def format_date(self, value):
        return value.isoformat()

    def format_duration(self, value):
        return duration_iso_string(value)

    def format_time(self, value):
        return value.isoformat("seconds")

    def format_moment(self, value):
        return self.localise(value).isoformat(timespec="seconds")


class SpreadsheetFormatter(Formatter):
    """Values as spreadsheets of the reader's language know them when they see them."""

    # Without it Excel takes UTF-8 for the code page of old.
    start = "\ufeff"

    def __init__(self):
        super().__init__()
        self.point = formats.get_format("DECIMAL_SEPARATOR")
        self.delimiter = ";" if self.point == "," else ","
        # The first is the usual one; all of them are what forms take.
        self.date_format = formats.get_format("DATE_INPUT_FORMATS")[0]
        self.moment_format = formats.get_format("DATETIME_INPUT_FORMATS")[0]

    def format_text(self, text):
        return mark_formula(text)

    def format_number(self, value):
        text = f"{value:f}" if isinstance(value, Decimal) else str(value)
        return text.replace(".", self.point)

    def format_date(self, value):
        return value.strftime(self.date_format)

    def format_duration(self, value):
        seconds = round(abs(value).total_seconds())
        sign = "-" if value < timedelta() else ""
        return f"{sign}{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"

    def format_time(self, value):
        return value.isoformat("seconds")

    def format_moment(self, value):
        return self.localise(value).strftime(self.moment_format)
