"""Mako templates: read, kept as Python between runs, and rendered."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from transformer.diagnostics.resources import cached_file, digest
from transformer.engine import escapes
from transformer.engine.backend import TEMPLATE, read_file
from transformer.engine.errors import BackendError, find_line
from transformer.engine.escapes import ESCAPES, FILTERS, Finished
from transformer.engine.records import Word, Words

if TYPE_CHECKING:
    from mako.template import Template

# File, line, function and text in the Python of a template, then file, line and text in it itself.
_Frame = tuple[str, int, str, str, str | None, int | None, str | None, str | None]
_PARTS = "parts"
_IMPORTS = f"from {escapes.__name__} import {', '.join(FILTERS)}"


class Parts:
    """What the templates of a backend share: each file in `parts/`, by its name, as a function.

    It gives the text for the words it is called with; `indent` moves its lines to the right.
    """

    def __init__(self, folder: Path, view: Words) -> None:
        """Take the words that every template reads."""
        self._view = view
        self._paths = {
            path.name.split(".")[0]: path for path in (folder / _PARTS).glob(f"*{TEMPLATE}")
        }

    def __getattr__(self, name: str) -> Callable[..., Finished]:
        if name not in self._paths:
            raise AttributeError(f"the backend has no part `{name}`")
        path = self._paths[name]

        def write_part(indent: int = 0, **words: Word) -> Finished:
            text = render_template(path, {**self._view, **words})
            lines = text.rstrip("\n").split("\n")
            return Finished("\n".join(" " * indent + line if line else line for line in lines))

        return write_part


def render_template(path: Path, words: Words) -> str:
    """Render a template.

    Raises BackendError if it can't.
    """
    template = _load_template(path)
    try:
        text: str = template.render_unicode(**words)
    except BackendError:
        raise
    except Exception as error:  # a template can do anything
        raise _explain_error(path, error) from error
    return text


@cache
def _load_template(path: Path) -> "Template":
    from mako.exceptions import MakoException
    from mako.template import Template  # slow to import; a backend of plain files needs none

    escape = ESCAPES.get(Path(path.stem).suffix, "to_text")
    try:
        text = guard_marks(read_file(path).decode())
        # What a template imports is ours, and may move in another version.
        name = f"t{digest(f'{path.resolve()} {escape} {_IMPORTS} {text}')}"
        module = cached_file(f"templates/{name}.py")
        return Template(
            text=None if module else text,
            uri=name,
            filename=str(path),
            module_filename=str(module) if module else None,
            preprocessor=guard_marks if module else None,
            strict_undefined=True,
            default_filters=[escape],
            imports=[_IMPORTS],
            input_encoding="utf-8",
        )
    except (MakoException, SyntaxError, UnicodeDecodeError) as error:
        line = getattr(error, "lineno", None) or 1
        reason = str(error).partition(" in file ")[0].partition(" at line: ")[0]
        raise BackendError("backend-template", path, line, reason=reason) from error


def _explain_error(path: Path, error: Exception) -> BackendError:
    """Make the error of a backend that an error within a template amounts to."""
    from mako.exceptions import RichTraceback

    if isinstance(error, NameError) and "is not defined" in str(error):
        word = error.name or str(error).split("'")[1]
        return BackendError("backend-name", path, find_line(path, word, r"\$\{|^\s*%"), word=word)
    records: list[_Frame] = RichTraceback(error=error, traceback=error.__traceback__).records
    lines = [line for *_, file, line, _, _ in records if file == str(path) and line]
    reason = str(error) or type(error).__name__
    return BackendError("backend-failure", path, lines[-1] if lines else 1, reason=reason)


def guard_marks(text: str) -> str:
    r"""Let `##` and a backslash at the end of a line mean themselves in a template.

    >>> guard_marks("## Title\n")
    "${'##' | n} Title\n"
    """
    return "\n".join(map(_guard_line, text.replace("\r\n", "\n").split("\n")))


def _guard_line(line: str) -> str:
    words = line.lstrip()
    if words.startswith("##"):
        line = line.replace("##", "${'##' | n}", 1)
    return line[:-1] + "${'\\\\' | n}" if line.endswith("\\") else line
