"""The models of the app, importable from one place."""

from core.models import Address, Fitter, Job, Note, Receipt, Site, Tool

__all__ = [
    "Address",
    "Fitter",
    "Job",
    "Note",
    "Receipt",
    "Site",
    "Tool",
]
