"""A person's own copy of an example, built once, to edit and to build again."""

import shutil
from pathlib import Path

from tests.projects import BACKEND, FIXTURES, BuiltProject, Done, run_dazzle

MIGRATIONS = "core/migrations"


class Workshop:
    """A person's copy of `simple_task`, built once."""

    def __init__(self, folder: Path) -> None:
        shutil.copytree(FIXTURES / "simple_task", folder)
        self.folder = folder
        self.project = BuiltProject("simple_task", folder / "build" / BACKEND)
        assert self.build().returncode == 0

    def build(self, *arguments: str) -> Done:
        """What `dazzle build` does in the folder."""
        return run_dazzle(self.folder, "build", *arguments)

    def rebuild(self, *arguments: str) -> str:
        """What a build says that does all that it is to do."""
        done = self.build(*arguments)
        assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr
        return done.stdout

    def resolve(self, path: str, side: str) -> Done:
        """What `dazzle resolve` does in the app's folder."""
        return run_dazzle(self.project.folder, "resolve", path, f"--{side}")

    def add_field(self, line: str) -> None:
        """Give the entity one more field, as its first."""
        self.describe("entity Task", f"\n  {line}")

    def describe(self, head: str, text: str) -> None:
        """Write something below a line of the project's description."""
        file = self.folder / "dsl/app.dsl"
        before, start, rest = file.read_text(encoding="utf-8").partition(head)
        first, _, body = rest.partition("\n")
        file.write_text(f"{before}{start}{first}{text}\n{body}", encoding="utf-8")

    def change_description(self, old: str, new: str) -> None:
        """Write something else in the project's description."""
        self._change(self.folder / "dsl/app.dsl", old, new)

    def change(self, path: str, old: str, new: str) -> None:
        """Write something else in a file of the app, as a person does."""
        self._change(self.project.folder / path, old, new)

    def _change(self, place: Path, old: str, new: str) -> None:
        text = place.read_text(encoding="utf-8")
        assert text.count(old) >= 1, old
        place.write_text(text.replace(old, new, 1), encoding="utf-8")

    def append(self, path: str, text: str) -> None:
        """Write something at the end of a file of the app."""
        with (self.project.folder / path).open("a", encoding="utf-8") as file:
            file.write(text)

    def read(self, path: str) -> str:
        """What is in a file of the app."""
        return (self.project.folder / path).read_text(encoding="utf-8")

    def read_files(self) -> dict[str, bytes]:
        """Every file of the output."""
        root = self.project.folder
        paths = (path for path in root.rglob("*") if path.is_file())
        return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}

    def list_migrations(self) -> list[str]:
        """The names of the migrations, in order."""
        return sorted(path.name for path in (self.project.folder / MIGRATIONS).glob("0*.py"))

    def check_app(self) -> None:
        """Hold the app against itself: it is sound, and its migrations are those of its models."""
        for command in (["check"], ["makemigrations", "--check", "--dry-run"], ["migrate", "-v0"]):
            done = self.project.manage(*command)
            assert done.returncode == 0, done.stdout + done.stderr
