"""What the command says: reports for people, on a terminal in colour, and records for programs."""

import json
import os
import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from transformer.cli.file_reports import count_files, plan_files, record_files, tell_files
from transformer.diagnostics.problems import Problem, serialize_problem
from transformer.diagnostics.reports import describe_problem
from transformer.project.stack_rows import read_stacks

if TYPE_CHECKING:
    from transformer.cli.build_requests import BuildResult
    from transformer.project.discovery import Project

_COLOURS = {"error": "31", "warning": "33", "good": "32", "command": "36", "strong": "1"}
_ACTIONS = {"create": "good", "merge": "command", "delete": "warning", "conflict": "error"}
_RULE = "-" * 60
_MENTIONED = 3


def paint(style: str, text: str) -> str:
    """Colour a text in a style; off a terminal, and where `NO_COLOR` is set, it stays plain."""
    if not sys.stdout.isatty() or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return text
    return f"\x1b[{_COLOURS[style]}m{text}\x1b[0m"


def say(text: str = "") -> None:
    """Print a line; what the terminal's encoding lacks is replaced rather than fatal."""
    encoding = sys.stdout.encoding or "utf-8"
    print(text.encode(encoding, "replace").decode(encoding))


def tell_project(project: "Project | None") -> None:
    """Say which project is meant where it isn't the one that was named; on standard error."""
    if project and project.is_elsewhere:
        print(f"Using the project in {shorten_path(project.folder)}", file=sys.stderr)


def say_problems(problems: Iterable[Problem], sources: Mapping[str, str]) -> None:
    """Print a report of each problem, and how many there are."""
    counts = {"error": 0, "warning": 0}
    codes: dict[str, dict[str, None]] = {"error": {}, "warning": {}}
    for problem in problems:
        codes[problem.level][problem.code] = None
        counts[problem.level] += 1
        say(describe_problem(problem, sources, paint))
        say()
    said = [f"{number} {level}{'s' * (number > 1)}" for level, number in counts.items() if number]
    if said:
        say(paint("error" if counts["error"] else "warning", " and ".join(said)))
        say(_point_to_explanation([*codes["error"], *codes["warning"]]))


def _point_to_explanation(codes: list[str]) -> str:
    if len(codes) == 1:
        return f"`dazzle explain {codes[0]}` says more."
    others = ", …" if len(codes) > _MENTIONED else ""
    return f"`dazzle explain CODE` says more: {', '.join(codes[:_MENTIONED])}{others}"


def say_result(result: "BuildResult", *, as_json: bool, is_trial: bool) -> None:
    """Print what a build did or would do, and what it found; for people or for programs."""
    tell_project(result.analysis.project)
    if as_json:
        say_record(make_record(result.problems, result))
        return
    say_problems(result.problems, result.analysis.sources)
    (say_plan if is_trial else say_build)(result)


def say_build(build: "BuildResult") -> None:
    """Print what a build wrote, how long it took and what to type next, if it is done."""
    if not build.is_done:
        return
    for target, outcome in build.outcomes.items():
        where = shorten_path(target)
        said = f"{count_files(outcome)} files in {build.seconds:.2f} s"
        say(f"{paint('good', '✓')} Built {where}: {said}")
        for line in tell_files(outcome):
            say(f"  {line}")
        if outcome.written and build.stack:
            say()
            say_next(target, build.stack, has_migration=bool(outcome.operations))


def say_plan(build: "BuildResult") -> None:
    """Print what a build would do to each file, and to rows."""
    for target, outcome in build.outcomes.items():
        if outcome.is_stopped and not outcome.conflicts:
            continue
        planned = list(plan_files(outcome))
        for action, path in planned:
            say(f"{paint(_ACTIONS.get(action, 'strong'), f'{action:<8}')} {path}")
        for operation in outcome.operations:
            say(f"{paint('strong', 'migrate ')} {operation}")
        changes = build.find_changes(target)
        for page in changes.pages:
            say(f"{paint('strong', 'page    ')} {page}")
        for right in changes.rights:
            say(f"{paint('warning', 'rights  ')} {right}")
        unchanged = f"{len(outcome.unchanged)} unchanged"
        say(f"{shorten_path(target)}: {_count_actions(planned)}{unchanged}")


def _count_actions(planned: Iterable[tuple[str, str]]) -> str:
    counts = Counter(action for action, _ in planned)
    return "".join(f"{number} to {action}, " for action, number in counts.items())


