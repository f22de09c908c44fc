"""The models of the app, importable from one place."""

from core.models import (
    Appointment,
    Card,
    Department,
    Doctor,
    Finding,
    Invoice,
    Line,
    Patient,
    User,
    Ward,
)

__all__ = [
    "Appointment",
    "Card",
    "Department",
    "Doctor",
    "Finding",
    "Invoice",
    "Line",
    "Patient",
    "User",
    "Ward",
]
