"""How fast a list is whose rows are scoped, beside the same one without rules.

`make bench-scopes` writes the figures into docs/page-speed.md. The two are projects of their own,
each in a process, that are asked in turns.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from list_pages import PARTS, ROOT
from page_report import put_sections
from serving import PRODUCTION, manage

ROLES = 20
COUNTS = (1_000, 100_000)
ROUNDS = 15
ADDRESSES = {
    "/visits/": "the list",
    "/visits/?page=20": "its twentieth page",
    "/visits/?state=made&sort=-day": "filtered and sorted",
    "/visits/?q=visit+7": "searched",
}
SCOPES = """\
permit:
    list: {all}
    read: {all}
    update: role(role1) and state != billed
  scope:
    list: client.team.region = current_user.team.region and client.archived = false
      as: {near}
    list: client.team = current_user.team
      as: {own}
    list: all
      as: role1"""
Times = Mapping[str, Mapping[str, Sequence[float]]]
"""Project → address → CPU milliseconds of a request in each round."""


def write_rules() -> str:
    """The rules of the entity: each role has one of three scopes."""
    roles = [f"role{number}" for number in range(1, ROLES + 1)]
    anybody = " or ".join(f"role({role})" for role in roles)
    return SCOPES.format(all=anybody, near=", ".join(roles[1:10]), own=", ".join(roles[10:]))


class Rival:
    """A project that answers in a process of its own."""

    def __init__(self, folder: Path, rules: str) -> None:
        """Build the project, with these rules."""
        source = folder / "source"
        source.mkdir(parents=True)
        roles = ", ".join(f"role{number}" for number in range(1, ROLES + 1))
        text = (PARTS / "visits.dsl").read_text().replace("ROLES", roles).replace("RULES", rules)
        (source / "app.dsl").write_text(text)
        settings = '[project]\nname = "visits"\nversion = "1"\nroot = "visits"\n[app]\n'
        (source / "dazzle.toml").write_text(settings + 'access = "private"\n')
        dazzle = [sys.executable, "-m", "transformer", "build", source, "--output", folder / "o"]
        subprocess.run(dazzle, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        self.project = folder / "o/django_micro"
        manage(self.project, "collectstatic", "--noinput", "-v0")

    def fill(self, count: int, rows: Path | None) -> Path:
        """Fill a fresh database with so many rows, or with those of another one; the database."""
        database = self.project / "db.sqlite3"
        for file in self.project.glob("db.sqlite3*"):
            file.unlink()
        if rows:
            shutil.copy(rows, database)
        else:
            manage(self.project, "migrate", "-v0")
            code = (PARTS / "visit_rows.py").read_text().replace("COUNT", str(count))
            manage(self.project, "shell", "-v0", "-c", code)
        manage(self.project, "migrate", "-v0")
        return database

    def start(self) -> None:
        """Start the process."""
        code = (PARTS / "visit_times.py").read_text()
        self.process = subprocess.Popen(
            [sys.executable, "manage.py", "shell", "-v0", "-c", code],
            cwd=self.project,
            env={**os.environ, **PRODUCTION},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def ask(self, word: str, address: str) -> Any:
        """What the process answers."""
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(f"{word} {address}\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def stop(self) -> None:
        """End the process."""
        assert self.process.stdin
        self.process.stdin.close()
        self.process.wait(60)


def main() -> None:
    """Measure, and write the section."""
    with tempfile.TemporaryDirectory() as folder:
        rivals = {
            "with rules": Rival(Path(folder, "ruled"), write_rules()),
            "without": Rival(Path(folder, "open"), ""),
        }
        found = {count: measure(rivals, count) for count in COUNTS}
    put_sections(write_section(found))


def measure(rivals: Mapping[str, Rival], count: int) -> tuple[Times, Mapping[str, list[int]]]:
    """The times of each project, in turns, and the least and most queries of a request."""
    rows: Path | None = None
    for rival in rivals.values():
        rows = rival.fill(count, rows)
        rival.start()
    times: dict[str, dict[str, list[float]]] = {n: {a: [] for a in ADDRESSES} for n in rivals}
    for number in range(ROUNDS + 1):
        for address in ADDRESSES:
            for name, rival in rivals.items():
                time = rival.ask("time", address)
                if number:  # the first one warms up
                    times[name][address].append(time)
    queries = {address: rivals["with rules"].ask("queries", address) for address in ADDRESSES}
    for rival in rivals.values():
        rival.stop()
    return times, queries


def write_section(found: Mapping[int, tuple[Times, Mapping[str, list[int]]]]) -> Iterator[str]:
    """The table of both projects."""
    yield "## Lists with scopes\n"
    yield (
        f"Visits of clients of teams of regions, as {ROLES} people see them, each with another of "
        f"{ROLES} roles: one sees all, nine those of their region, the others those of their team. "
        "The list has a computed value and the sum of what refers to a visit. Its rival is the "
        "same project without a rule, with the same rows, where everybody sees all of them. CPU "
        f"time of a request without a server between, in {ROUNDS} rounds that took turns, in each "
        "of which everybody asks once; a ratio is the median of the rounds' own.\n"
    )
    yield "| | rows | queries | ms with rules | ms without | ratio | of 1,000 rows |"
    yield "|---|---|---|---|---|---|---|"
    few = found[COUNTS[0]][0]["with rules"]
    for count, (times, queries) in found.items():
        for address, title in ADDRESSES.items():
            ruled, plain = times["with rules"][address], times["without"][address]
            ratio = median(a / b for a, b in zip(ruled, plain, strict=True))
            least, most = queries[address]
            number = str(least) if least == most else f"{least}–{most}"
            yield (
                f"| {title} | {count:,} | {number} | {median(ruled):.1f} | {median(plain):.1f} | "
                f"{ratio:.2f} | {median(ruled) / median(few[address]):.2f} |"
            )
    yield ""


if __name__ == "__main__":
    main()
