"""Mutants of the compiler: what it makes of rules then must be noticed in an app."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.projects import ROOT, BuiltProject
from tools.rights_worlds import ask, build_ruled, build_wide

Files = Mapping[str, str]
Build = Callable[..., BuiltProject]
BUILDERS: dict[str, Build] = {"ruled": build_ruled, "wide": build_wide}
POLICIES = "core/policies.py"
MADE = ("core", "pages")
"""The folders of an app that the compiler makes."""
_ENTITY = re.compile(r"Thing\d+")


def copy_compiler(folder: Path) -> Path:
    """Copy the compiler once, with its byte code."""
    for name in ("transformer", "mappings", "schemas"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


def judge_compiled(place: str, source: str, made: Mapping[str, Files], original: Path) -> str:
    """Who notices first what a compiler makes otherwise.

    That is nobody, where it makes the same apps; else whoever builds them, or an interpreter.
    """
    folder = original.with_name(f"damaged_{abs(hash((place, source)))}")
    try:
        damage(original, place, source, folder)
        found = [judge_world(name, made[name], folder) for name in BUILDERS]
    except subprocess.TimeoutExpired:
        return "timeout"
    finally:
        shutil.rmtree(folder)
    noticed = [each for each in found if each not in ("same", "survived")]
    return next(iter(noticed), "survived" if "survived" in found else "same")


def damage(original: Path, place: str, source: str, folder: Path) -> None:
    """Make a compiler of which one module is otherwise, and all others are the same files."""
    shutil.copytree(original, folder, copy_function=os.link)
    path = folder / place
    path.unlink()
    path.write_text(source, encoding="utf-8")


def judge_world(name: str, made: Files, folder: Path) -> str:
    """What becomes of one app."""
    try:
        built = BUILDERS[name](folder / name, PYTHONPATH=str(folder))
    except AssertionError:
        return "unbuilt"
    files = read_files(built)
    if files == made:
        return "same"
    try:
        is_noticed = ask(built, *list_touched(made.get(POLICIES, ""), files.get(POLICIES, "")))
    except AssertionError:
        return "interpreted"  # it fails where it is asked
    return "interpreted" if is_noticed else "survived"


def read_files(built: BuiltProject) -> Files:
    """What the compiler makes of an app, by path."""
    found = (path for each in MADE for path in (built.folder / each).rglob("*.py"))
    return {path.relative_to(built.folder).as_posix(): path.read_text("utf-8") for path in found}


def list_touched(before: str, after: str) -> list[str]:
    """List the entities of which the policies differ."""
    old, new = split_classes(before), split_classes(after)
    differing = (each for each in {**old, **new} if old.get(each) != new.get(each))
    return sorted({name for each in differing for name in _ENTITY.findall(each)[:1]})


def split_classes(text: str) -> dict[str, str]:
    """The blocks of a module by their first lines."""
    blocks = text.split("\n\n\n")
    return {block.partition("\n\n")[0].partition(":")[0]: block for block in blocks}
