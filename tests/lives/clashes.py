"""Edits by hand in the very lines that a build of another description is about to change."""

import ast
import difflib
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random

from tests.lives.hand_edits import HandEdit
from tests.lives.lived_project import LivedProject

MARKS = {
    ".py": ("  # mine {}", True),
    ".html": ("<!-- mine {} -->", False),
    ".md": (" mine {}", False),
}
"""File type → what is put at the end of a line, and whether it has to be a comment there."""
LEFT_OUT = (".dazzle", "core/migrations", "pages", "records")


def edit_same_lines(
    random: Random, lived: LivedProject, texts: Mapping[str, str], number: int
) -> HandEdit | None:
    """Change a line that a build of these texts changes as well; None if it changes none."""
    scratch = LivedProject(lived.folder / "scratch")
    shutil.rmtree(scratch.folder, ignore_errors=True)
    shutil.copytree(lived.project, scratch.project, symlinks=True)
    scratch.write_texts(texts)
    built = scratch.build("--allow-data-loss").is_built
    edits = list(_list_edits(lived.app, scratch.app, number)) if built else []
    shutil.rmtree(scratch.folder)
    return random.choice(edits) if edits else None


def _list_edits(app: Path, other: Path, number: int) -> Iterator[HandEdit]:
    """List what a person could change in lines that aren't the same in another folder."""
    for place in sorted(app.rglob("*")):
        path = place.relative_to(app).as_posix()
        if place.suffix not in MARKS or path.startswith(LEFT_OUT) or not (other / path).is_file():
            continue
        lines, theirs = (
            each.read_text(encoding="utf-8").split("\n") for each in (place, other / path)
        )
        matcher = difflib.SequenceMatcher(None, lines, theirs, autojunk=False)
        for kind, start, end, *_ in matcher.get_opcodes():
            for at in range(start, end) if kind != "equal" else ():
                yield from _change_line(path, lines, at, number)


def _change_line(path: str, lines: list[str], at: int, number: int) -> Iterator[HandEdit]:
    """Change a line so that it still means the same to programs, if that is possible."""
    line, (mark, is_python) = lines[at], MARKS[Path(path).suffix]
    is_tag = line.lstrip().startswith("<") and line.endswith(">")
    if not line.strip() or "mine" in line or (path.endswith(".html") and not is_tag):
        return
    changed = line + mark.format(number)
    text = "\n".join([*lines[:at], changed, *lines[at + 1 :]])
    if not is_python or ast.dump(ast.parse(text)) == ast.dump(ast.parse("\n".join(lines))):
        yield HandEdit(path, text, changed)
