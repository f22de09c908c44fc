"""Cases of which CI tries some, and `make soak` the others."""

from collections.abc import Iterable
from typing import Any

import pytest


def take_some(names: Iterable[str], share: int) -> list[Any]:
    """Mark as long all names but the first of each `share` of them."""
    marks = ((), (pytest.mark.long,))
    return [pytest.param(name, marks=marks[n % share > 0]) for n, name in enumerate(names)]
