"""Builds of an app that ask Django only once which migration the same files need."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.output.interruptions import read_tree
from transformer.backends.django.migrations import autodetector_process
from transformer.cli import pipeline
from transformer.cli.build_requests import BuildRequest
from transformer.cli.pipeline import build_project
from transformer.engine.render import Rendering, render_project

BEFORE = 'app shop "Shop"\n\nentity Task:\n  title: str required\n'
KILLED = BEFORE + "  due: date\n\nentity Note:\n  text: text\n"
EDITED = BEFORE + "  size: int\n"
NEXT = {"the same": KILLED, "an edited one": EDITED, "the one before": BEFORE}


@contextmanager
def answer_quickly(folder: Path) -> Iterator[None]:
    """Render a manifest once, and keep in a folder what Django has said, for all processes."""
    rendered: dict[str, Rendering] = {}

    def render(manifest: object, backend: str) -> Rendering:
        key = f"{backend} {manifest}"
        if key not in rendered:
            rendered[key] = render_project(manifest, backend)  # type: ignore[arg-type]
        return rendered[key]

    ask: Callable[..., str] = autodetector_process._run_autodetector

    def look_up(stage: Path, project: Path, *others: object) -> str:
        name = f"{hash(str(sorted(read_tree(stage).items())))}.json"
        if not (folder / name).exists():
            (folder / name).write_text(ask(stage, project, *others), encoding="utf-8")
        return (folder / name).read_text(encoding="utf-8")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "render_project", render)
        patch.setattr(autodetector_process, "_run_autodetector", look_up)
        yield


def build(root: Path, dsl: str) -> None:
    """Build a description, which has to work."""
    (root / "app.dsl").unlink(missing_ok=True)
    (root / "app.dsl").write_text(dsl, encoding="utf-8")
    backends = ("django_micro", "openapi")
    result = build_project(BuildRequest(root, backends=backends, output=root / "build"))
    assert [problem for problem in result.problems if problem.level == "error"] == []


def build_all(root: Path, *history: str) -> dict[str, tuple[int, bytes]]:
    """What is there after several builds that nobody killed."""
    root.mkdir()
    for dsl in history:
        build(root, dsl)
    return read_tree(root)
