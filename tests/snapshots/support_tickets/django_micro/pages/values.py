"""Values as text: for programs, for spreadsheets, and for people on paper."""

import json
import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from operator import attrgetter
from typing import NamedTuple

from django.db import models
from django.utils import formats, timezone
from django.utils.duration import duration_iso_string
from django.utils.timesince import TIME_STRINGS
from django.utils.translation import gettext as _

from .computed import find_field
from .timezones import localise

NUMBERS = (models.IntegerField, models.DecimalField, models.FloatField)

# Text that a spreadsheet would run as a formula. The apostrophes are for texts that
# would otherwise read as if they had been marked already.
FORMULA = re.compile(r"'*[=+\-@＝＋－＠\t\r\n]")


def mark_formula(text):
    """The text, with an apostrophe before what a spreadsheet would run."""
    return f"'{text}" if FORMULA.match(text) else text


def unmark_formula(text):
    """The text as it was before `mark_formula`."""
    return text[1:] if text.startswith("'") and FORMULA.match(text) else text


def name_file(title, ending):
    """The name of a file for a title, without what file systems don't take."""
    name = re.sub(r'[\\/:*?"<>|\x00-\x1f]+', "-", str(title)).strip(" .-")
    return f"{name[:100] or 'export'}.{ending}"


def spell_duration(value):
    """How long something lasts, such as "2 days, 5 hours", in full minutes."""
    hours, minutes = divmod(abs(value) // timedelta(minutes=1), 60)
    numbers = {"day": hours // 24, "hour": hours % 24, "minute": minutes}
    parts = [TIME_STRINGS[unit] % {"num": n} for unit, n in numbers.items() if n]
    sign = "−" if value < timedelta() and parts else ""
    return sign + ", ".join(parts or [TIME_STRINGS["minute"] % {"num": 0}])


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


def make_column(field, title, name):
    choices = dict(field.flatchoices) if field else {}
    is_number = isinstance(field, NUMBERS) and not choices
    return Column(title, attrgetter(name), choices, is_number)


class Spelling:
    """Values as people read them on paper.

    What depends on the request, its language and time zone, is looked up once, at the
    start: a streamed file is still being written when the request is long over.
    """

    delimiter = ","
    start = ""
    names_choices = True

    def __init__(self):
        self.zone = timezone.get_current_timezone()
        self.ways = {
            bool: {True: _("Yes"), False: _("No")}.get,
            int: self.spell_number,
            float: self.spell_number,
            Decimal: self.spell_number,
            date: self.spell_date,
            time: self.spell_time,
            datetime: self.spell_moment,
            timedelta: self.spell_duration,
            dict: self.spell_structure,
            list: self.spell_structure,
            type(None): lambda value: "",
        }

    def spell_row(self, columns, row):
        return [self.spell_value(column, row) for column in columns]

    def spell_value(self, column, row):
        value = column.get_value(row)
        if way := self.ways.get(type(value)):
            return way(value)
        if column.choices and self.names_choices:
            value = column.choices.get(value, value)
        return self.spell_text(str(value))

    def spell_text(self, text):
        return text

    def spell_number(self, value):
        return formats.number_format(value)

    def spell_date(self, value):
        return formats.date_format(value, "DATE_FORMAT")

    def spell_time(self, value):
        return formats.time_format(value, "TIME_FORMAT")

    def spell_moment(self, value):
        return formats.date_format(self.localise(value), "DATETIME_FORMAT")

    def spell_duration(self, value):
        return spell_duration(value)

    def spell_structure(self, value):
        return json.dumps(value, ensure_ascii=False)

    def localise(self, value):
        return localise(value, self.zone) if value.tzinfo else value


class GroupedSpelling(Spelling):
    """Values as people read them on a page, where numbers have separators."""

    def spell_number(self, value):
        return formats.number_format(value, use_l10n=True, force_grouping=True)


class ProgramSpelling(Spelling):
    """Values for programs, the same in every language: ISO dates, decimal points."""

    names_choices = False

    def __init__(self):
        super().__init__()
        self.ways[bool] = {True: "true", False: "false"}.get

    def spell_text(self, text):
        return mark_formula(text)

    def spell_number(self, value):
        return f"{value:f}" if isinstance(value, Decimal) else str(value)

    def spell_date(self, value):
        return value.isoformat()

    def spell_duration(self, value):
        return duration_iso_string(value)

    def spell_time(self, value):
        return value.isoformat("seconds")

    def spell_moment(self, value):
        return self.localise(value).isoformat(timespec="seconds")


class SpreadsheetSpelling(Spelling):
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

    def spell_text(self, text):
        return mark_formula(text)

    def spell_number(self, value):
        text = f"{value:f}" if isinstance(value, Decimal) else str(value)
        return text.replace(".", self.point)

    def spell_date(self, value):
        return value.strftime(self.date_format)

    def spell_duration(self, value):
        seconds = round(abs(value).total_seconds())
        sign = "-" if value < timedelta() else ""
        return f"{sign}{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"

    def spell_time(self, value):
        return value.isoformat("seconds")

    def spell_moment(self, value):
        return self.localise(value).strftime(self.moment_format)
