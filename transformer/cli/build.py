"""The command `dazzle build`."""

from typing import TYPE_CHECKING

import typer

from transformer.cli.arguments import (
    HERE,
    AllowLoss,
    AsJson,
    Backends,
    Check,
    Force,
    ManifestFile,
    OutputFolder,
    ProjectPath,
    StackName,
    Strict,
)
from transformer.cli.refusals import refuse

_CHANGES = 2
"""The exit status of `--check` where a build would change something."""

if TYPE_CHECKING:
    from transformer.cli.build_requests import BuildRequest, BuildResult


def build(
    project: ProjectPath = HERE,
    stack: StackName = None,
    backend: Backends = None,
    output: OutputFolder = None,
    manifest_file: ManifestFile = None,
    as_json: AsJson = False,
    strict: Strict = False,
    force: Force = False,
    allow_loss: AllowLoss = False,
    check: Check = False,
) -> None:
    """Build the app. What you changed by hand is kept and merged with what is new."""
    from transformer.cli import console
    from transformer.cli.build_requests import BuildRequest
    from transformer.output.history import Consent

    files, consent = (project, stack, backend or (), output, manifest_file), Consent(allow_loss)
    request = BuildRequest(*files, strict, force, consent, is_trial=check)
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
        from transformer.cli.questions import build_asking  # and all that a build takes

        return build_asking(request, may_ask=may_ask)
    except UnavailableError as missing:
        refuse(str(missing), missing.status)
