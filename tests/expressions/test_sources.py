"""What expressions become in Python, as reviewed text; test_dialects.py runs the same sources.

`snapshots/sources.txt` has a paragraph for each expression that stands beside a sentence of the
reference, or at an edge: as it is written, and what each dialect makes of it.
"""

from pathlib import Path

from pytest_snapshot.plugin import Snapshot

from tests.expressions.coverage import read_batch
from tests.expressions.dialects import LASTING, Batch

SNAPSHOTS = Path(__file__).with_name("snapshots")


def test_sources_are_as_reviewed(snapshot: Snapshot) -> None:
    snapshot.snapshot_dir = SNAPSHOTS
    batch = Batch("Line", LASTING, read_batch(LASTING), [])
    paragraphs = (
        "\n".join([text, *(f"  {way}: {source}" for way, source in sources.items())])
        for text, sources in zip(LASTING, batch.compile(), strict=True)
    )
    snapshot.assert_match("\n\n".join(paragraphs) + "\n", "sources.txt")
