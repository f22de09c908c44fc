"""A build of an app that is killed at each change it makes, and the DSL edited or reverted then."""

from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from tests.output.interruptions import die_at, read_tree, replace_tree, run_forked
from transformer.backends.django.migrations import autodetector_process
from transformer.cli import pipeline
from transformer.cli.build_requests import BuildRequest
from transformer.cli.pipeline import build_project
from transformer.engine.render import Rendering, render_project

BEFORE = 'app shop "Shop"\n\nentity Task:\n  title: str required\n'
KILLED = BEFORE + "  due: date\n\nentity Note:\n  text: text\n"
EDITED = BEFORE + "  size: int\n"
NEXT = {"the same": KILLED, "an edited one": EDITED, "the one before": BEFORE}


@pytest.fixture(autouse=True)
def quick_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Render a manifest once, and once ask Django which migration the same files need."""
    rendered: dict[str, Rendering] = {}

    def render(manifest: object, backend: str) -> Rendering:
        key = f"{backend} {manifest}"
        if key not in rendered:
            rendered[key] = render_project(manifest, backend)  # type: ignore[arg-type]
        return rendered[key]

    ask: Callable[..., str] = autodetector_process._run_autodetector

    def look_up(stage: Path, project: Path, *others: object) -> str:
        name = f"{hash(str(sorted(read_tree(stage).items())))}.json"
        if not (tmp_path / name).exists():
            (tmp_path / name).write_text(ask(stage, project, *others), encoding="utf-8")
        return (tmp_path / name).read_text(encoding="utf-8")

    monkeypatch.setattr(pipeline, "render_project", render)
    monkeypatch.setattr(autodetector_process, "_run_autodetector", look_up)


def build(root: Path, dsl: str) -> None:
    (root / "app.dsl").unlink(missing_ok=True)
    (root / "app.dsl").write_text(dsl, encoding="utf-8")
    backends = ("django_micro", "openapi")
    result = build_project(BuildRequest(root, backends=backends, output=root / "build"))
    assert [problem for problem in result.problems if problem.level == "error"] == []


def build_all(root: Path, *history: str) -> dict[str, tuple[int, bytes]]:
    root.mkdir()
    for dsl in history:
        build(root, dsl)
    return read_tree(root)


def test_next_build_goes_on(tmp_path: Path) -> None:
    kept, root = tmp_path / "kept", tmp_path / "root"
    build_all(kept, BEFORE)
    undone = {name: build_all(tmp_path / f"u {name}", BEFORE, dsl) for name, dsl in NEXT.items()}
    done = {
        name: build_all(tmp_path / f"d {name}", BEFORE, KILLED, dsl) for name, dsl in NEXT.items()
    }
    assert len({str(tree) for tree in (*undone.values(), *done.values())}) == 5
    is_done = []
    for step in count():
        replace_tree(kept, root)
        if not die_at(step, root / "build", lambda: build(root, KILLED)):
            break
            # tests/output tries each step with each of them, on less than an app.
        name = list(NEXT)[step % 3]
        assert run_forked(lambda dsl=NEXT[name]: build(root, dsl)) == 0, (step, name)  # type: ignore[misc]
        found = read_tree(root)
        assert found in (undone[name], done[name]), (step, name)
        if undone[name] != done[name]:
            is_done.append(found == done[name])
    assert is_done == sorted(is_done) and set(is_done) == {True, False}
