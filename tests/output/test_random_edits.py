"""Random edits between random builds: nothing that a person wrote is ever lost unsaid."""

import ast
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from transformer.output.folder import Folder
from transformer.output.folders import Manner, write_project
from transformer.output.outcome import Outcome
from transformer.output.resolving import Side, resolve_file

NAMES = st.sampled_from(["Task", "Note", "Zone", "Team", "Tool"])
FIELDS = st.lists(st.sampled_from(["title", "size", "due", "done", "shade"]), unique=True)
MODELS = st.dictionaries(NAMES, FIELDS, min_size=1, max_size=4)
HEADINGS = st.sampled_from(["Chores", "Jobs"])
PYTHON = ("models.py", "views.py")
OWN = "own.py"


def render(models: Mapping[str, list[str]], heading: str) -> dict[str, bytes]:
    """Some files as a backend writes them, with a part for each model."""
    classes = [
        "\n".join([f"class {name}:", *(f"    {f} = field()" for f in fields), "    pass", "", ""])
        for name, fields in models.items()
    ]
    views = [f"class {name}View:\n    columns = {fields}\n\n" for name, fields in models.items()]
    files = {
        "models.py": "import fields\n\n\n" + "\n".join(classes),
        "views.py": "import views\n\n\n" + "\n".join(views),
        "README.md": f"# {heading}\n\n"
        + "".join(f"- {name}\n" for name in models)
        + "\nThe end.\n",
    }
    pages = {f"{name}.html": "\n".join(["<main>", *f, "</main>", ""]) for name, f in models.items()}
    return {path: text.encode() for path, text in (files | pages).items()}


class Life(RuleBasedStateMachine):
    """A project that is built and edited by turns."""

    @initialize(models=MODELS)
    def begin(self, models: dict[str, list[str]]) -> None:
        self.scratch = tempfile.TemporaryDirectory()
        self.folder = Path(self.scratch.name)
        self.files = render(models, "Chores")
        self.edits = 0
        self.deleted: set[str] = set()
        assert write_project(self.folder, self.files).failure is None

    def teardown(self) -> None:
        if hasattr(self, "scratch"):
            self.scratch.cleanup()

    def list_files(self) -> dict[str, str]:
        found = (path for path in self.folder.iterdir() if path.is_file())
        return {path.name: path.read_text(encoding="utf-8") for path in found}

    @rule(data=st.data(), replaces=st.booleans())
    def edit(self, data: st.DataObject, *, replaces: bool) -> None:
        """Write a line that nobody else would, or change one into it."""
        there = self.list_files()
        if not there:
            return
        path = data.draw(st.sampled_from(sorted(there)))
        lines = there[path].split("\n")
        place = data.draw(st.integers(0, len(lines) - 1))
        self.edits += 1
        mark = f"# mine {self.edits}"
        if replaces and path in PYTHON and lines[place].strip() and "#" not in lines[place]:
            lines[place] += f"  {mark}"
        else:
            lines.insert(place, mark)
        (self.folder / path).write_text("\n".join(lines), encoding="utf-8")

    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        there = sorted(self.list_files().keys() & self.files.keys())
        if len(there) > 1:
            path = data.draw(st.sampled_from(there))
            (self.folder / path).unlink()
            self.deleted.add(path)

    @rule()
    def add_own_file(self) -> None:
        (self.folder / OWN).write_text("# mine alone\n", encoding="utf-8")

    @rule(models=MODELS, heading=HEADINGS, strict=st.booleans())
    def build(self, models: dict[str, list[str]], heading: str, *, strict: bool) -> None:
        new = render(models, heading)
        before = self.list_files()
        outcome = write_project(self.folder, new, manner=Manner(strict=strict))
        assert outcome.failure is None and not outcome.replaced
        self.hold(before, outcome)
        if outcome.is_stopped:
            assert self.list_files() == before
            return
        self.files = new
        self.hold_new(before, outcome)
        assert write_project(self.folder, new).written == ()

    @rule(models=MODELS)
    def force(self, models: dict[str, list[str]]) -> None:
        self.files = render(models, "Chores")
        before = self.list_files()
        outcome = write_project(self.folder, self.files, manner=Manner(force=True))
        self.hold(before, outcome)
        self.deleted.clear()
        there = self.list_files()
        assert {path: there[path].encode() for path in self.files} == self.files

    @rule(data=st.data(), side=st.sampled_from(Side))
    def resolve(self, data: st.DataObject, side: Side) -> None:
        waiting = self.folder / ".dazzle/conflicts"
        paths = sorted(path.name for path in waiting.iterdir()) if waiting.is_dir() else []
        if not paths:
            return
        path = data.draw(st.sampled_from(paths))
        before = self.list_files()
        outcome = resolve_file(Folder(self.folder), path, side)
        assert outcome.failure is None
        self.hold(before, outcome)

    def hold(self, before: Mapping[str, str], outcome: Outcome) -> None:
        """Each line of a person's is where it was, or where it is said to be."""
        after = self.list_files()
        for path, text in before.items():
            mine = [line for line in text.split("\n") if "# mine" in line]
            place = outcome.replaced.get(path)
            found = (self.folder / place).read_text("utf-8") if place else after.get(path, "")
            assert [line for line in mine if line not in found] == [], (path, outcome)

    def hold_new(self, before: Mapping[str, str], outcome: Outcome) -> None:
        """What is new is there, but where that was left to the person, or away."""
        after = self.list_files()
        conflicts = {conflict.path for conflict in outcome.conflicts}
        for path, text in self.files.items():
            if path in self.deleted and path not in before:
                assert path not in after
            elif path not in conflicts and "# mine" not in before.get(path, ""):
                assert after[path].encode() == text
        for path in before.keys() - self.files.keys() - {OWN}:
            assert (path in after) == ("# mine" in before[path]), path
        self.deleted &= self.files.keys()

    @invariant()
    def python_is_whole_or_marked(self) -> None:
        for path, text in self.list_files().items() if hasattr(self, "folder") else ():
            if path in PYTHON and "<<<<<<<" not in text:
                ast.parse(text)


TestRandomEdits = Life.TestCase
TestRandomEdits.settings = settings(
    max_examples=int(os.environ.get("RANDOM_EDITS", "40")),
    stateful_step_count=20,
    suppress_health_check=[HealthCheck.too_slow],
)
