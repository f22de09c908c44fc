"""Mutants of the compiler: what it makes of rules then must be noticed in an app."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.projects import BuiltProject
from tools.judging_processes import JudgingProcess
from tools.rights_worlds import ask, plant

POLICIES = "core/policies.py"
_ENTITY = re.compile(r"Thing\d+")


def judge_compiled(
    said: Mapping[str, object],
    compiler: JudgingProcess,
    worlds: Mapping[str, tuple[BuiltProject, JudgingProcess]],
    folder: Path,
) -> str:
    """Who notices first what a compiler makes otherwise.

    That is nobody, where it makes the same apps; else whoever builds them, or an interpreter.
    """
    answer = compiler.ask(said)
    if "error" in answer or "timeout" in answer:
        return "unbuilt" if "error" in answer else "timeout"
    files = [each for each in answer.get("made", ()) if each]
    if not files:
        return "survived" if "unplanted" in answer else "same"
    for made, (app, process) in zip(answer["made"], worlds.values(), strict=True):
        if made and is_noticed(made, app, process, folder / app.folder.parent.name):
            return "interpreted"
    return "survived"


def is_noticed(
    made: Mapping[str, str | None], app: BuiltProject, process: JudgingProcess, folder: Path
) -> bool:
    """Whether an interpreter finds a difference in an app with other files."""
    before = (app.folder / POLICIES).read_text(encoding="utf-8")
    touched = list_touched(before, made.get(POLICIES) or before)
    if made.keys() == {POLICIES}:
        said = {"place": POLICIES, "function": "", "source": made[POLICIES], "about": touched}
        return not {"noticed": None}.items() <= process.ask(said).items()
    try:
        return ask(plant(app, made, folder))
    except AssertionError:
        return True  # it fails where it is asked


def list_touched(before: str, after: str) -> Sequence[str]:
    """List the entities of which the policies differ."""
    old, new = split_classes(before), split_classes(after)
    differing = (each for each in {**old, **new} if old.get(each) != new.get(each))
    return sorted({name for each in differing for name in _ENTITY.findall(each)[:1]})


def split_classes(text: str) -> dict[str, str]:
    """The blocks of a module by their first lines."""
    blocks = text.split("\n\n\n")
    return {block.partition(":")[0]: block for block in blocks}
