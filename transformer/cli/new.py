"""The command `dazzle new`."""

from typing import Annotated

import typer

from transformer.cli.arguments import HERE
from transformer.cli.refusals import refuse, refuse_to_write


def new(name: Annotated[str, typer.Argument(help="The project's name, and its folder's.")]) -> None:
    """Start a project of your own: settings and a commented .dsl file."""
    from transformer.cli.console import say_start
    from transformer.project.scaffold import ScaffoldError, start_project

    try:
        folder = start_project(name, HERE)
    except ScaffoldError as failure:
        refuse(str(failure), 1)
    except OSError as failure:
        refuse_to_write(failure)
    say_start(folder)
