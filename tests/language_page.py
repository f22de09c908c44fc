"""The examples of docs/language.md, each a project of its own that can be read.

A block of YAML after an example is a part of its manifest, one of text what people are told.

A comment above a block says what stands around it: `<!-- in: entity Tool / scope -->` puts it into
that block of the frame `library`, `with: NAME` after the lines of another frame, `file: PATH` makes
it one file of several, the last of which says `end`. `wrong: CODE` and `warns: CODE, …` name the
problems that it must have, and `same: PATTERN(…)` the pattern that says the same.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "language.md"
_FRAMES = Path(__file__).parent / "frames"
_FENCE = re.compile(
    r"^(?:<!-- (?P<notes>[^\n]*) -->\n+)?```(?P<language>\w*)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_NOTES = {"in", "with", "file", "end", "wrong", "warns", "same"}
_APP = "app.dsl"


@dataclass(frozen=True)
class Fence:
    """A block of code on the page."""

    language: str
    text: str
    line: int
    notes: Mapping[str, str]


@dataclass
class Example:
    """A project: its files, the lines of each that the page shows, and what they must become."""

    line: int
    notes: Mapping[str, str]
    files: dict[str, str] = field(default_factory=dict)
    shown: dict[str, range] = field(default_factory=dict)
    parts: list[str] = field(default_factory=list)
    report: str | None = None
    twin: str | None = None

    def write_to(self, folder: Path) -> Path:
        """The project on disk."""
        for name, text in self.files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
        return folder


def list_fences(page: str) -> Iterator[Fence]:
    """The blocks of code of a page, in order."""
    for match in _FENCE.finditer(page):
        notes = (note.partition(":") for note in (match["notes"] or "").split(";"))
        said = {key.strip(): value.strip() for key, _, value in notes if key.strip()}
        assert said.keys() <= _NOTES, said
        line = page.count("\n", 0, match.start()) + 1
        yield Fence(match["language"], match["text"], line, said)


def list_examples(page: str) -> list[Example]:
    """The projects that the blocks of a page make."""
    examples: list[Example] = []
    open_example: Example | None = None
    for fence in list_fences(page):
        if "file" in fence.notes:
            open_example = open_example or Example(fence.line, {})
            _add_file(open_example, fence)
            if "end" in fence.notes:
                examples.append(open_example)
                open_example = None
        elif fence.language == "dsl":
            examples.append(_frame_example(fence))
        elif fence.language == "yaml":
            examples[-1].parts.append(fence.text)
        elif fence.language == "text":
            examples[-1].report = fence.text
    assert open_example is None, "the files of an example have no end"
    return examples


def _add_file(example: Example, fence: Fence) -> None:
    example.files[fence.notes["file"]] = fence.text
    if fence.language == "dsl":
        example.shown[fence.notes["file"]] = range(1, fence.text.count("\n") + 1)
    example.notes = {**example.notes, **fence.notes}


def _frame_example(fence: Fence) -> Example:
    text, shown = _put_into_frame(fence.notes, fence.text)
    example = Example(fence.line, fence.notes, {_APP: text}, {_APP: shown})
    if "same" in fence.notes:
        example.twin = _put_into_frame(fence.notes, f"@use {fence.notes['same']}\n")[0]
    return example


def _put_into_frame(notes: Mapping[str, str], text: str) -> tuple[str, range]:
    """A whole project with these lines in it, and the numbers of these lines."""
    around = [header.strip() for header in notes.get("in", "").split("/") if header]
    frame = notes.get("with", "library" if around else "")
    lines = (_FRAMES / f"{frame}.dsl").read_text(encoding="utf-8").splitlines() if frame else []
    first, own = _find_place(lines, around), text.splitlines()
    margin = "  " * len(around)
    lines[first:first] = [f"{margin}{line}" if line else "" for line in own]
    return "\n".join(lines) + "\n", range(first + 1, first + 1 + len(own))


def _find_place(lines: list[str], around: list[str]) -> int:
    """Where the block that these headers lead to ends; headers that are missing are added."""
    start, end = 0, len(lines)
    for depth, header in enumerate(around):
        margin = "  " * depth
        wanted = re.compile(rf"{margin}{re.escape(header)}(?!\w)")
        found = next((n for n in range(start, end) if wanted.match(lines[n])), None)
        if found is None:
            found = end
            lines.insert(end, f"{margin}{header}:")
        start = found + 1
        inner = f"{margin}  "
        rest = (n for n in range(start, len(lines)) if lines[n] and not lines[n].startswith(inner))
        end = next(rest, len(lines))
    return end
