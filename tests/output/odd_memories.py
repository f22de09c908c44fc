"""Memories of a build that are signed and not what a build remembers."""

from pathlib import Path

from transformer.cli.last_build import _sign

ODD_MEMORIES = (
    b"{}",
    b"[]",
    b"1",
    b"[" * 100_000,
    b'{"key": "", "sources": {}, "problems": [1], "outcomes": []}',
    b'{"key": "", "sources": {"app.dsl": 1}, "problems": [], "outcomes": []}',
    b'{"key": "", "sources": {}, "problems": [], "outcomes": [{"files": {}}]}',
)


def write_memory(place: Path, text: bytes) -> None:
    """Write what is remembered, signed as dazzle signs it."""
    place.write_bytes(_sign(text) + b"\n" + text)
