"""The command `dazzle plan`."""

import typer

from transformer.cli.arguments import (
    HERE,
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
) -> None:
    """Say what a build would do to files and rows, and do nothing."""
    from transformer.cli import console
    from transformer.cli.build import run_request
    from transformer.cli.pipeline import BuildRequest

    files = (project, stack, backend or (), output, manifest_file)
    result = run_request(BuildRequest(*files, strict, force, is_trial=True))
    console.tell_project(result.analysis.project)
    if as_json:
        console.say_record(console.make_record(result.problems, result))
    else:
        console.say_problems(result.problems, result.analysis.sources)
        console.say_plan(result)
    raise typer.Exit(int(not result.is_done))
