"""Tables as text, a part at a time, however long they are."""

import csv
import itertools

AT_ONCE = 1000  # rows in memory while a file is written


class Echo:
    """A file that hands back what is written to it."""

    def write(self, text):
        return text


def stream_table(titles, lines, formatter):
    """The text of a CSV file (RFC 4180), some hundred lines at a time."""
    write = csv.writer(Echo(), delimiter=formatter.delimiter).writerow
    yield formatter.start + write([formatter.format_text(title) for title in titles])
    while batch := "".join(map(write, itertools.islice(lines, AT_ONCE))):
        yield batch
