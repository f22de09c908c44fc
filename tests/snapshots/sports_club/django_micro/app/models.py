"""The models of the app, importable from one place."""

from core.models import (
    Address,
    Booking,
    Club,
    Ground,
    Lock,
    Locker,
    Match,
    MedicalCard,
    Member,
    Team,
    Trophy,
)

__all__ = [
    "Address",
    "Booking",
    "Club",
    "Ground",
    "Lock",
    "Locker",
    "Match",
    "MedicalCard",
    "Member",
    "Team",
    "Trophy",
]
