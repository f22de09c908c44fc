"""The part of a manifest that the pages of accounts and fields can be made of."""

from collections.abc import Mapping
from typing import Any

_Record = Mapping[str, Any]


def select_fields(manifest: _Record) -> dict[str, Any]:
    """The manifest with only fields on its surfaces: neither computed values nor relations.

    What would be filled with a record of whoever is signed in is asked for, since only accounts
    sign in.
    """
    fields = {
        entity["name"]: {field["name"]: field for field in entity["fields"]}
        for entity in manifest["entities"]
    }
    surfaces = [
        _select_surface(surface, fields.get(surface.get("entity", ""), {}))
        for surface in manifest["surfaces"]
    ]
    return {**manifest, "surfaces": surfaces}


def _select_surface(surface: _Record, fields: Mapping[str, _Record]) -> dict[str, Any]:
    sections = [
        {**section, "fields": [item for item in section["fields"] if item["field"] in fields]}
        for section in _list_sections(surface, fields)
    ]
    filled = {True: list[_Record](), False: list[_Record]()}
    for preset in surface["presets"]:
        filled[fields[preset["field"]]["target_kind"] == "account"].append(preset)
    asked = [fields[preset["field"]] for preset in filled[False]]
    inputs = [{"field": f["name"], "title": f["title"]} for f in asked if f["input"] != "never"]
    if inputs and not sections:
        sections.append({"name": "main", "title": surface["title"], "fields": []})
    if inputs:
        sections[-1] = {**sections[-1], "fields": [*sections[-1]["fields"], *inputs]}
    return {**surface, "sections": sections, "presets": filled[True]}


def _list_sections(surface: _Record, fields: Mapping[str, _Record]) -> list[_Record]:
    """A surface's sections, in whose place stands what people need to see, if that is said."""
    shown = surface.get("ux", {}).get("show")
    if not shown:
        return list(surface["sections"])
    said = {item["field"]: item for part in surface["sections"] for item in part["fields"]}
    known = {name: {"field": name, "title": field["title"]} for name, field in fields.items()}
    items = [(known | said)[name] for name in shown if name in known | said]
    return [{"name": "main", "title": surface["title"], "fields": items}]
