"""The part of a manifest that pages of fields can be made of."""

from collections.abc import Mapping
from typing import Any


def select_fields(manifest: Mapping[str, Any]) -> dict[str, Any]:
    """The manifest with only fields on its surfaces: neither computed values nor relations."""
    fields = {
        entity["name"]: {field["name"] for field in entity["fields"]}
        for entity in manifest["entities"]
    }
    surfaces = [
        {
            **surface,
            "sections": [
                _select(each, fields.get(surface.get("entity", ""), set()))
                for each in surface["sections"]
            ],
        }
        for surface in manifest["surfaces"]
    ]
    return {**manifest, "surfaces": surfaces}


def _select(section: Mapping[str, Any], names: set[str]) -> dict[str, Any]:
    shown = [item for item in section["fields"] if item["field"] in names]
    return {**section, "fields": shown}
