"""The command `dazzle access`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from transformer.cli.arguments import HERE, AsJson, ProjectPath
from transformer.cli.refusals import refuse

if TYPE_CHECKING:
    from collections.abc import Iterable

    from transformer.cli.access_tables import Rights
    from transformer.model import Model
    from transformer.model.access_rights import Right
    from transformer.model.page_rules import PageRule
    from transformer.model.transition_rights import TransitionRight

    _Asked = TypeVar("_Asked", Right, TransitionRight, PageRule)

People = Annotated[str | None, typer.Option("--as", help="Only people with this role.")]
EntityName = Annotated[str | None, typer.Option("--entity", help="Only this entity.")]
AsMarkdown = Annotated[bool, typer.Option("--markdown", help="Print tables of Markdown.")]


def access(
    project: ProjectPath = HERE,
    people: People = None,
    entity: EntityName = None,
    as_markdown: AsMarkdown = False,
    as_json: AsJson = False,
) -> None:
    """Say who may do what with records, by the rules of a project."""
    from transformer.cli import access_tables as tables
    from transformer.cli.console import say, say_record

    rights = _find_rights(_read_model(project), people, entity)
    if as_json:
        say_record(tables.record_all(rights))
        return
    draw = tables.draw_markdown if as_markdown else tables.draw_text
    for line in draw(rights):
        say(line)


def _find_rights(model: "Model", people: str | None, entity: str | None) -> "Rights":
    """Find what rules say of some people and some entity; exit if there is none of that name."""
    from transformer.cli.access_tables import Rights
    from transformer.model.access_rights import list_rights
    from transformer.model.page_rules import list_audiences, list_page_rules
    from transformer.model.transition_rights import list_transition_rights

    rights = list(list_rights(model))
    _check_name("role", people, dict.fromkeys(each.people for each in rights))
    _check_name("entity", entity, dict.fromkeys(each.entity for each in rights))
    return Rights(
        choose(rights, people, entity),
        choose(list_transition_rights(model), people, entity),
        [each for each in list_audiences(model) if entity in (None, each.entity)],
        choose(list_page_rules(model), people, entity),
    )


def choose(rights: "Iterable[_Asked]", people: str | None, entity: str | None) -> "list[_Asked]":
    """Choose what is about some people and some entity; None stands for all of them."""
    about = (each for each in rights if people in (None, each.people))
    return [each for each in about if entity in (None, each.entity)]


def _read_model(project: Path) -> "Model":
    """Read a project; exit with its problems if it has errors."""
    from transformer.cli.console import say_problems, tell_project
    from transformer.diagnostics.problems import has_errors
    from transformer.manifest import read_project
    from transformer.model import build_model

    analysis = read_project(project)
    tell_project(analysis.project)
    if analysis.manifest is None or has_errors(analysis.problems):
        say_problems(analysis.problems, analysis.sources)
        raise typer.Exit(1)
    return build_model(analysis.manifest)


def _check_name(kind: str, name: str | None, known: dict[str, None]) -> None:
    from transformer.diagnostics.problems import find_closest, show_word

    if name is not None and name not in known:
        near = find_closest(name, known)
        told = f"did you mean `{near}`?" if near else f"there are {', '.join(known) or 'none'}"
        refuse(f"there is no {kind} `{show_word(name)}`; {told}", 2)