def say_next(target: Path, stack: str, *, has_migration: bool = False) -> None:
    """Print the commands that run what was built."""
    row = read_stacks()[stack]
    commands = list(row["commands"])
    if has_migration and "migrate" in row:
        commands.insert(-1, row["migrate"])
    if target.resolve() != Path.cwd():
        commands.insert(0, f"cd {shorten_path(target).removeprefix('./')}")
    say("Next:")
    for command in commands:
        say(paint("command", f"  {command}"))


def shorten_path(path: Path) -> str:
    """Shorten a path to what one would type from here."""
    here = Path.cwd()
    whole = path.resolve()
    if whole == here:
        return "."
    if whole.is_relative_to(here):
        return f"./{whole.relative_to(here).as_posix()}"
    return (
        Path(os.path.relpath(whole, here)).as_posix() if here.is_relative_to(whole) else str(path)
    )


def say_demo(stack: str, folder: Path, *, chosen: bool) -> None:
    """Print what a demo is and where to go from it."""
    row = read_stacks()[stack]
    if not chosen:
        say(f"Using default: '{stack}'\n")
    say(f"{paint('good', '✓')} Demo created: {shorten_path(folder)}\n")
    _say_points(f"{row['summary']}:", row["points"])
    _say_points("Perfect for:", row["uses"])
    say_next(folder, stack)
    say(f"\n{row['advice']}\n\n{_RULE}")
    say("Other available stacks:")
    say(f"  {'dazzle demo --list':<28} # See all stack options\n\nPopular choices:")
    for name, other in read_stacks().items():
        if name != stack:
            say(f"  {f'dazzle demo {name}':<28} # {other['description']}{_say_whether_built(name)}")
    say("=" * 60)


def _say_points(heading: str, points: Iterable[str]) -> None:
    say(heading)
    for point in points:
        say(f"  - {point}")
    say()


def _say_whether_built(stack: str) -> str:
    from transformer.project.stack_backends import is_built  # seldom needed

    return "" if is_built(stack) else " [not built yet]"


def say_stacks() -> None:
    """Print every stack with its description."""
    for name, row in read_stacks().items():
        say(f"  {paint('strong', f'{name:<14}')} {row['description']}{_say_whether_built(name)}")


def say_stack(stack: str, backends: Iterable[str]) -> None:
    """Print what a stack is made of, and the files of each backend."""
    from transformer.engine.backend import list_sources

    say(f"{paint('strong', stack)}: {read_stacks()[stack]['description']}")
    for backend in backends:
        say(f"\n{backend} writes")
        for source in list_sources(backend):
            each = f"  for each of: {source.each}" if source.each else ""
            when = f"  if: {source.when}" if source.when else ""
            target = re.sub(r"\$\{?(\w+)\}?", lambda name: name[1].upper(), source.target)
            say(f"  {target}{each}{when}")


def say_start(folder: Path) -> None:
    """Print what a new project consists of and what to do with it."""
    say(f"{paint('good', '✓')} Project created: {shorten_path(folder)}\n")
    say("Describe your app in dsl/app.dsl, which starts with an example. Then:")
    for command in (f"cd {shorten_path(folder).removeprefix('./')}", "dazzle dev"):
        say(paint("command", f"  {command}"))


def say_welcome() -> None:
    """Print where to begin, for whoever types the bare command."""
    say("dazzle turns a short description of an app into a complete project.\n")
    for command, use in (
        ("dazzle demo", "see a small app run"),
        ("dazzle new my_app", "start an app of your own"),
        ("dazzle dev", "serve the project in this folder, and show each edit"),
        ("dazzle build", "build it"),
        ("dazzle --help", "everything else"),
    ):
        say(f"  {paint('command', f'{command:<20}')} {use}")


def say_record(build_record: Mapping[str, Any]) -> None:
    """Print one JSON object."""
    say(json.dumps(build_record, indent=2, ensure_ascii=True))


def make_record(problems: Iterable[Problem], build: "BuildResult | None" = None) -> dict[str, Any]:
    """Make what a program wants to know of a run: whether it went well, its problems, the files."""
    records = [serialize_problem(problem) for problem in problems]
    record: dict[str, Any] = {
        "ok": not any(problem["level"] == "error" for problem in records),
        "problems": records,
    }
    if build is not None:
        record["seconds"] = round(build.seconds, 3)
        record["outputs"] = [
            {
                "folder": target.as_posix(),
                **record_files(outcome),
                **asdict(build.find_changes(target)),
            }
            for target, outcome in build.outcomes.items()
        ]
    return record
