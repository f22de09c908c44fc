"""New projects: one to begin with, and the demo of a stack."""

import re
import shutil
import tomllib
from pathlib import Path
from string import Template

from transformer.data import fixture_folder, read_table

_STARTER = Path(__file__).resolve().parent / "starter"
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,63}")


class StartError(Exception):
    """A project can't be started so; the text says why."""


def start_project(name: str, parent: Path) -> Path:
    """A new project of that name below a folder: `dazzle.toml` and a commented `.dsl` file.

    Raises StartError or OSError; nothing is written then.
    """
    if not _NAME.fullmatch(name):
        raise StartError(f"`{name}` can't be a project's name: use letters, digits, `-` and `_`.")
    folder = _claim_folder(parent / name)
    identifier = name.replace("-", "_")
    words = {"name": identifier, "stack": "micro", "output": "build"}
    _write_settings(folder, words)
    starter = (_STARTER / "dsl" / "app.dsl").read_text(encoding="utf-8")
    title = identifier.replace("_", " ").capitalize()
    source = folder / "dsl" / "app.dsl"
    source.parent.mkdir()
    source.write_text(Template(starter).substitute(words, title=title), encoding="utf-8")
    return folder


def start_demo(stack: str, folder: Path) -> Path:
    """The example project of a stack, to be built straight in its folder.

    Raises StartError or OSError; nothing is written then.
    """
    example = fixture_folder(read_table("stacks")[stack]["example"])
    settings = tomllib.loads((example / "dazzle.toml").read_text(encoding="utf-8"))
    _claim_folder(folder)
    name = settings["project"]["name"]
    _write_settings(folder, {"name": name, "stack": stack, "output": "."})
    shutil.copytree(example / "dsl", folder / "dsl")
    return folder


def _claim_folder(folder: Path) -> Path:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise StartError(f"{folder} is there already; choose another folder or remove it first.")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _write_settings(folder: Path, words: dict[str, str]) -> None:
    text = Template((_STARTER / "dazzle.toml").read_text(encoding="utf-8")).substitute(words)
    (folder / "dazzle.toml").write_text(text, encoding="utf-8")
