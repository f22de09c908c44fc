"""What a build would change beside files and rows, by the manifest of the last one."""

from dataclasses import replace
from pathlib import Path

from transformer.cli.build_requests import BuildResult, Changes
from transformer.cli.changed_pages import list_changed_pages
from transformer.cli.changed_rights import list_changed_rights
from transformer.cli.changed_rules import list_changed_rules
from transformer.manifest import read_manifest
from transformer.model import Model, build_model
from transformer.output.paths import MANIFEST


def add_changes(result: BuildResult) -> BuildResult:
    """Add to what a build would do which pages and rights it would change."""
    manifest = result.analysis.manifest
    if manifest is None:
        return result
    after = build_model(manifest)
    return replace(result, changes={place: _compare(place, after) for place in result.outcomes})


def _compare(target: Path, after: Model) -> Changes:
    place = target / MANIFEST
    earlier = read_manifest(place).manifest if place.is_file() else None
    if earlier is None:
        return Changes()
    before = build_model(earlier)
    rights = (*list_changed_rights(before, after), *list_changed_rules(before, after))
    return Changes(tuple(list_changed_pages(before, after)), rights)
