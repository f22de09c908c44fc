"""What comes of reading a project or a manifest."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from transformer.diagnostics.problems import Problem, Span
from transformer.project.discovery import Project


@dataclass(frozen=True, slots=True)
class Analysis:
    """The result of analysis: the manifest, or None if there are errors, and all problems."""

    manifest: dict[str, Any] | None
    problems: list[Problem]
    sources: dict[str, str]
    project: Project | None
    places: Mapping[str, Span] = field(default_factory=dict)
    """The source map: the span of each part of the manifest, by its path."""

    def locate(self, path: str) -> Span | None:
        """Find the span of a part, or of the nearest part around it; None if there is none."""
        return locate_nearest(self.places, path)


def locate_nearest(places: Mapping[str, Span], path: str) -> Span | None:
    """Find the span of a path, or of the nearest part around it; None if there is none."""
    while path and path not in places:
        path = path.rpartition("/")[0]
    return places.get(path)
