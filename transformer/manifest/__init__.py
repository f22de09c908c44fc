"""Blocks to manifest, and a manifest to and from YAML."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from transformer.manifest.reading import Reading, read_project
    from transformer.manifest.serialization.faults import find_faults
    from transformer.manifest.serialization.yaml_reading import read_manifest
    from transformer.manifest.serialization.yaml_writing import dump_manifest

__all__ = ["Reading", "dump_manifest", "find_faults", "read_manifest", "read_project"]

# Imported when first asked for, so that reading a project waits for no YAML.
_HOMES = {
    "Reading": "reading",
    "dump_manifest": "serialization.yaml_writing",
    "find_faults": "serialization.faults",
    "read_manifest": "serialization.yaml_reading",
    "read_project": "reading",
}


def __getattr__(name: str) -> Any:
    """What the package offers under a name."""
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
