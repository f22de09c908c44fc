"""Which rights a build would change."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from transformer.cli.build_requests import BuildResult
from transformer.diagnostics.resources import Data
from transformer.manifest import read_manifest
from transformer.output.paths import MANIFEST

Rights = dict[tuple[str, str, str], str]


def add_rights(result: BuildResult) -> BuildResult:
    """Add to what a build would do which rights it would change."""
    manifest = result.analysis.manifest
    if manifest is None:
        return result
    rights = {target: list_changed_rights(target, manifest) for target in result.outcomes}
    return replace(result, rights=rights)


def list_changed_rights(target: Path, manifest: Mapping[str, Data]) -> list[str]:
    """List what people may do otherwise than by the manifest that a folder was built from.

    Entities that are new, or gone, have no rights that change.
    """
    place = target / MANIFEST
    earlier = read_manifest(place).manifest if place.is_file() else None
    if earlier is None:
        return []
    before, after = _read_rights(earlier), _read_rights(manifest)
    return [
        f"{entity}: {people} may {operation}: {before[entity, people, operation]} → {now}"
        for (entity, people, operation), now in after.items()
        if before.get((entity, people, operation), now) != now
    ]


def _read_rights(manifest: Mapping[str, Data]) -> Rights:
    from transformer.model import build_model
    from transformer.model.access_rights import list_rights

    return {
        (each.entity, each.people, each.operation): _spell(each.condition)
        for each in list_rights(build_model(manifest))
    }


def _spell(condition: bool | str) -> str:
    return {True: "yes", False: "no"}[condition] if isinstance(condition, bool) else condition
