"""What the process that asks Django gets and gives: JSON, as the types here have it."""

from collections.abc import Mapping
from typing import TypedDict

APP = "core"
"""The app whose migrations these are."""

Rename = tuple[str, str, str]
"""A model with the earlier and the new name of its field; of a model itself, the first is empty."""

PartKey = tuple[str, str]
"""A model and its field, both in lower case; of a model itself, the second is empty."""


class Fill(TypedDict):
    """An expression of a query, as a migration has it."""

    code: str
    imports: list[str]


class Part(TypedDict):
    """A model or one of its fields, and what the language says of it."""

    model: str
    attribute: str
    """Empty for the model itself."""
    name: str
    """What the language calls it."""
    place: str
    is_private: bool
    fill: Fill | None
    choices: dict[str, str]
    """Earlier names of values of an enum → what they are called now."""


class Request(TypedDict):
    """What a migration is to be made of."""

    renames: list[Rename]
    parts: list[Part]
    earlier: list[Part] | None
    """The parts as the last build had them; None where that isn't known."""
    replaceable: list[str]
    """The migrations that may be made anew, if no database has them."""
    databases: Mapping[str, str]
    """Where it was found → the address of a database; the first is the one that counts."""
    allow_loss: bool
    answers: Mapping[str, bool]


class Written(TypedDict):
    """A migration as it is written."""

    name: str
    text: str


class Found(TypedDict):
    """A finding."""

    code: str
    words: dict[str, str]
    place: str
    stops: bool


class Answer(TypedDict):
    """The migrations that an app lacks, those that they replace, and what was found."""

    migrations: list[Written]
    replaced: list[str]
    operations: list[str]
    """What the migrations do, each in a line."""
    renamed: list[Rename]
    findings: list[Found]


EMPTY: Request = {
    "renames": [],
    "parts": [],
    "earlier": None,
    "replaceable": [],
    "databases": {},
    "allow_loss": False,
    "answers": {},
}
"""A request that names nothing."""

NOTHING: Answer = {
    "migrations": [],
    "replaced": [],
    "operations": [],
    "renamed": [],
    "findings": [],
}
"""An answer that says nothing."""
