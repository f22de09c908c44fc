"""The command `dazzle`: arguments in, reports and an exit status out."""

import gc
import sys
from collections.abc import Callable
from typing import Annotated

import typer

from transformer import __version__
from transformer.cli.access import access
from transformer.cli.build import build
from transformer.cli.build_plan import plan
from transformer.cli.demo import demo
from transformer.cli.dev import dev
from transformer.cli.explain import explain_problem
from transformer.cli.format import format_files
from transformer.cli.manifest import manifest
from transformer.cli.new import new
from transformer.cli.resolve import resolve
from transformer.cli.stacks import stacks
from transformer.cli.suggestions import suggest_command
from transformer.cli.validate import validate

_HELP = """Turn a short description of an app into a complete project.

Start with a demo, or with a project of your own:

    dazzle demo

    dazzle new my_app
"""
app = typer.Typer(
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


COMMANDS: dict[str, tuple[Callable[..., None], str]] = {
    "demo": (demo, "dazzle demo --into todo"),
    "new": (new, "dazzle new my_app"),
    "dev": (dev, "dazzle dev --port 8001"),
    "validate": (validate, "dazzle validate --strict"),
    "access": (access, "dazzle access --as manager"),
    "manifest": (manifest, "dazzle manifest --output manifest.yaml"),
    "plan": (plan, "dazzle plan --json"),
    "build": (build, "dazzle build --output dist"),
    "resolve": (resolve, "dazzle resolve README.md --ours"),
    "stacks": (stacks, "dazzle stacks micro"),
    "explain": (explain_problem, "dazzle explain unknown-type"),
    "format": (format_files, "dazzle format --check"),
}
"""The commands, each with an example, in the order in which help lists them."""

for name, (command, example) in COMMANDS.items():
    app.command(name, epilog=f"Example:  {example}")(command)
app.command("fmt", hidden=True)(format_files)


def main() -> None:
    """Run the command with the arguments of the process."""
    gc.disable()  # a run is short: looking for garbage takes longer than there is memory to win
    word = next(iter(sys.argv[1:]), "")
    if word not in COMMANDS and (advice := suggest_command(word)):
        typer.echo(f"dazzle: There is no command `{word}`. {advice}.", err=True)
        sys.exit(2)
    try:
        app(prog_name="dazzle")
    finally:
        gc.freeze()  # nor is any looked for at the end, whatever `disable` says
