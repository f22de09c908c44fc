"""Expressions as text mean what they meant."""

from random import Random
from typing import Any

import pytest

from tests.expressions.coverage import read_batch, write_batch
from tests.expressions.dialects import LASTING
from transformer.model import build_model
from transformer.model.expression_text import write_expression


def read_values(texts: list[str], entity: str) -> list[Any]:
    """The trees of texts, as the model has them."""
    computed = build_model(read_batch(texts, entity)).entity(entity).computed
    named = {each.name: each.expression for each in computed}
    return [named[f"value_{n}"] for n in range(len(texts))]


@pytest.mark.parametrize("entity", ["Line", "Order", "Member"])
def test_text_is_read_as_the_same_tree(entity: str) -> None:
    lasting = LASTING if entity == "Line" else []
    texts = [*write_batch(Random(entity), 400, entity, has_aggregates=True), *lasting]
    values = read_values(texts, entity)
    assert read_values([write_expression(each) for each in values], entity) == values


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("not (done or whole > 3)", "not (done or whole > 3)"),
        ("(done and late) or shut", "done and late or shut"),
        ("whole - (pieces - 3) - 2", "whole - (pieces - 3) - 2"),
        ("start + 14 days", "start + 2w"),
        ("start + 36h", "start + 36h"),
        ("role(warden) or role(chair)", "role(warden, chair)"),
        ('kind in ["very odd", mid]', 'kind in ["very odd", mid]'),
        ("sum(order.lines.price where done) / 2", "sum(order.lines.price where done) / 2"),
        ("owner is not null", "owner is not null"),
        ("current_user.mentor = owner", "current_user.mentor = owner"),
    ],
)
def test_text_reads_well(text: str, written: str) -> None:
    (value,) = read_values([text], "Line")
    assert write_expression(value) == written
