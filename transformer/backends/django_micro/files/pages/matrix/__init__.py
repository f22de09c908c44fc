"""The matrix test: everybody asks for every address, about each kind of row.

`core/test_matrix.py` says what they may do, and these modules hold the app to it. They
ask nothing of policies: what is found there has been written twice.
"""

from .answers import MatrixTests
from .people import NO_ROLE, VISITOR, Rights, When
from .rows import Rows
from .statuses import Address

__all__ = [
    "NO_ROLE",
    "VISITOR",
    "Address",
    "MatrixTests",
    "Rights",
    "Rows",
    "When",
]
