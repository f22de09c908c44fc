"""Builds in a process that stays: what comes of them as values, and no exit."""

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from transformer.cli import console
from transformer.cli.build_requests import BuildRequest, BuildResult
from transformer.cli.incremental import build_incrementally
from transformer.cli.pipeline import build_project
from transformer.cli.refusals import refuse
from transformer.cli.targets import choose_targets
from transformer.development.app_process import Server
from transformer.development.loop import Built
from transformer.diagnostics.problems import Problem
from transformer.diagnostics.reports import describe_problem
from transformer.engine.backend import read_backend
from transformer.engine.errors import BackendError
from transformer.manifest import Analysis
from transformer.output.history import Consent
from transformer.output.paths import MANIFEST
from transformer.project.discovery import Project, find_project
from transformer.project.stack_backends import UnavailableError, choose_stack, list_backends

_UNSETTLED = {"merge-conflict"}
"""What a build leaves to people although it is done."""
_ALLOW = "`--allow-data-loss`"
_RENAMED, _LOST = "Only the name is new", "Accept that these values are lost"
_LONG = 0.3
"""Seconds that a build of the whole may take; of less, no part is built any sooner."""
_ENVIRONMENTS = (".venv", "venv")
_PYTHONS = ("bin/python", "Scripts/python.exe")


class Builder:
    """Builds what is requested, again and again, with all that is warm by then."""

    def __init__(self, request: BuildRequest) -> None:
        """Know what to build."""
        self._request = request
        self._project: Project | None = None
        self._choices = {"": Consent()}
        self._takes_long = False

    def find_folder(self) -> Path:
        """Find the folder to watch; exit if nothing can be served whatever is edited there."""
        project, problems, sources = find_project(self._request.path)
        console.tell_project(project)
        if project is None and not self._request.path.is_dir():
            console.say_problems(problems, sources)
            refuse("there is no project to serve", 1)
        try:
            if project and not any(self._find_servers(project)):
                stack = choose_stack(self._request.stack, project)
                refuse(f"nothing of the stack `{stack}` can be served; `dazzle build` builds it", 2)
        except UnavailableError as missing:
            refuse(str(missing), missing.status)
        return project.folder if project else self._request.path

    def build(self, choice: str = "") -> Built:
        """Build once, by what somebody has chosen, and say what came of it."""
        try:
            result = self._build(self._choices.get(choice, Consent()))
            servers = [*self._find_servers(result.analysis.project)]
        except UnavailableError as missing:
            problem = Problem("stack-unavailable", words={"reason": str(missing)})
            result, servers = BuildResult(Analysis(None, [], {}, None), (problem,)), []
        console.say_problems(result.problems, result.analysis.sources)
        console.say_build(replace(result, stack=None))
        return self._describe(result, next(iter(servers), None))

    def _build(self, consent: Consent) -> BuildResult:
        """Build what an edit has an effect on, where the whole takes long.

        Raises UnavailableError if the stack or a backend isn't there.
        """
        request = replace(self._request, consent=consent, is_remembered=self._takes_long)
        result = build_incrementally(request) or build_project(request)
        self._takes_long = self._takes_long or result.seconds > _LONG
        return result

    def _describe(self, result: BuildResult, server: Server | None) -> Built:
        analysis = result.analysis
        self._project = analysis.project or self._project
        errors = [problem for problem in result.problems if problem.level == "error"]
        shown = errors or [each for each in result.problems if each.code in _UNSETTLED]
        reports = [describe_problem(problem, analysis.sources) for problem in shown]
        self._choices = {"": Consent(), **dict(_list_choices(errors))}
        project = self._project.folder.resolve() if self._project else Path()
        folders = {file.resolve().parent for file in self._project.sources} if self._project else ()
        return Built(
            project,
            "\n\n".join(reports),
            not errors,
            tuple(filter(None, self._choices)),
            server if server and (server.folder / MANIFEST).is_file() else None,
            tuple(_list_changed(result)),
            (project, *folders, *([server.folder] if server else ())),
        )

    def _find_servers(self, project: Project | None) -> Iterator[Server]:
        """Find what can be served of a stack.

        Raises UnavailableError if the stack isn't there.
        """
        backends = list_backends(choose_stack(self._request.stack, project))
        for target, backend in choose_targets(self._request, project, backends).items():
            try:
                program = read_backend(backend).server
            except BackendError:
                continue  # which a build reports
            if program:
                folder = target.resolve()
                places = (folder, project.folder) if project else (folder,)
                yield Server(find_python(places), program, folder)


def _list_choices(errors: Sequence[Problem]) -> Iterator[tuple[str, Consent]]:
    """List what a person can say to errors that no edit needs to mend, with what it says."""
    questions = [each.words["question"] for each in errors if "question" in each.words]
    if len(questions) == len(errors) == 1:
        yield _RENAMED, Consent(answers={questions[0]: True})
    if errors and all(_ALLOW in (each.hint or "") for each in errors):
        yield _LOST, Consent(allow_loss=True)


def _list_changed(result: BuildResult) -> Iterator[Path]:
    for target, outcome in result.outcomes.items():
        folder = target.resolve()
        yield from (folder / path for path in (*outcome.written, *outcome.removed))


def find_python(places: tuple[Path, ...]) -> str:
    """Find the interpreter with the app's packages: of a virtual environment, or else this one."""
    named = os.environ.get("VIRTUAL_ENV")
    inside = (place / name for place in places for name in _ENVIRONMENTS)
    for environment in (*inside, *([Path(named)] if named else ())):
        for name in _PYTHONS:
            if (environment / name).is_file():
                return str((environment / name).absolute())
    return sys.executable
