"""Scaffolds: a new project to begin with, and the demo of a stack."""

import re
import shutil
import tomllib
from pathlib import Path
from string import Template

from transformer.diagnostics.resources import fixture_folder
from transformer.project.stack_rows import read_stacks

_STARTER = Path(__file__).resolve().parent / "starter"
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,63}")


class ScaffoldError(Exception):
    """Raised if a project can't be created; the text says why."""


def start_project(name: str, parent: Path) -> Path:
    """Create a project of that name below a folder, to be built straight in its own folder.

    A build adds a README and a .gitignore. Raises ScaffoldError or OSError.
    """
    if not _NAME.fullmatch(name):
        raise ScaffoldError(
            f"`{name}` can't be a project's name: use letters, digits, `-` and `_`, a letter first."
        )
    folder = _claim_folder(parent / name)
    identifier = name.replace("-", "_")
    words = {"name": identifier, "stack": "micro", "output": "."}
    words["title"] = identifier.replace("_", " ").capitalize()
    for source in ("dazzle.toml", "dsl/app.dsl"):
        _write_starter(source, folder, words)
    return folder


def start_demo(stack: str, folder: Path) -> Path:
    """Create the example project of a stack, to be built straight in its folder.

    Raises ScaffoldError or OSError.
    """
    example = fixture_folder(read_stacks()[stack]["example"])
    settings = tomllib.loads((example / "dazzle.toml").read_text(encoding="utf-8"))
    _claim_folder(folder)
    name = settings["project"]["name"]
    words = {"name": name, "stack": stack, "output": "."}
    _write_starter("dazzle.toml", folder, words)
    shutil.copytree(example / "dsl", folder / "dsl")
    return folder


def _claim_folder(folder: Path) -> Path:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ScaffoldError(f"{folder} is there already; choose another folder or remove it first.")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _write_starter(path: str, folder: Path, words: dict[str, str]) -> None:
    text = Template((_STARTER / path).read_text(encoding="utf-8")).substitute(words)
    (folder / path).parent.mkdir(exist_ok=True)
    (folder / path).write_text(text, encoding="utf-8")
