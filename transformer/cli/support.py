"""Warnings for what the backends of a stack don't implement or enforce, with their places."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from transformer.diagnostics.problems import Problem, Span, find_closest, promote_warnings
from transformer.engine.capabilities import Omission
from transformer.engine.errors import BackendError
from transformer.engine.omissions import find_omissions
from transformer.engine.refused_parts import find_refusals
from transformer.manifest import Analysis
from transformer.project.settings import DEFAULT_STACK, is_foreign_stack
from transformer.project.stack_backends import UnavailableError, choose_stack, list_backends

# Who gets at a page, by the property `access` of the app.
_EVERYBODY = {
    "private": "every signed-in user",
    "read": "every signed-in user, and to look at them every visitor,",
    "open": "every visitor, signed in or not,",
}


def validate_project(
    analysis: Analysis, stack: str | None, *, strict: bool
) -> tuple[list[Problem], Mapping[str, str]]:
    """List all that a build of a project would say before it writes, and the sources meant.

    A stack that isn't there yet leaves nothing more to say of the project than that.
    """
    try:
        backends = list_backends(choose_stack(stack, analysis.project))
        return check_project(analysis, stack, backends, strict=strict), analysis.sources
    except UnavailableError as missing:
        problems = promote_warnings(analysis.problems, strict=strict)
        problem = Problem("stack-unavailable", words={"reason": str(missing)})
        return [*problems, problem], analysis.sources
    except BackendError as error:
        problem, sources = locate_error(error, analysis.sources)
        return [*promote_warnings(analysis.problems, strict=strict), problem], sources


def check_project(
    analysis: Analysis, stack: str | None, backends: Sequence[str], *, strict: bool
) -> list[Problem]:
    """List all that is wrong with a project, and what the backends leave out of it.

    `stack` is the one that was asked for. Raises BackendError if something is wrong with a backend.
    """
    words = {"word": stack or "", "instead": DEFAULT_STACK}
    foreign = [Problem("foreign-stack", words=words)] if is_foreign_stack(stack) else []
    problems = promote_warnings([*foreign, *analysis.problems], strict=strict)
    if analysis.manifest is None:
        return problems
    refusals = report_refusals(analysis, analysis.manifest, backends)
    omissions = report_omissions(analysis, analysis.manifest, backends, strict=strict)
    return [*problems, *refusals, *omissions]


def report_refusals(
    analysis: Analysis, manifest: dict[str, Any], backends: Sequence[str]
) -> list[Problem]:
    """Report what keeps the backends from building a manifest.

    Raises BackendError if something is wrong with a backend.
    """
    return [
        Problem(each.code, analysis.locate(each.path), dict(each.words))
        for backend in backends
        for each in find_refusals(manifest, backend)
    ]


def report_omissions(
    analysis: Analysis, manifest: dict[str, Any], backends: Sequence[str], *, strict: bool
) -> list[Problem]:
    """Report what the backends make nothing of, once per kind, and the rules they don't enforce.

    Raises BackendError if something is wrong with a backend.
    """
    problems = [
        _make_problem(analysis, manifest, Path(backend).name, omission)
        for backend in backends
        for omission in find_omissions(manifest, backend)
    ]
    return promote_warnings(problems, strict=strict)


def _make_problem(
    analysis: Analysis, manifest: Mapping[str, Any], backend: str, omission: Omission
) -> Problem:
    words = {"backend": backend, "what": omission.name}
    words |= {"follows": omission.follows} if omission.follows else {}
    code = "not-built"
    if omission.exposes:
        whom = _EVERYBODY[manifest["app"].get("access", "private")]
        words["exposes"] = omission.exposes.replace("$everybody", whom)
        is_accepted = manifest["deployment"].get("unenforced") == "accept"
        code = "enforcement-waived" if is_accepted else "not-enforced"
    places = list(dict.fromkeys(_list_places(analysis, omission)))
    related = tuple(("", span) for span in places[1:])
    return Problem(code, places[0] if places else None, words, related)


def _list_places(analysis: Analysis, omission: Omission) -> Iterator[Span]:
    for path in omission.paths:
        if span := analysis.locate(path):
            yield span


def locate_error(error: BackendError, sources: Mapping[str, str]) -> tuple[Problem, dict[str, str]]:
    """Make a problem of what is wrong with a backend; the sources then have the file with it."""
    words, shown = dict(error.words), dict(sources)
    if meant := find_closest(words.get("word", ""), words.get("known", "").split(", ")):
        words["closest"] = meant
    if error.file is None:
        return Problem(error.code, None, words), shown
    text = error.file.read_text("utf-8", "replace") if error.file.is_file() else ""
    shown[str(error.file)] = text
    span = point_at(str(error.file), text, error.line, words.get("word", ""))
    return Problem(error.code, span, words), shown


def point_at(file: str, text: str, number: int, word: str) -> Span:
    """Find the place of a word on a line of a file, or all of the line."""
    line = dict(enumerate(text.split("\n"), 1)).get(number, "")
    meant = word if word and word in line else line.strip()
    column = line.find(meant) + 1
    return Span(file, number, column, column + max(1, len(meant)))
