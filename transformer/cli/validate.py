"""The command `dazzle validate`."""

import typer

from transformer.cli.arguments import HERE, AsJson, ProjectPath, StackName, Strict


def validate(
    project: ProjectPath = HERE,
    stack: StackName = None,
    as_json: AsJson = False,
    strict: Strict = False,
) -> None:
    """Check a project and report everything that is wrong with it, or left out of what is built."""
    from transformer.cli.console import make_record, say, say_problems, say_record, tell_project
    from transformer.cli.support import validate_project
    from transformer.diagnostics.problems import has_errors
    from transformer.manifest import read_project

    analysis = read_project(project)
    tell_project(analysis.project)
    problems, sources = validate_project(analysis, stack, strict=strict)
    if as_json:
        say_record(make_record(problems))
    else:
        say_problems(problems, sources)
        if not has_errors(problems):
            say("✓ The project is valid.")
    raise typer.Exit(int(has_errors(problems)))
