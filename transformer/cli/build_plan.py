"""The command `dazzle plan`."""

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Unpack

import typer

from transformer.cli.arguments import AsJson
from transformer.cli.build import run_request
from transformer.cli.build_options import BuildOptions, make_request, takes_options
from transformer.cli.refusals import refuse

if TYPE_CHECKING:
    from transformer.cli.build_requests import BuildRequest, BuildResult

Since = Annotated[
    str | None, typer.Option("--from", metavar="REV", help="Compare with what git has there.")
]


@takes_options
def plan(*, as_json: AsJson = False, since: Since = None, **options: Unpack[BuildOptions]) -> None:
    """Say what a build would do to files and rows, and do nothing."""
    from transformer.cli import console

    request = make_request(options, is_trial=True)
    result = _compare(request, since) if since else run_request(request)
    console.say_result(result, as_json=as_json, is_trial=True)
    raise typer.Exit(int(not result.is_done))


def _compare(request: "BuildRequest", revision: str) -> "BuildResult":
    """Plan the build on what a revision of git has of its folders."""
    from transformer.cli.pipeline import find_targets
    from transformer.cli.revisions import RevisionError, check_out

    with tempfile.TemporaryDirectory(prefix="dazzle-") as folder:
        place = Path(folder).resolve()
        try:
            targets = find_targets(request)
            check_out({target: place / name for target, name in targets.items()}, revision)
        except RevisionError as error:
            refuse(f"there is nothing to compare with: {error}", 1)
        result = run_request(replace(request, output=place))
        known = {place / name: target for target, name in targets.items()}
        return replace(
            result,
            outcomes={known.get(t, t): each for t, each in result.outcomes.items()},
            changes={known.get(t, t): each for t, each in result.changes.items()},
        )
