"""The command `dazzle plan`."""

import typer

from transformer.cli.arguments import (
    HERE,
    AllowLoss,
    AsJson,
    Backends,
    Force,
    ManifestFile,
    OutputFolder,
    ProjectPath,
    StackName,
    Strict,
)


def plan(
    project: ProjectPath = HERE,
    stack: StackName = None,
    backend: Backends = None,
    output: OutputFolder = None,
    manifest_file: ManifestFile = None,
    as_json: AsJson = False,
    strict: Strict = False,
    force: Force = False,
    allow_loss: AllowLoss = False,
) -> None:
    """Say what a build would do to files and rows, and do nothing."""
    from transformer.cli import console
    from transformer.cli.build import run_request
    from transformer.cli.build_requests import BuildRequest
    from transformer.output.history import Consent

    files, consent = (project, stack, backend or (), output, manifest_file), Consent(allow_loss)
    result = run_request(BuildRequest(*files, strict, force, consent, is_trial=True))
    console.say_result(result, as_json=as_json, is_trial=True)
    raise typer.Exit(int(not result.is_done))
