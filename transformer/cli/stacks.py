"""The command `dazzle stacks`."""

from typing import Annotated

import typer

from transformer.cli.refusals import refuse


def stacks(
    name: Annotated[str | None, typer.Argument(help="The stack to describe.")] = None,
) -> None:
    """Show what a stack is made of and which files it writes."""
    from transformer.cli.console import say_stack, say_stacks
    from transformer.project.stack_backends import UnavailableError, list_backends

    if name is None:
        say_stacks()
        return
    try:
        say_stack(name, list_backends(name))
    except UnavailableError as missing:
        refuse(str(missing), missing.status)
