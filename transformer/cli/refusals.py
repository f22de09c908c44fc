"""Commands that can't be run."""

from typing import NoReturn

import typer


def refuse_to_write(failure: OSError) -> NoReturn:
    """Exit with 1 because a file can't be written."""
    refuse(f"can't write {failure.filename}: {failure.strerror}", 1)


def refuse(reason: str, status: int) -> NoReturn:
    """Print why a command can't be run, and exit with a status."""
    typer.echo(f"dazzle: {reason}", err=True)
    raise typer.Exit(status)
