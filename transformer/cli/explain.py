"""The command `dazzle explain`."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

if TYPE_CHECKING:
    from transformer.diagnostics.explanations import Example, Explanation

Code = Annotated[
    str, typer.Argument(help="A code such as `unknown-type`; without it, all are listed.")
]
_SIGNS = {"\t": "⇥", "\N{NO-BREAK SPACE}": "⍽"}
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object, for programs.")]


def explain_problem(code: Code = "", as_json: AsJson = False) -> None:
    """Say what a problem's code means, with a wrong and a right example."""
    from transformer.cli.console import say, say_record
    from transformer.diagnostics.explanations import explain_code

    if not code:
        _list_codes(as_json=as_json)
        return
    wanted = _strip_code(code)
    try:
        explanation = explain_code(wanted)
    except KeyError:
        _refuse_code(wanted)
    if as_json:
        say_record(asdict(explanation))
        return
    for line in _describe_explanation(explanation):
        say(line)


def _strip_code(code: str) -> str:
    """Strip a code of what was copied with it of its report, as in `error[unknown-type]:`."""
    return code.partition("[")[2].partition("]")[0] or code.strip().lower()


def _refuse_code(code: str) -> NoReturn:
    from transformer.diagnostics.problems import find_closest, show_word
    from transformer.diagnostics.resources import read_table

    near = find_closest(code, read_table("language/problems", dict[str, dict[str, str]]))
    told = f"did you mean `{near}`?" if near else "`dazzle explain` lists them all"
    typer.echo(f"dazzle: there is no code `{show_word(code)}`; {told}", err=True)
    raise typer.Exit(2)


def _list_codes(*, as_json: bool) -> None:
    from transformer.cli.console import paint, say, say_record
    from transformer.diagnostics.explanations import explain_code, list_codes

    groups = {group: list(map(explain_code, codes)) for group, codes in list_codes().items()}
    if as_json:
        known = [(group, each) for group, rows in groups.items() for each in rows]
        say_record({"codes": [_make_record(group, each) for group, each in known]})
        return
    for group, rows in groups.items():
        say(paint("strong", group))
        for each in rows:
            level = paint(each.level, f"{each.level:<8}")
            say(f"  {each.code:<30} {level} {each.message.splitlines()[0]}")
        say()
    say("`dazzle explain CODE` says more about one.")


def _make_record(group: str, each: "Explanation") -> dict[str, str]:
    return {"code": each.code, "level": each.level, "group": group, "message": each.message}


def _describe_explanation(explanation: "Explanation") -> Iterator[str]:
    from transformer.cli.console import paint

    level = explanation.level
    yield f"{paint(level, f'{level}[{explanation.code}]')}: {explanation.message}"
    for text in (explanation.hint, explanation.reason):
        if text:
            yield ""
            yield from text.splitlines()
    for title, example in (("Wrong", explanation.wrong), ("Right", explanation.right)):
        if example:
            yield ""
            yield from _describe_example(title, example)


def show_spaces(line: str) -> str:
    """Show the spaces in front of a line that aren't plain ones, and leave out those at its end.

    >>> show_spaces("\\tsize: int ")
    '⇥size: int'
    """
    text = line.strip()
    front = line[: line.find(text)] if text else ""
    return "".join(" " if each == " " else _SIGNS.get(each, "·") for each in front) + text


def _describe_example(title: str, example: "Example") -> Iterator[str]:
    from transformer.cli.console import paint

    yield paint("strong", f"{title}, in {example.file}:" if example.file else f"{title}:")
    yield ""
    yield from (f"    {show_spaces(line)}".rstrip() for line in example.text.split("\n"))
    if example.report:
        yield ""
        yield from (f"    {line}".rstrip() for line in ("gives", "", *example.report.splitlines()))
