"""Values computed from one another take a step each, however often each names the one before."""

import sys
from pathlib import Path
from types import FrameType

import pytest

from transformer.backends.django.application import make_application
from transformer.manifest import read_project
from transformer.model import build_model
from transformer.model.root import Model

HEAD = """\
app shop "Shop"
entity Order:
  name: str required
  price: money(GBP) required
  paid: bool
"""
CHAINS = {"amount": ("price * 2", "{0} + {0} / 2"), "condition": ("paid", "{0} or {0} = {0}")}


def read_chain(folder: Path, first: str, more: str, length: int) -> Model:
    values = [first, *(more.format(f"value_{number}") for number in range(length - 1))]
    lines = [f"  value_{number}: computed {value}\n" for number, value in enumerate(values)]
    (folder / "app.dsl").write_text(HEAD + "".join(lines), encoding="utf-8")
    manifest = read_project(folder / "app.dsl").manifest
    assert manifest
    return build_model(manifest)


def count_calls(model: Model) -> int:
    """Count the calls of functions that compile a model and find its currencies."""
    count = 0

    def add(_: FrameType, event: str, __: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(add)
    try:
        found = [each.currency for each in make_application(model).computed.values()]
    finally:
        sys.setprofile(None)
    assert found
    return count


@pytest.mark.parametrize("kind", CHAINS)
def test_calls_grow_as_the_chain_does(kind: str, tmp_path: Path) -> None:
    few, many = (count_calls(read_chain(tmp_path, *CHAINS[kind], length)) for length in (6, 12))
    assert many < 4 * few


def test_longest_chain_is_compiled(tmp_path: Path) -> None:
    model = read_chain(tmp_path, *CHAINS["amount"], 30)
    made = list(make_application(model).computed.values())
    assert [each.currency for each in made] == ["GBP"] * 30
