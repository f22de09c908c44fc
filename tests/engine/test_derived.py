"""What is derived of tables and templates, in a cache that something happened to."""

from pathlib import Path

import pytest

from tests.projects import FIXTURES, run_dazzle


def build(folder: Path, cache: Path) -> str:
    words = ("build", str(FIXTURES / "simple_task"), "--output", "out", "--backend", "openapi")
    done = run_dazzle(folder, *words, DAZZLE_CACHE=str(cache))
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("left", [0, 40, -1], ids=["empty", "a beginning", "all but a byte"])
def test_file_that_was_cut_off_is_made_anew(tmp_path: Path, left: int) -> None:
    cache = tmp_path / "cache"
    build(tmp_path, cache)
    kept = {path: path.read_bytes() for path in cache.rglob("*.*") if path.suffix != ".pyc"}
    assert {path.parent.name for path in kept} == {"tables", "templates"}
    for path, content in kept.items():
        path.write_bytes(content[:left])
    assert "unchanged" in build(tmp_path, cache)
    assert {path: path.read_bytes() for path in kept} == kept
