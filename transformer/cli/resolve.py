"""The command `dazzle resolve`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from transformer.cli.refusals import refuse

if TYPE_CHECKING:
    from transformer.output.resolving import Side

Files = Annotated[list[Path], typer.Argument(help="The files, as a build named them.")]
Ours = Annotated[bool, typer.Option("--ours", help="Keep a file as it is.")]
Theirs = Annotated[bool, typer.Option("--theirs", help="Take what the build makes of it.")]
Markers = Annotated[bool, typer.Option("--markers", help="Put both in it, to choose by hand.")]


def resolve(
    files: Files, ours: Ours = False, theirs: Theirs = False, markers: Markers = False
) -> None:
    """Settle what you and a build both changed; then build again."""
    from transformer.output.resolving import Side

    chosen = [side for side, on in zip(Side, (ours, theirs, markers), strict=True) if on]
    if len(chosen) != 1:
        refuse("say one of --ours, --theirs and --markers.", 2)
    for file in files:
        _resolve_file(file, chosen[0])


def _resolve_file(file: Path, side: "Side") -> None:
    from transformer.cli.console import say, say_problems, shorten_path
    from transformer.diagnostics.problems import Problem
    from transformer.output.resolving import find_build, resolve_file

    found = find_build(file)
    if found is None:
        refuse(f"{file} doesn't lie in a project that dazzle built.", 1)
    folder, path = found
    outcome = resolve_file(folder, path, side)
    if outcome.failure:
        say_problems([Problem(outcome.failure[0], None, outcome.failure[1])], {})
        raise typer.Exit(1)
    for place in outcome.replaced.values():
        say(f"What you had in {file} is in {shorten_path(folder.target / place)}")
