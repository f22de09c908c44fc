"""The command `dazzle dev`."""

import signal
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from transformer.cli.arguments import HERE, OutputFolder, ProjectPath, StackName
from transformer.cli.refusals import refuse

if TYPE_CHECKING:
    from pathlib import Path

    from transformer.cli.build_requests import BuildRequest
    from transformer.development.front import Front

Port = Annotated[int, typer.Option("--port", min=1, max=65535, help="Where the app is served.")]


def dev(
    project: ProjectPath = HERE,
    port: Port = 8000,
    stack: StackName = None,
    output: OutputFolder = None,
) -> None:
    """Serve the app while you work on it: each save is built, migrated and shown."""
    try:
        from transformer.cli.build_requests import BuildRequest

        signal.signal(signal.SIGTERM, _end)
        _work(BuildRequest(project, stack, output=output), _open_front(port))
    except KeyboardInterrupt:
        typer.echo()


def _end(number: int, _: object) -> NoReturn:
    raise SystemExit(128 + number)


def _open_front(port: int) -> "Front":
    from transformer.development.front import Front

    try:
        return Front(port)
    except OSError as error:
        refuse(f"can't serve at port {port}: {error.strerror}; `--port` takes another one", 1)


def _work(request: "BuildRequest", front: "Front") -> None:
    """Build and serve until Ctrl-C."""
    from transformer.cli.dev_builds import Builder
    from transformer.cli.dev_reports import DevReporter, hear_answers
    from transformer.development.loop import Development
    from transformer.development.processes import PackageMissingError

    builder = Builder(request)
    development = Development(builder.build, DevReporter(front.server_port), front)
    try:
        hear_answers(development.events.put)
        development.run(builder.find_folder())
    except PackageMissingError as missing:
        refuse(_explain_missing(str(missing), missing.folder), 1)
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # it is ending already
        development.stop()


def _explain_missing(package: str, folder: "Path") -> str:
    from transformer.cli.console import shorten_path

    needs = folder / "requirements.txt"
    return (
        f"the app needs packages that aren't installed, such as `{package}`. "
        f"In a virtual environment:\n\n  pip install -r {shorten_path(needs)}\n"
    )
