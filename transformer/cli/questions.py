"""Questions of a build that a person answers on a terminal."""

import sys
from dataclasses import replace

import typer

from transformer.cli.build_requests import BuildRequest, BuildResult
from transformer.cli.pipeline import build_project

_QUESTION = "question"


def build_asking(request: BuildRequest, *, may_ask: bool) -> BuildResult:
    """Build what is requested; on a terminal, ask about what a word of a person settles.

    Raises UnavailableError if the stack or a backend isn't there.
    """
    result = build_project(request)
    while may_ask and is_terminal() and (answers := ask_about(result)):
        consent = replace(request.consent, answers={**request.consent.answers, **answers})
        request = replace(request, consent=consent)
        result = build_project(request)
    return result


def is_terminal() -> bool:
    """Tell whether a person can be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask_about(result: BuildResult) -> dict[str, bool]:
    """Ask about each problem that is a question; what it is called, with the answer."""
    return {
        problem.words[_QUESTION]: typer.confirm(
            f"{problem.message}. Has it only got another name?", default=None
        )
        for problem in result.problems
        if _QUESTION in problem.words
    }
