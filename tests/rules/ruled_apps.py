"""Apps with rules that are built, asked by everybody for everything, and damaged."""

import json
import shutil
from pathlib import Path
from typing import Any

from tests.projects import BACKEND, ROOT, BuiltProject, run_dazzle, run_python
from transformer.manifest import read_project

MANIFEST = "manifest.json"
Bug = tuple[str, str, str]
"""The place of a file, what stands there, and what is put there instead."""


def build_app(
    folder: Path, name: str, text: str, settings: str = "", **variables: str
) -> BuiltProject:
    """An app of a text, and its manifest beside it."""
    project = folder / "project"
    (project / "dsl").mkdir(parents=True)
    (project / "dsl/app.dsl").write_text(text, encoding="utf-8")
    said = f'[project]\nname = "{name}"\n{settings}'
    (project / "dazzle.toml").write_text(said, encoding="utf-8")
    done = run_dazzle(project, "build", "--output", str(folder / "out"), **variables)
    assert done.returncode == 0, done.stdout
    manifest = json.dumps(read_project(project).manifest)
    (folder / "out" / MANIFEST).write_text(manifest, encoding="utf-8")
    return BuiltProject(name, folder / "out" / BACKEND)


def ask_app(built: BuiltProject, module: str, seed: int, *options: str, **variables: str) -> Any:
    """What everybody finds in an app: how many requests and answers, and the differences."""
    words = ("-m", module, str(built.folder.parent / MANIFEST), str(seed), *options)
    here = {"PYTHONPATH": str(ROOT), "DATA_DIR": str(built.folder.parent)}
    done = run_python(built.folder, *words, **here, **variables)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def plant_bug(built: BuiltProject, bug: Bug, folder: Path) -> BuiltProject:
    """A copy of an app, with its manifest beside it, in which something is otherwise."""
    place, old, new = bug
    copy = built.copy_to(folder / BACKEND)
    manifest = (built.folder.parent / MANIFEST).read_text(encoding="utf-8")
    (folder / MANIFEST).write_text(manifest, encoding="utf-8")
    source = (copy.folder / place).read_text(encoding="utf-8")
    assert old in source
    (copy.folder / place).write_text(source.replace(old, new), encoding="utf-8")
    return copy


def damage_compiler(bug: Bug, folder: Path) -> dict[str, str]:
    """What the environment has to say for a dazzle in which something is otherwise."""
    place, old, new = bug
    for name in ("transformer", "mappings", "schemas"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    path = folder / "transformer/backends" / place
    source = path.read_text(encoding="utf-8")
    assert old in source
    path.write_text(source.replace(old, new), encoding="utf-8")
    return {"PYTHONPATH": str(folder)}
