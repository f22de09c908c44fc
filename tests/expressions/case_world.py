"""The records of the cases of "What expressions mean", all of them in one world."""

from collections.abc import Mapping
from dataclasses import replace
from random import Random
from typing import Any
from uuid import UUID

from tests.expressions.coverage import BERLIN
from tests.expressions.day_cases import CASES, NOW
from tests.expressions.random_worlds import EMPTY, make_world
from tests.expressions.world import World


def make_case_world(manifest: Mapping[str, Any]) -> World:
    """A world with a line for each case on days and moments, at the time that it is in them."""
    world = make_world(Random(0), manifest, BERLIN, NOW)
    fields = next(each["fields"] for each in manifest["entities"] if each["name"] == "Line")
    blank = {each["name"]: EMPTY.get(each["type"]) for each in fields if not each["required"]}
    first = {**next(iter(world.rows["Line"].values())), **blank, "done": False}
    cases = [values for each in CASES.values() for _, values, _ in each]
    lines = {UUID(int=n): {**first, **values, "id": UUID(int=n)} for n, values in enumerate(cases)}
    return replace(world, rows={**world.rows, "Line": lines})
