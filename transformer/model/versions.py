"""Versions: which records count their changes, and of which all versions are kept."""

from transformer.model.entities import Entity


def is_versioned(entity: Entity) -> bool:
    """Tell whether records count their changes: in a whole number that isn't their key."""
    versions = entity.versions
    return versions is not None and versions.field.type == "int" and not versions.field.is_key


def keeps_versions(entity: Entity) -> bool:
    """Tell whether the versions of records are kept."""
    return is_versioned(entity) and entity.versions is not None and entity.versions.history
