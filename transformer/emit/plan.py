"""Which files a backend writes: its own tree, with what repeats and what is conditional."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Template
from typing import Any

from transformer.data import backend_folder, read_record

_TEMPLATE = ".mako"


@dataclass(frozen=True, slots=True)
class Source:
    """A file of a backend: where it lies, what it becomes, and under which conditions."""

    path: Path
    target: str
    """The path in the output; `$name` stands for what the item in hand says."""
    each: str | None
    """The list of the view whose items get a file each."""
    when: str | None
    """The flag of the view without which the file is left out."""

    @property
    def is_template(self) -> bool:
        """Whether the file is rendered rather than copied."""
        return self.path.suffix == _TEMPLATE


@cache
def list_sources(backend: str) -> tuple[Source, ...]:
    """The files of a backend in the order of their names."""
    folder = backend_folder(backend)
    rules = read_record(folder / "backend.yaml").get("files", {})
    paths = sorted(path for path in (folder / "files").rglob("*") if path.is_file())
    return tuple(_describe_source(folder / "files", path, rules) for path in paths)


def _describe_source(root: Path, path: Path, rules: Mapping[str, Mapping[str, str]]) -> Source:
    name = path.relative_to(root).as_posix()
    rule = rules.get(name, {})
    target = rule.get("to", name.removesuffix(_TEMPLATE))
    return Source(path, target, rule.get("each"), rule.get("when"))


def list_outputs(
    source: Source, view: Mapping[str, Any]
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The paths that a source is written to, each with what its template reads."""
    if source.when and not view[source.when]:
        return
    if source.each is None:
        yield source.target, view
        return
    for item in view[source.each]:
        yield Template(source.target).substitute(name=item.template), {**view, "item": item}
