"""The texts of a PDF as fpdf2 writes it: what a reader of it would see, piece by piece."""

import re
import zlib
from collections.abc import Iterator

_OBJECT = re.compile(rb"(?ms)^(\d+) 0 obj\n(.*?)^endobj")
_STREAM = re.compile(rb"(?s)stream\r?\n(.*)\r?\nendstream")
_FONT = re.compile(rb"/(F\d+) (\d+) 0 R")
_LETTER = re.compile(rb"<(\w{4})> <(\w{4,8})>")
_STEP = re.compile(rb"(?s)/(F\d+) [\d.]+ Tf|\(((?:\\.|[^\\)])*)\) Tj")
_ESCAPE = re.compile(rb"(?s)\\(.)")
_ESCAPED = {b"r": b"\r", b"n": b"\n", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def read_pdf(content: bytes) -> list[str]:
    """The texts on the pages, in the order in which they were written."""
    parts = {int(number): body for number, body in _OBJECT.findall(content)}
    fonts: dict[bytes, dict[bytes, str]] = {}
    for body in parts.values():
        if b"/Font <<" in body:
            fonts |= {name: _read_letters(parts, int(font)) for name, font in _FONT.findall(body)}
    pages = [body for body in parts.values() if re.search(rb"/Type /Page\n", body)]
    return [text for page in pages for text in _read_page(parts, page, fonts)]


def _read_stream(body: bytes) -> bytes:
    found = _STREAM.search(body)
    assert found is not None
    return zlib.decompress(found[1]) if b"/FlateDecode" in body else found[1]


def _follow(parts: dict[int, bytes], body: bytes, key: bytes) -> bytes:
    found = re.search(rb"/" + key + rb" (\d+) 0 R", body)
    assert found is not None
    return _read_stream(parts[int(found[1])])


def _read_letters(parts: dict[int, bytes], font: int) -> dict[bytes, str]:
    """The number of each glyph of a font and the letter that it is."""
    table = _follow(parts, parts[font], b"ToUnicode")
    pairs = _LETTER.findall(table[table.index(b"beginbfchar") :])
    return {
        bytes.fromhex(a.decode()): bytes.fromhex(b.decode()).decode("utf-16be") for a, b in pairs
    }


def _read_page(
    parts: dict[int, bytes], page: bytes, fonts: dict[bytes, dict[bytes, str]]
) -> Iterator[str]:
    letters: dict[bytes, str] = {}
    for name, text in _STEP.findall(_follow(parts, page, b"Contents")):
        if name:
            letters = fonts[name]
        else:
            raw = _ESCAPE.sub(lambda found: _ESCAPED.get(found[1], found[1]), text)
            glyphs = [raw[start : start + 2] for start in range(0, len(raw), 2)]
            yield "".join(letters[each] for each in glyphs)
