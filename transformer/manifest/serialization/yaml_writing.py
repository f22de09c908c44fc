"""A manifest to YAML."""

from typing import Any

import yaml

from transformer.manifest.records.documents import Document

_WIDTH = 4096


def dump_manifest(manifest: dict[str, Any]) -> str:
    """The manifest as YAML, the same for equal manifests."""
    return str(
        yaml.dump(
            manifest, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDTH, indent=2
        )
    )


class _Dumper(yaml.CSafeDumper):
    """Writes every part in full: no anchors, which people would have to look up."""

    def ignore_aliases(self, data: Document) -> bool:
        """Whether a part that occurs twice is written twice: always."""
        return True
