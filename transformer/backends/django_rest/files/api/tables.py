"""Lists as CSV, for programs that read tables."""

from django.http import StreamingHttpResponse
from django.utils.http import content_disposition_header
from django.utils.text import capfirst
from rest_framework.renderers import BaseRenderer, JSONRenderer

from records.computed import find_field
from records.tables import AT_ONCE, stream_table
from records.values import MachineFormatter, find_columns, name_file


class CSVRenderer(BaseRenderer):
    """Tells that a list can be a table; `stream_rows` makes it."""

    media_type = "text/csv"
    format = "csv"

    def render(self, data, accepted_media_type=None, renderer_context=None):
        # What goes wrong is told as ever.
        return JSONRenderer().render(data)


def stream_rows(rows, names, title):
    """All rows as a file, a column for each of the names."""
    source = getattr(rows, "rows", rows)
    titles = {name: capfirst(find_field(source, name).verbose_name) for name in names}
    columns, formatter = find_columns(source, titles), MachineFormatter()
    lines = (
        formatter.format_row(columns, row) for row in rows.iterator(chunk_size=AT_ONCE)
    )
    name = content_disposition_header(True, name_file(title, "csv"))
    return StreamingHttpResponse(
        stream_table([column.title for column in columns], lines, formatter),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": name},
    )
