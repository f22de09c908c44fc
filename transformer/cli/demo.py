"""The command `dazzle demo`."""

from pathlib import Path
from typing import Annotated

import typer

from transformer.cli.build import run_request
from transformer.cli.refusals import refuse, refuse_to_write


def demo(
    stack: Annotated[str, typer.Argument(help="The stack to show.")] = "",
    list_stacks: Annotated[bool, typer.Option("--list", help="Show all stacks instead.")] = False,
    into: Annotated[
        Path | None, typer.Option(help="Where to put it; ./STACK-demo if left out.")
    ] = None,
) -> None:
    """Make a small app that runs, to look at and to play with."""
    from transformer.cli.build_requests import BuildRequest
    from transformer.cli.console import say_demo, say_problems, say_stacks
    from transformer.project.settings import DEFAULT_STACK

    if list_stacks:
        say_stacks()
        return
    name = stack or DEFAULT_STACK
    folder = _start_demo(name, into or Path(f"{name}-demo"))
    result = run_request(BuildRequest(folder))
    say_problems(result.problems, result.analysis.sources)
    if not result.is_done:
        raise typer.Exit(1)
    say_demo(name, folder, chosen=bool(stack))


def _start_demo(stack: str, folder: Path) -> Path:
    from transformer.project.scaffold import ScaffoldError, start_demo
    from transformer.project.stack_backends import UnavailableError, list_backends

    try:
        list_backends(stack)
        return start_demo(stack, folder)
    except UnavailableError as missing:
        refuse(str(missing), missing.status)
    except ScaffoldError as failure:
        refuse(str(failure), 1)
    except OSError as failure:
        refuse_to_write(failure)
