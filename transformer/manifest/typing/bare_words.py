"""Words that mean the same in every expression, where no field is called so."""

from collections.abc import Mapping, Sequence

from transformer.dsl.tables.expression_rows import read_expressions
from transformer.manifest.typing.nodes import Constant, CurrentMoment, CurrentPerson, Scalar

_CONSTANTS: Mapping[str, Scalar] = {"true": True, "false": False, "null": None}

WORDS = ("current_user", "today", "now", *_CONSTANTS)


def read_word(names: Sequence[str]) -> Constant | CurrentMoment | CurrentPerson | None:
    """Read a path that begins with no field as what its word means; None if it means nothing."""
    match names:
        case ("current_user", *own):
            return CurrentPerson(tuple(own))
        case (word,) if word in _CONSTANTS:
            return Constant(_CONSTANTS[word])
        case (word,):
            moments = (each for each in read_expressions()["moments"] if each == word)
            return next((CurrentMoment(moment) for moment in moments), None)
        case _:
            return None
