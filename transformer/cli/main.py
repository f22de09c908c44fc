"""The command `dazzle`: arguments in, reports and an exit status out."""

import gc
from typing import Annotated

import typer

from transformer import __version__
from transformer.cli.build import build
from transformer.cli.demo import demo
from transformer.cli.explain import explain_problem
from transformer.cli.format import format_files
from transformer.cli.manifest import manifest
from transformer.cli.new import new
from transformer.cli.stacks import stacks
from transformer.cli.suggestions import Commands
from transformer.cli.validate import validate

_HELP = """Turn a short description of an app into a complete project.

Start with a demo, or with a project of your own:

    dazzle demo

    dazzle new my_app
"""
app = typer.Typer(
    cls=Commands,
    help=_HELP,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def begin(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Say where to begin, if no command is given."""
    from transformer.cli.console import say, say_welcome

    if version:
        say(f"dazzle {__version__}")
    elif context.invoked_subcommand is None:
        say_welcome()


app.command(epilog="Example:  dazzle demo --into todo")(demo)
app.command(epilog="Example:  dazzle new my_app")(new)
app.command(epilog="Example:  dazzle validate --strict")(validate)
app.command(epilog="Example:  dazzle manifest --output manifest.yaml")(manifest)
app.command(epilog="Example:  dazzle build --output dist")(build)
app.command(epilog="Example:  dazzle stacks micro")(stacks)
app.command("explain", epilog="Example:  dazzle explain unknown-type")(explain_problem)
app.command("format", epilog="Example:  dazzle format --check")(format_files)
app.command("fmt", hidden=True)(format_files)


def main() -> None:
    """Run the command with the arguments of the process."""
    gc.disable()  # a run is short: looking for garbage takes longer than there is memory to win
    try:
        app(prog_name="dazzle")
    finally:
        gc.freeze()  # nor is any looked for at the end, whatever `disable` says
