"""Transitions that records make by themselves, beside others that can't or fail."""

from pathlib import Path
from typing import Any

import pytest

from tests.micro.parcel_offers import ask_offers, build_offers
from tests.projects import BACKEND, BuiltProject


@pytest.fixture(scope="module")
def offers(tmp_path_factory: pytest.TempPathFactory) -> BuiltProject:
    """The app, built once."""
    return build_offers(tmp_path_factory.mktemp("offers"))


def ask(offers: BuiltProject, folder: Path, script: str) -> Any:
    """What a script finds in a copy of it."""
    return ask_offers(offers.copy_to(folder / BACKEND), script)


STUCK = """
import logging
logging.disable(logging.CRITICAL)
for number in range(45):
    put(f"poor {number}", "lapsed", ago={"hours": 3, "minutes": number})
put("rich", "lapsed", ago={"hours": 30}, contact="Joan")
found["pages"] = []
for _ in range(3):
    chief.get("/offers/")
    found["pages"].append(read()["rich"])
clean = Offer.clean
def fail(offer):
    if offer.title == "odd":
        raise LookupError("odd")
    clean(offer)
put("odd", "sent", ago={"days": 9})
put("late", "sent", ago={"days": 8})
with mock.patch.object(Offer, "clean", fail):
    found["page"] = [chief.get("/offers/").status_code, read()["late"], read()["odd"]]
    put("later", "sent", ago={"days": 8})
    said, wrong, status = advance()
found["said"] = [said.splitlines()[0], re.sub("[0-9a-f-]{36}", "KEY", wrong), status]
found["command"] = [read()["later"], read()["odd"]]
"""


def test_rows_that_cannot_move_keep_no_other_from_moving(
    offers: BuiltProject, tmp_path: Path
) -> None:
    found = ask(offers, tmp_path, STUCK)
    assert found["pages"] == ["lapsed", "asked", "asked"]
    assert found["page"] == [200, "lapsed", "sent"]
    assert found["said"] == [
        "1 of 47 transitions were made.",
        "Offer KEY could not be advanced: see the log.\n",
        "1 failed.",
    ]
    assert found["command"] == ["lapsed", "sent"]
