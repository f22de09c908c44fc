"""A project that lives: its folders and database, and the commands that people run there."""

import contextlib
import hashlib
import json
import os
import re
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

from tests.lives.oracle import Tables, read_tables
from tests.output.interruptions import run_forked
from tests.projects import BACKEND, ROOT, BuiltProject, Done, run_python
from transformer.cli.main import main

UNDER_WAY = (".dazzle/conflicts", "__pycache__", ".dazzle/cache", ".dazzle/build")
"""What a refused build may write, or Python does."""


@dataclass(frozen=True)
class Said:
    """What a build says, as programs read it."""

    facts: Mapping[str, Any]

    @property
    def is_built(self) -> bool:
        """Whether all was written."""
        return bool(self.facts.get("ok"))

    @property
    def errors(self) -> list[Mapping[str, Any]]:
        """The problems for which nothing was written."""
        return [each for each in self.facts["problems"] if each["level"] == "error"]

    @property
    def codes(self) -> set[str]:
        """The codes of these."""
        return {each["code"] for each in self.errors}

    @property
    def hints(self) -> str:
        """The ways out that are named."""
        return " ".join(f"{each['message']} {each['hint']}" for each in self.errors)

    def list_files(self, what: str) -> list[str]:
        """The files with which the build did something."""
        return [path for each in self.facts["outputs"] for path in each.get(what, ())]


@dataclass
class LivedProject:
    """A project in a folder of its own, its database, and a copy of both from before a step."""

    folder: Path
    address: str | None = None
    """The address of an empty PostgreSQL server's database; None for SQLite."""

    @property
    def app(self) -> Path:
        """The folder of the app."""
        return self.folder / "project/out" / BACKEND

    @property
    def project(self) -> Path:
        """The folder of the project."""
        return self.folder / "project"

    @property
    def built(self) -> BuiltProject:
        """The app."""
        return BuiltProject(self.folder.name, self.app)

    @property
    def database(self) -> str:
        """The name of the database on a server."""
        return "life_" + re.sub(r"\W", "_", self.folder.name.lower())

    @property
    def variables(self) -> dict[str, str]:
        """Where the app finds its rows."""
        if self.address is None:
            return {}
        return {"DATABASE_URL": self.address.replace("/postgres", f"/{self.database}")}

    def run(self, *words: str) -> tuple[int, str]:
        """Whether `dazzle` broke off, in a process that has imported it, and what it says."""
        out = self.folder / "said"

        def act() -> None:
            with out.open("w") as file:
                os.dup2(file.fileno(), 1)
            with (self.folder / "complaints").open("w") as file:
                os.dup2(file.fileno(), 2)
            sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
            os.chdir(self.project)
            os.environ.pop("DATABASE_URL", None)
            os.environ.update(self.variables, NO_COLOR="1")
            sys.argv = ["dazzle", *words]
            with contextlib.suppress(SystemExit):
                main()
            sys.stdout.flush()

        status = run_forked(act)
        return status, out.read_text(encoding="utf-8")

    def build(self, *words: str) -> Said:
        """What a build does."""
        status, said = self.run("build", ".", "--output", "out", "--json", *words)
        with contextlib.suppress(json.JSONDecodeError):
            return Said(json.loads(said))
        complaints = (self.folder / "complaints").read_text(encoding="utf-8")
        problem = {"code": "", "level": "error", "message": f"{status}: {complaints}", "hint": ""}
        return Said({"ok": False, "problems": [problem], "outputs": []})

    def ask(self, rows: int = 0) -> tuple[Tables, str]:
        """Check, migrate and fill the app; what its tables have, or what went wrong."""
        here = {"PYTHONPATH": str(ROOT), **self.variables}
        done = run_python(self.app, "-m", "tests.lives.app_side", str(rows), **here)
        if done.returncode:
            return {}, f"{done.stdout}\n{done.stderr}"
        return read_tables(json.loads(done.stdout.splitlines()[-1])), ""

    def test(self, *labels: str) -> Done:
        """What the app's own tests say, or some of them."""
        return self.built.manage("test", *labels, "--noinput", "-v0", **self.variables)

    def read_digest(self) -> dict[str, str]:
        """Every file of the app, by its digest."""
        found = {}
        for path in sorted(self.app.rglob("*")):
            name = path.relative_to(self.app).as_posix()
            if path.is_file() and not any(each in name for each in UNDER_WAY):
                found[name] = hashlib.sha256(path.read_bytes()).hexdigest()
        return found

    def write_texts(self, texts: Mapping[str, str]) -> None:
        """Edit the description."""
        for name, text in texts.items():
            (self.project / name).write_text(text, encoding="utf-8")

    def create_database(self) -> None:
        """Have an empty database on the server."""
        self._tell(f"DROP DATABASE IF EXISTS {self.database}", f"CREATE DATABASE {self.database}")

    def keep(self) -> None:
        """Keep all of it, as it is before a step."""
        shutil.rmtree(self.folder / "kept", ignore_errors=True)
        shutil.copytree(self.project, self.folder / "kept", symlinks=True)
        self._tell(
            f"DROP DATABASE IF EXISTS {self.database}_kept",
            f"CREATE DATABASE {self.database}_kept TEMPLATE {self.database}",
        )

    def go_back(self) -> None:
        """Have all of it as it was kept."""
        shutil.rmtree(self.project, ignore_errors=True)
        shutil.copytree(self.folder / "kept", self.project, symlinks=True)
        self._tell(
            f"DROP DATABASE IF EXISTS {self.database}",
            f"CREATE DATABASE {self.database} TEMPLATE {self.database}_kept",
        )

    def end(self) -> None:
        """Let go of what takes room."""
        self._tell(*(f"DROP DATABASE IF EXISTS {self.database}{each}" for each in ("", "_kept")))
        shutil.rmtree(self.folder / "kept", ignore_errors=True)

    def _tell(self, *commands: str) -> None:
        if self.address:
            with psycopg.connect(self.address, autocommit=True) as connection:
                for command in commands:
                    connection.execute(command.encode())


def list_lost(app: Path, marks: Sequence[Sequence[str]], deleted: Sequence[str]) -> list[str]:
    """What people did by hand that isn't there any more."""
    lost = []
    for path, line in marks:
        place = app / path
        lines = place.read_text(encoding="utf-8").split("\n") if place.is_file() else []
        if line not in lines:
            lost.append(f"{path}: the line {line.strip()!r} is gone")
    return lost + [
        f"{path}: it was deleted, and is back" for path in deleted if (app / path).exists()
    ]
