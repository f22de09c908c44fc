"""Formatting of a project's files on disk."""

import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from transformer.diagnostics.problems import Problem, sort_problems
from transformer.dsl.formatter.text_layout import lay_out_text
from transformer.dsl.parser.source_files import list_enums, scan_file
from transformer.dsl.parsing import parse_blocks
from transformer.project.discovery import Project, find_project, read_text, show_path

# An enum may be declared in another file; it doesn't matter for layout.
_OF_MEANING = {"unknown-type"}


@dataclass(slots=True)
class Formatting:
    """The result of formatting: the files that change, those that don't, and the problems."""

    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    sources: dict[str, str] = field(default_factory=dict)
    project: Project | None = None


def format_project(path: Path, *, writes: bool = True) -> Formatting:
    """Format the files of a project; without `writes` only find those that would change.

    A file with errors stays as it is. Raises OSError if one can't be written.
    """
    project, found, sources = find_project(path)
    result = Formatting(sources=sources, project=project)
    if project is None:
        result.problems = sort_problems(found)
        return result
    for file in project.sources:
        _format_file(file, result, writes=writes)
    result.problems = sort_problems(result.problems)
    return result


def format_text(text: str, file: str) -> tuple[str, list[Problem]]:
    """Format a text; return it unchanged, with the errors, if it has any."""
    source = scan_file(text, file)
    _, problems = parse_blocks(source, list_enums([source]))
    problems = [each for each in problems if each.code not in _OF_MEANING]
    problems = [each for each in problems if each.level == "error"]
    return (text, sort_problems(problems)) if problems else (lay_out_text(text), [])


def _format_file(file: Path, result: Formatting, *, writes: bool) -> None:
    shown = show_path(file)
    text, problem = read_text(file)
    if problem:
        result.problems.append(problem)
        return
    result.sources[shown] = text
    laid, problems = format_text(text, shown)
    result.problems += problems
    if problems:
        return
    content = laid.encode()
    is_same = file.read_bytes() == content
    (result.unchanged if is_same else result.changed).append(shown)
    if writes and not is_same:
        _replace_file(file.resolve(), content)


def _replace_file(file: Path, content: bytes) -> None:
    """Replace the content of a file atomically."""
    draft = None
    try:
        with tempfile.NamedTemporaryFile(
            prefix=f".{file.name}-", dir=file.parent, delete=False
        ) as stream:
            draft = Path(stream.name)
            stream.write(content)
        shutil.copymode(file, draft)
        draft.replace(file)
    except OSError as error:
        if draft:
            draft.unlink(missing_ok=True)
        raise OSError(error.errno, error.strerror, str(file)) from error
