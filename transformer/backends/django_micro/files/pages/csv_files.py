"""CSV files of all kinds, read as lines of named values."""

import codecs
import csv
import io
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from records.values import FORMULA

DELIMITERS = ",;\t|"
MOST_LINES = 2000


class Line(NamedTuple):
    """A line of a file: its number in a spreadsheet, and attribute → text."""

    number: int
    texts: dict
    is_too_long: bool


class Table(NamedTuple):
    titles: dict  # attribute → what the file calls it
    ignored: list
    lines: list
    delimiter: str


def decode(content):
    """The text of a file, whichever program wrote it."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise ValidationError(_("This isn’t a text file. Save it as CSV in UTF-8."))


def unmark_formula(text):
    """The text as it was before `mark_formula`."""
    return text[1:] if text.startswith("'") and FORMULA.match(text) else text


def simplify(title):
    """A title in the spelling in which titles are compared."""
    return " ".join(unmark_formula(title).casefold().split())


def read_table(text, names):
    """The lines of a CSV file; `names` holds simplified titles and their attributes."""

    def count_known(delimiter):
        head = next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), [])
        return sum(simplify(title) in names for title in head)

    text = text.lstrip("\r\n")
    try:
        delimiter = max(DELIMITERS, key=count_known)
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        head = next(rows, [])
        attributes = find_attributes(head, names)
        ignored = [title for title in head if title and simplify(title) not in names]
        lines = list(read_lines(rows, attributes))
    except csv.Error as error:
        reason = {"reason": error}
        raise ValidationError(
            _("This isn’t a CSV file: %(reason)s") % reason
        ) from error
    titles = {name: title for name, title in zip(attributes, head, strict=True) if name}
    return Table(titles, ignored, lines, delimiter)


def find_attributes(head, names):
    """The attribute of each column, or None for those that aren't known."""
    attributes = [names.get(simplify(title)) for title in head]
    known = [name for name in attributes if name]
    if not known:
        raise ValidationError(_("The first line has none of the column titles below."))
    for title, name in zip(head, attributes, strict=True):
        if known.count(name) > 1:
            text = _("More than one column stands for “%(title)s”.")
            raise ValidationError(text % {"title": title})
    return attributes


def read_lines(rows, attributes):
    for count, (number, row) in enumerate(number_rows(rows)):
        if count == MOST_LINES:
            text = _("This file has more than %(limit)s rows. Split it into several.")
            raise ValidationError(text % {"limit": MOST_LINES})
        row += [""] * (len(attributes) - len(row))
        cells = zip(attributes, row, strict=False)
        texts = {name: unmark_formula(cell) for name, cell in cells if name}
        yield Line(number, texts, any(row[len(attributes) :]))


def number_rows(rows):
    """The rows in which something stands, with their numbers in a spreadsheet."""
    for number, row in enumerate(rows, 2):
        if any(cell.strip() for cell in row):
            yield number, row
