"""The command `dazzle build`."""

from typing import TYPE_CHECKING, Unpack

import typer

from transformer.cli.arguments import AsJson, Check
from transformer.cli.build_options import BuildOptions, make_request, takes_options
from transformer.cli.refusals import refuse

_CHANGES = 2
"""The exit status of `--check` where a build would change something."""

if TYPE_CHECKING:
    from transformer.cli.build_requests import BuildRequest, BuildResult


@takes_options
def build(
    *, as_json: AsJson = False, check: Check = False, **options: Unpack[BuildOptions]
) -> None:
    """Build the app. What you changed by hand is kept and merged with what is new."""
    from transformer.cli import console

    request = make_request(options, is_trial=check)
    result = run_request(request, may_ask=not as_json and not check)
    console.say_result(result, as_json=as_json, is_trial=check)
    raise typer.Exit(_CHANGES if check and result.has_changes else int(not result.is_done))


def run_request(request: "BuildRequest", *, may_ask: bool = False) -> "BuildResult":
    """Build what is requested; exit if a stack or backend isn't there."""
    from transformer.cli.incremental import build_incrementally
    from transformer.project.stack_backends import UnavailableError

    try:
        if done := build_incrementally(request):
            return done
        from transformer.cli.manifest_changes import add_changes  # and all that a build takes
        from transformer.cli.questions import build_asking

        result = build_asking(request, may_ask=may_ask)
        return add_changes(result) if request.is_trial else result
    except UnavailableError as missing:
        refuse(str(missing), missing.status)
