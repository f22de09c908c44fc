"""The models of the app, importable from one place."""

from core.models import Fitter, Job, Note

__all__ = [
    "Fitter",
    "Job",
    "Note",
]
