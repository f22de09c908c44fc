"""Entries as a file."""

from django.http import StreamingHttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from ..tables import AT_ONCE, stream_table
from ..values import MachineFormatter, name_file
from .wording import word_entry


def export_entries(entries, name, titles=None):
    """Answer with entries as CSV, a line for each value.

    `titles` has the fields that stand in it; without, all do. Sensitive values stay
    out, as of all files.
    """
    formatter = MachineFormatter()
    head = [_("When"), _("Who"), _("What"), _("Name"), _("Key")]
    head += [_("Field"), _("Before"), _("After")]
    rows = entries.select_related("user").iterator(chunk_size=AT_ONCE)
    operations = {value: str(label) for value, label in entries.model.Operation.choices}
    lines = list_cells(rows, formatter, titles, operations)
    place = content_disposition_header(True, name_file(name, "csv"))
    return StreamingHttpResponse(
        stream_table(head, lines, formatter),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": place},
    )


def list_cells(entries, formatter, titles, operations):
    for entry in entries:
        lines = word_entry(entry, formatter, titles)
        said = [
            formatter.format_moment(entry.made_at),
            formatter.format_text(entry.who),
            operations[entry.operation],
            formatter.format_text(entry.object_name),
            formatter.format_text(entry.object_key),
        ]
        for title, before, after in lines or [("", "", "")]:
            yield [*said, formatter.format_text(title), before, after]
