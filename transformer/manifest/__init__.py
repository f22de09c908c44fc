"""Blocks to manifest, and a manifest to and from YAML."""

from transformer.manifest.document import dump_manifest
from transformer.manifest.reading import Reading, read_project
from transformer.manifest.yaml_reading import read_manifest

__all__ = ["Reading", "dump_manifest", "read_manifest", "read_project"]
