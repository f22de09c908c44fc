"""The models of the app, importable from one place."""

from core.models import Lesson, Loan, Pupil, Teacher, User

__all__ = [
    "Lesson",
    "Loan",
    "Pupil",
    "Teacher",
    "User",
]
