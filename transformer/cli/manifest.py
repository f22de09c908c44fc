"""The command `dazzle manifest`."""

from pathlib import Path
from typing import Annotated

import typer

from transformer.cli.arguments import HERE, ProjectPath
from transformer.cli.refusals import refuse_to_write


def manifest(
    project: ProjectPath = HERE,
    output: Annotated[
        Path | None, typer.Option(help="The file to write; without it, print.")
    ] = None,
) -> None:
    """Print the manifest: the app in full, as every backend sees it."""
    from transformer.cli.console import say, say_problems, tell_project
    from transformer.diagnostics.problems import has_errors
    from transformer.manifest import dump_manifest, find_faults, read_project

    analysis = read_project(project)
    tell_project(analysis.project)
    faults = find_faults(analysis.manifest, analysis.places) if analysis.manifest else []
    if analysis.manifest is None or has_errors([*analysis.problems, *faults]):
        say_problems([*analysis.problems, *faults], analysis.sources)
        raise typer.Exit(1)
    text = dump_manifest(analysis.manifest)
    if output is None:
        say(text.rstrip("\n"))
        return
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as failure:
        refuse_to_write(failure)
