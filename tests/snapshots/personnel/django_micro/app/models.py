"""The models of the app, importable from one place."""

from core.models import Absence, Contract, Employer, Review, User

__all__ = [
    "Absence",
    "Contract",
    "Employer",
    "Review",
    "User",
]
