"""The command `dazzle format`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from transformer.dsl.formatter.files import Formatting

_STREAM = Path("-")

Target = Annotated[
    Path,
    typer.Argument(
        help="A project's folder or a .dsl file; without it, the current folder. "
        "`-` reads a file from standard input and prints it."
    ),
]
FromStream = Annotated[bool, typer.Option("--stdin", help="The same as `-`, for editors.")]
Check = Annotated[
    bool, typer.Option("--check", help="Write nothing; exit with 1 if a file would change.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object, for programs.")]


def format_files(
    project: Target = Path(),
    check: Check = False,
    from_stream: FromStream = False,
    as_json: AsJson = False,
) -> None:
    """Bring .dsl files into one layout. What they say, and their comments, stay."""
    if from_stream or project == _STREAM:
        raise typer.Exit(_format_stream(check=check))
    from transformer.cli.console import say_record, tell_project
    from transformer.dsl.formatter.files import format_project

    try:
        result = format_project(project, writes=not check)
    except OSError as failure:
        typer.echo(f"dazzle: can't write {failure.filename}: {failure.strerror}", err=True)
        raise typer.Exit(1) from None
    tell_project(result.project)
    if as_json:
        say_record(_make_record(result, check=check))
    else:
        _say_formatting(result, check=check)
    raise typer.Exit(int(not _is_fine(result, check=check)))


def _is_fine(result: "Formatting", *, check: bool) -> bool:
    from transformer.diagnostics.problems import has_errors

    return not has_errors(result.problems) and not (check and result.changed)


def _make_record(result: "Formatting", *, check: bool) -> dict[str, object]:
    from transformer.cli.console import make_record

    record = make_record(result.problems)
    record["ok"] = _is_fine(result, check=check)
    record["changed"], record["unchanged"] = result.changed, result.unchanged
    return record


def _say_formatting(result: "Formatting", *, check: bool) -> None:
    from transformer.cli.console import paint, say, say_problems

    say_problems(result.problems, result.sources)
    for file in result.changed:
        say(f"would format {file}" if check else f"formatted {file}")
    if result.problems or result.changed:
        return
    files = "1 file" if len(result.unchanged) == 1 else f"{len(result.unchanged)} files"
    say(f"{paint('good', '✓')} Nothing to format in {files}.")


def _format_stream(*, check: bool) -> int:
    """Print standard input in the one layout; with errors in it nothing is printed but those."""
    from transformer.diagnostics.reports import describe_problem
    from transformer.dsl.formatter.files import format_text
    from transformer.project.discovery import decode_text

    content = sys.stdin.buffer.read()
    text, problem = decode_text(content, "<stdin>")
    laid, problems = (text, [problem]) if problem else format_text(text, "<stdin>")
    for each in problems:
        typer.echo(describe_problem(each, {"<stdin>": text}), err=True)
    if problems:
        return 1
    if not check:
        sys.stdout.buffer.write(laid.encode())
    return int(check and laid.encode() != content)
