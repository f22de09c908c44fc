"""The front end: blocks to a checked manifest, and a manifest to and from YAML."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import FunctionType

    from transformer.manifest.analysis import read_project
    from transformer.manifest.analysis_result import Analysis
    from transformer.manifest.serialization.faults import find_faults
    from transformer.manifest.serialization.yaml_reading import read_manifest
    from transformer.manifest.serialization.yaml_writing import dump_manifest

__all__ = ["Analysis", "dump_manifest", "find_faults", "read_manifest", "read_project"]

# Imported on first use, so that the analysis of a project doesn't wait for YAML.
_HOMES = {
    "Analysis": "analysis_result",
    "dump_manifest": "serialization.yaml_writing",
    "find_faults": "serialization.faults",
    "read_manifest": "serialization.yaml_reading",
    "read_project": "analysis",
}


def __getattr__(name: str) -> "type[Analysis] | FunctionType":
    """Import what the package offers under a name, when it is first asked for.

    Raises AttributeError if there is no such name.
    """
    if name not in _HOMES:
        raise AttributeError(name)
    offered: type[Analysis] | FunctionType = getattr(
        import_module(f"{__name__}.{_HOMES[name]}"), name
    )
    return offered
