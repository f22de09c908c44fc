"""Data out: what lists and records give as files."""

from pathlib import Path

import pytest

from tests.micro.things import PROJECT, ask, build_things, read_rows
from tests.projects import BuiltProject, run_dazzle


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> BuiltProject:
    """The project of things."""
    return build_things(tmp_path_factory.mktemp("things"))


def test_for_programs(built: BuiltProject) -> None:
    text = ask(built, 'fill(); translation.activate("de"); print(json.dumps(export("csv")))')
    head, *rows = read_rows(text)
    assert head[:3] == ["Code", "What it is", "Where"]
    assert "Phone" not in head
    first, second = sorted(rows)
    assert first[:8] == ["'-1", "'=SUM(A1)", "Attic", "part", "-1234.50", "-0.5", "-3", "false"]
    assert first[8:] == ["2026-03-31", "2026-03-31T14:30:05+00:00"]
    assert second == ["2", 'a "b"; c,\r\nd €', "", "tool", "", "", "", "true", "", ""]


def test_for_spreadsheets(built: BuiltProject) -> None:
    text = ask(built, 'fill(); translation.activate("de"); print(json.dumps(export("excel")))')
    assert text.startswith("\ufeff")
    rows = sorted(read_rows(text.removeprefix("\ufeff"), ";")[1:])
    assert rows[0][1:8] == ["'=SUM(A1)", "Attic", "Spare part", "-1234,50", "-0,5", "-3", "Nein"]
    assert rows[0][8:] == ["31.03.2026", "31.03.2026 14:30:05"]


def test_many_rows_take_little_memory(built: BuiltProject) -> None:
    script = """
import tracemalloc
export("csv"), export("excel")  # what is loaded once doesn't count
Item.objects.bulk_create([Item(code=str(n), name="word " * 20, box=box) for n in range(20_000)],
    batch_size=1000)
found = []
for name in ("csv", "excel"):
    tracemalloc.start()
    size = sum(map(len, client.get(f"/items/?export={name}").streaming_content))
    found.append([size, tracemalloc.get_traced_memory()[1]])
    tracemalloc.stop()
answers = [client.get(f"/items/?export={name}&page=2", follow=True) for name in ("pdf", "print")]
print(json.dumps([found, ["more than 1000 rows" in a.content.decode() for a in answers]]))
"""
    found, refused = ask(built, script)
    for size, peak in found:
        assert size > 2_500_000
        assert peak < 6_000_000
    assert refused == [True, True]


def test_pdf(built: BuiltProject) -> None:
    script = """
fill()
pages = ["/items/", Item.objects.first().get_absolute_url()]
answers = [client.get(page, {"export": "pdf"}) for page in pages]
print(json.dumps([[a["Content-Type"], a["Content-Disposition"], a.content[:5].decode()]
    for a in answers]))
"""
    listed, single = ask(built, script)
    assert listed == ["application/pdf", 'inline; filename="Things- all-any.pdf"', "%PDF-"]
    assert single[::2] == ["application/pdf", "%PDF-"]


def test_without_features(tmp_path: Path) -> None:
    (tmp_path / "app.dsl").write_text(PROJECT, encoding="utf-8")
    done = run_dazzle(tmp_path, "build", "app.dsl", "--output", "out")
    assert done.returncode == 0, done.stderr
    folder = tmp_path / "out/django_micro"
    names = {path.name for path in folder.rglob("*")}
    assert not names & {"pdf.py", "imports.py", "importing.py", "fonts", "import.html"}
    assert "fpdf2" not in (folder / "requirements.txt").read_text(encoding="utf-8")
    assert "Import" not in (folder / "core/views.py").read_text(encoding="utf-8")
