"""A field that several constraints mention is renamed, there and back, and keeps its rows."""

from pathlib import Path

import pytest

from tests.postgres import serve_postgres
from tests.projects import BuiltProject, run_dazzle

PROJECT = """\
app ledger "Ledger"
entity Entry:
  name: str required
  {amount}: int required{was}
  most: int required
  kind: enum[a, b]=a
  invariant: {amount} <= most
  invariant: {amount} > 0
  unique: {amount}, most
  unique: {amount}, kind
  index: {amount}, kind
"""
DROPPED = ("", "  invariant: {amount} > 0\n", "  unique: {amount}, kind\n")
ADD = "from core.models import Entry; Entry.objects.create(name='x', cost=3, most=5)"
READ = "from core.models import Entry; print(Entry.objects.values_list('{}', 'most').get())"


def build(folder: Path, dropped: str = "", **words: str) -> BuiltProject:
    text = PROJECT.replace(dropped, "").format(**words)
    (folder / "app.dsl").write_text(text, encoding="utf-8")
    done = run_dazzle(folder, "build", "app.dsl", "--output", "out")
    assert done.returncode == 0, done.stdout + done.stderr
    return BuiltProject("app", folder / "out/django_micro")


def manage(built: BuiltProject, *words: str, **variables: str) -> str:
    done = built.manage(*words, **variables)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("dropped", DROPPED)
def test_field_is_renamed_under_its_constraints(dropped: str, tmp_path: Path) -> None:
    built = build(tmp_path, amount="cost", was="")
    manage(built, "migrate", "-v0")
    manage(built, "shell", "-v0", "-c", ADD)
    build(tmp_path, dropped, amount="price", was=" was=cost")
    assert "Rename field" in manage(built, "migrate", "--plan")
    manage(built, "migrate", "-v0")
    assert "(3, 5)" in manage(built, "shell", "-v0", "-c", READ.format("price"))
    manage(built, "migrate", "core", "0001", "-v0")
    manage(built, "migrate", "-v0")
    manage(built, "makemigrations", "--check")
    assert "(3, 5)" in manage(built, "shell", "-v0", "-c", READ.format("price"))


def test_field_is_renamed_under_its_constraints_in_postgres(tmp_path: Path) -> None:
    with serve_postgres() as address:
        built = build(tmp_path, amount="cost", was="")
        manage(built, "migrate", "-v0", DATABASE_URL=address)
        manage(built, "shell", "-v0", "-c", ADD, DATABASE_URL=address)
        build(tmp_path, amount="price", was=" was=cost")
        for target in ((), ("core", "0001"), ()):
            manage(built, "migrate", *target, "-v0", DATABASE_URL=address)
        read = manage(built, "shell", "-v0", "-c", READ.format("price"), DATABASE_URL=address)
        assert "(3, 5)" in read
