"""Searches and filters that name computed values."""

from pathlib import Path

import pytest

from tests.projects import run_dazzle
from transformer.manifest import read_project

PROJECT = """\
app shop "Shop"
entity Order:
  name: str required
  price: decimal(8,2) required
  paid: bool=false
  dear: computed price > 100
  twice: computed price * 2
  lasting: computed 1d
  label: computed name + "!"
{own}surface order_list:
  uses entity Order
  mode: list
{ux}"""
WRONG = {
    ("  search: name, twice\n", ""): ["unfit-field 10"],
    ("", "  ux:\n    search: name, twice\n"): ["unfit-field 14"],
    ("  filter: paid, deer\n", ""): ["unknown-field 10"],
}
UNBUILT = {
    ("  search: name, label\n", ""): "doesn't implement `search` by `label` yet",
    ("", "  ux:\n    search: name, label\n"): "doesn't implement `search` by `label` yet",
    ("  filter: paid, lasting\n", ""): "doesn't implement `filters` by `lasting` yet",
}


def write(folder: Path, own: str, ux: str) -> Path:
    file = folder / "app.dsl"
    file.write_text(PROJECT.format(own=own, ux=ux), encoding="utf-8")
    return file


@pytest.mark.parametrize(("lines", "reports"), WRONG.items())
def test_what_a_search_cannot_look_into_is_told(
    tmp_path: Path, lines: tuple[str, str], reports: list[str]
) -> None:
    problems = read_project(write(tmp_path, *lines)).problems
    assert [f"{each.code} {each.span.line}" for each in problems if each.span] == reports


@pytest.mark.parametrize(("lines", "said"), UNBUILT.items())
def test_what_micro_does_not_do_with_them_is_told(
    tmp_path: Path, lines: tuple[str, str], said: str
) -> None:
    write(tmp_path, *lines)
    done = run_dazzle(tmp_path, "validate", "app.dsl")
    assert done.returncode == 0 and said in done.stdout + done.stderr


@pytest.mark.parametrize(
    "lines", [("  filter: paid, dear, twice\n", ""), ("", "  ux:\n    filter: paid, dear, twice\n")]
)
def test_lists_are_narrowed_by_computed_values_that_are_named(
    tmp_path: Path, lines: tuple[str, str]
) -> None:
    write(tmp_path, *lines)
    done = run_dazzle(tmp_path, "build", "app.dsl")
    assert done.returncode == 0 and "not-built" not in done.stderr + done.stdout
    written = (tmp_path / "build/django_micro/core/filters.py").read_text(encoding="utf-8")
    assert '"paid": ["exact"]' in written and '"dear": ["exact"]' in written
    assert '"twice": ["range"]' in written
    assert "computed_titles" in (tmp_path / "build/django_micro/core/views.py").read_text("utf-8")
