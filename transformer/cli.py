"""The command `dazzle`: arguments in, reports and an exit status out."""

import gc
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from transformer import __version__
from transformer.commands.explain import explain_problem
from transformer.commands.hints import Commands
from transformer.commands.layout import format_files

if TYPE_CHECKING:
    from transformer.pipeline import Build, Order

_HERE = Path()
_HELP = """Turn a short description of an app into a complete Django project.

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

ProjectPath = Annotated[
    Path, typer.Argument(help="A project's folder or a .dsl file; without it, the current folder.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object, for programs.")]
Strict = Annotated[bool, typer.Option("--strict", help="Count warnings as errors.")]
StackName = Annotated[
    str | None, typer.Option("--stack", help="What to build: see `dazzle stacks`.")
]
Backends = Annotated[
    list[str] | None, typer.Option("--backend", help="A backend, by name or folder; repeatable.")
]
OutputFolder = Annotated[
    Path | None, typer.Option("--output", help="Where the backends' folders go.")
]
ManifestFile = Annotated[
    Path | None, typer.Option("--manifest", help="Build from a manifest in a file.")
]
Force = Annotated[bool, typer.Option("--force", help="Overwrite files that were changed by hand.")]


@app.callback(invoke_without_command=True)
def begin(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Say where to begin, if no command is given."""
    from transformer.console import say, say_welcome

    if version:
        say(f"dazzle {__version__}")
    elif context.invoked_subcommand is None:
        say_welcome()


@app.command(epilog="Example:  dazzle demo --into todo")
def demo(
    stack: Annotated[str, typer.Argument(help="The stack to show.")] = "",
    list_stacks: Annotated[bool, typer.Option("--list", help="Show all stacks instead.")] = False,
    into: Annotated[
        Path | None, typer.Option(help="Where to put it; ./STACK-demo if left out.")
    ] = None,
) -> None:
    """Make a small app that runs, to look at and to play with."""
    from transformer.console import say_demo, say_problems, say_stacks
    from transformer.pipeline import Order
    from transformer.settings import DEFAULT_STACK

    if list_stacks:
        say_stacks()
        return
    name = stack or DEFAULT_STACK
    folder = _start_demo(name, into or Path(f"{name}-demo"))
    result = _build(Order(folder))
    say_problems(result.problems, result.reading.sources)
    if not result.is_done:
        raise typer.Exit(1)
    say_demo(name, folder, chosen=bool(stack))


def _start_demo(stack: str, folder: Path) -> Path:
    from transformer.stacks import UnavailableError, list_backends
    from transformer.starting import StartError, start_demo

    try:
        list_backends(stack)
        return start_demo(stack, folder)
    except UnavailableError as missing:
        _refuse(str(missing), missing.status)
    except StartError as failure:
        _refuse(str(failure), 1)
    except OSError as failure:
        _refuse_to_write(failure)


@app.command(epilog="Example:  dazzle new my_app")
def new(name: Annotated[str, typer.Argument(help="The project's name, and its folder's.")]) -> None:
    """Start a project of your own: settings and a commented .dsl file."""
    from transformer.console import say_start
    from transformer.starting import StartError, start_project

    try:
        folder = start_project(name, _HERE)
    except StartError as failure:
        _refuse(str(failure), 1)
    except OSError as failure:
        _refuse_to_write(failure)
    say_start(folder)


@app.command(epilog="Example:  dazzle validate --strict")
def validate(
    project: ProjectPath = _HERE,
    stack: StackName = None,
    as_json: AsJson = False,
    strict: Strict = False,
) -> None:
    """Check a project and report everything that is wrong with it, or left out of what is built."""
    from transformer.console import make_record, say, say_problems, say_record, tell_project
    from transformer.diagnostics import has_errors
    from transformer.manifest import read_project
    from transformer.support import validate_project

    reading = read_project(project)
    tell_project(reading.project)
    problems, sources = validate_project(reading, stack, strict=strict)
    if as_json:
        say_record(make_record(problems))
    else:
        say_problems(problems, sources)
        if not has_errors(problems):
            say("✓ The project is valid.")
    raise typer.Exit(int(has_errors(problems)))


@app.command(epilog="Example:  dazzle manifest --output manifest.yaml")
def manifest(
    project: ProjectPath = _HERE,
    output: Annotated[
        Path | None, typer.Option(help="The file to write; without it, print.")
    ] = None,
) -> None:
    """Print the manifest: the app in full, as every backend sees it."""
    from transformer.console import say, say_problems, tell_project
    from transformer.diagnostics import has_errors
    from transformer.manifest import dump_manifest, read_project

    reading = read_project(project)
    tell_project(reading.project)
    if reading.manifest is None or has_errors(reading.problems):
        say_problems(reading.problems, reading.sources)
        raise typer.Exit(1)
    text = dump_manifest(reading.manifest)
    if output is None:
        say(text.rstrip("\n"))
        return
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as failure:
        _refuse_to_write(failure)


@app.command(epilog="Example:  dazzle build --output dist")
def build(
    project: ProjectPath = _HERE,
    stack: StackName = None,
    backend: Backends = None,
    output: OutputFolder = None,
    manifest_file: ManifestFile = None,
    as_json: AsJson = False,
    strict: Strict = False,
    force: Force = False,
) -> None:
    """Build the app. Files that you changed by hand stop it rather than being overwritten."""
    from transformer.console import make_record, say_build, say_problems, say_record, tell_project
    from transformer.pipeline import Order

    order = Order(project, stack, backend or (), output, manifest_file, strict, force)
    result = _build(order)
    tell_project(result.reading.project)
    if as_json:
        say_record(make_record(result.problems, result))
    else:
        say_problems(result.problems, result.reading.sources)
        say_build(result)
    raise typer.Exit(int(not result.is_done))


def _build(order: "Order") -> "Build":
    from transformer.pipeline import build_project
    from transformer.stacks import UnavailableError

    try:
        return build_project(order)
    except UnavailableError as missing:
        _refuse(str(missing), missing.status)


@app.command(epilog="Example:  dazzle stacks micro")
def stacks(
    name: Annotated[str | None, typer.Argument(help="The stack to describe.")] = None,
) -> None:
    """Show what a stack is made of and which files it writes."""
    from transformer.console import say_stack, say_stacks
    from transformer.stacks import UnavailableError, list_backends

    if name is None:
        say_stacks()
        return
    try:
        say_stack(name, list_backends(name))
    except UnavailableError as missing:
        _refuse(str(missing), missing.status)


app.command("explain", epilog="Example:  dazzle explain unknown-type")(explain_problem)
app.command("format", epilog="Example:  dazzle format --check")(format_files)
app.command("fmt", hidden=True)(format_files)


def _refuse_to_write(failure: OSError) -> NoReturn:
    _refuse(f"can't write {failure.filename}: {failure.strerror}", 1)


def _refuse(reason: str, status: int) -> NoReturn:
    typer.echo(f"dazzle: {reason}", err=True)
    raise typer.Exit(status)


def main() -> None:
    """Run the command with the arguments of the process."""
    gc.disable()  # a run is short: looking for garbage takes longer than there is memory to win
    app(prog_name="dazzle")


if __name__ == "__main__":
    main()
