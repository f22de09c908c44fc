"""Tables and records drawn as PDFs by fpdf2."""

from pathlib import Path

from django.http import HttpResponse
from django.utils import formats, timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from fpdf import FPDF
from fpdf.enums import TableBordersLayout
from fpdf.fonts import FontFace

from records.values import name_file

# DejaVu has Latin, Greek and Cyrillic letters; the fonts within PDF readers don't.
FONTS = Path(__file__).parent / "fonts"
FONT = "DejaVu"
UPRIGHT = 5  # columns; more of them turn the page
WIDEST = 16  # columns on a page of A4; more of them make it larger
A4 = (210, 297)  # millimetres
SAMPLE = 200  # rows that decide how wide the columns are
LEAST, MOST = 8, 40  # characters that a column has room for
LONGEST = 2000  # characters of a cell, or it may not fit on any page
GREY = (95, 105, 103)
RULE = (215, 221, 219)
SHADE = (243, 245, 244)
LABEL = FontFace(color=GREY)
HEAD = FontFace(emphasis="BOLD", fill_color=(224, 231, 229))


class Document(FPDF):
    """Pages with the title and the date at the top and their number at the foot."""

    def __init__(self, title, columns=1):
        wide = "landscape" if columns > UPRIGHT else "portrait"
        size = [side * max(1, columns / WIDEST) for side in A4]
        super().__init__(orientation=wide, format=size)
        self.set_title(title)
        self.set_draw_color(*RULE)
        self.set_margins(15, 15)
        self.set_auto_page_break(True, margin=18)
        self.add_font(FONT, "", FONTS / "DejaVuSansCondensed.ttf")
        self.add_font(FONT, "B", FONTS / "DejaVuSansCondensed-Bold.ttf")
        self.made = formats.date_format(timezone.localtime(), "DATETIME_FORMAT")
        self.add_page()

    def footer(self):
        self.set_y(-13)
        self.set_font(FONT, size=8)
        self.set_text_color(*GREY)
        page = _("Page %(page)s of %(pages)s")
        text = page % {"page": self.page_no(), "pages": self.str_alias_nb_pages}
        self.cell(self.epw / 2, text=self.made)
        self.cell(self.epw / 2, text=text, align="R")

    def write_heading(self, title, kicker=""):
        if kicker:
            self.write_line(kicker, 9, colour=GREY)
        self.write_line(title, 16, "B")
        self.ln(3)

    def write_line(self, text, size, style="", colour=(0, 0, 0)):
        self.set_font(FONT, style, size)
        self.set_text_color(*colour)
        self.multi_cell(
            0, size * 0.5, trim(text), align="L", new_x="LMARGIN", new_y="NEXT"
        )


def trim(text):
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def weigh_columns(columns, lines):
    """How wide the columns are beside one another, by what stands in them."""
    widths = []
    for column, *texts in zip(columns, *lines[:SAMPLE], strict=True):
        parts = [part for text in texts for part in trim(text).split("\n")]
        longest = max(map(len, [column.title, *parts]))
        widths.append(min(max(longest, LEAST), MOST))
    return widths


def table_response(title, columns, lines):
    """A response that is a PDF of a table."""
    document = Document(title, len(columns))
    document.write_heading(title)
    document.set_font(FONT, size=7 if len(columns) > 2 * UPRIGHT else 9)
    if columns:
        write_table(document, columns, lines)
    return answer(document, title)


def write_table(document, columns, lines):
    with document.table(
        borders_layout=TableBordersLayout.HORIZONTAL_LINES,
        cell_fill_color=SHADE,
        cell_fill_mode="EVEN_ROWS",
        col_widths=weigh_columns(columns, lines),
        headings_style=HEAD,
        line_height=document.font_size * 1.5,
        padding=1,
        text_align=["RIGHT" if column.is_number else "LEFT" for column in columns],
        v_align="TOP",
    ) as table:
        table.row([column.title for column in columns])
        for line in lines:
            table.row([trim(text) for text in line])


def record_response(title, kind, facts, groups=()):
    """A response that is a PDF of one row: titles and values, and what refers to it."""
    document = Document(title)
    document.write_heading(title, kind)
    document.set_font(FONT, size=10)
    if facts:
        write_facts(document, facts)
    for name, rows, more in groups:
        if rows:
            write_group(document, name, rows, more)
    return answer(document, title)


def write_facts(document, facts):
    with document.table(
        borders_layout=TableBordersLayout.HORIZONTAL_LINES,
        col_widths=(1, 3),
        first_row_as_headings=False,
        line_height=6,
        padding=1.5,
        text_align="LEFT",
        v_align="TOP",
    ) as table:
        for name, text in facts:
            row = table.row()
            row.cell(name, style=LABEL)
            row.cell(trim(text) or "–")


def write_group(document, name, rows, more):
    document.ln(6)
    document.write_line(name, 12, "B")
    document.ln(1)
    for text in rows:
        document.write_line(text, 10)
    if more:
        text = ngettext("and %(count)s more", "and %(count)s more", more)
        document.write_line(text % {"count": more}, 10, colour=GREY)


def answer(document, title):
    name = name_file(title, "pdf")
    return HttpResponse(
        bytes(document.output()),
        content_type="application/pdf",
        headers={"Content-Disposition": content_disposition_header(False, name)},
    )
