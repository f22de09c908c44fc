"""Mako templates: read, kept as Python, and rendered."""

import re
import sys
from collections.abc import Callable
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Protocol

from transformer.diagnostics.resources import digest, find_derived, keep_derived
from transformer.engine import escapes
from transformer.engine.backend import TEMPLATE, read_file
from transformer.engine.errors import BackendError, find_line
from transformer.engine.escapes import ESCAPES, FILTERS, Finished
from transformer.engine.records import Word, Words

# File, line, function and text in the Python of a template, then file, line and text in it itself.
_Frame = tuple[str, int, str, str, str | None, int | None, str | None, str | None]
_PARTS = "parts"
_IMPORTS = f"from {escapes.__name__} import {', '.join(FILTERS)}"
_END = '__M_END_METADATA\n"""\n'
# The time of its making, which Mako notes in a module, would make no two wheels alike.
_MADE_AT = re.compile(r"(?<=^_modified_time = )[\d.]+$", re.MULTILINE)


class Template(Protocol):
    """A template of Mako, which has no types: its Python as text and as a module."""

    code: str
    module: ModuleType

    def render_context(self, context: "Context") -> None:
        """Write to the buffer of a context."""


class Buffer(Protocol):
    """What a template writes to."""

    def getvalue(self) -> str:
        """Return what was written."""


class Context(Protocol):
    """The words for a template, and the buffer."""


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
    template = load_template(path)
    try:
        return _fill_template(template, words)
    except BackendError:
        raise
    except (Exception, SystemExit) as error:  # a template can do anything
        raise _explain_error(path, error) from error


def _fill_template(template: Template, words: Words) -> str:
    from mako import runtime, util

    buffer: Buffer = util.FastEncodingBuffer()
    context: Context = runtime.Context(buffer, **words)
    template.render_context(context)
    # It refers to itself, and would outlast the text with copies of all words.
    vars(context).clear()
    return buffer.getvalue()


@cache
def load_template(path: Path) -> Template:
    """Load a template, compiled if it wasn't before.

    Raises BackendError if it isn't one.
    """
    _hide_pygments()
    from mako.exceptions import MakoException

    try:
        return _open_template(path)
    except (MakoException, SyntaxError, UnicodeDecodeError) as error:
        line = getattr(error, "lineno", None) or 1
        reason = str(error).partition(" in file ")[0].partition(" at line: ")[0]
        raise BackendError("backend-template", path, line, reason=reason) from error


def _hide_pygments() -> None:
    """Let Mako do without the colours of its pages of errors, which nobody sees here.

    Where there is pygments Mako imports it for them, which takes longer than importing Mako.
    """
    name = "mako.ext.pygmentplugin"
    sys.modules.setdefault(name, ModuleType(name))


def _open_template(path: Path) -> Template:
    from mako.codegen import MAGIC_NUMBER
    from mako.template import ModuleTemplate

    escape = ESCAPES.get(Path(path.stem).suffix, "to_text")
    text = guard_marks(read_file(path).decode())
    # What a template imports is ours, and may move in another version.
    name = f"t{digest(f'{MAGIC_NUMBER} {escape} {_IMPORTS} {text}')}"
    kept = f"templates/{name}.py"
    file = find_derived(kept)
    source = file.read_text(encoding="utf-8", errors="replace") if file else ""
    if not source.endswith(_END):  # never made, cut off, or written over
        made = _compile_template(name, text, escape)
        source = _MADE_AT.sub("0", made.code)
        file = keep_derived(kept, source)
    opened: Template = ModuleTemplate(
        _load_module(name, file) if file else made.module,
        str(file) if file else None,
        module_source=source,
        template_filename=str(path),
        template_source=text,
    )
    return opened


def _compile_template(name: str, text: str, escape: str) -> Template:
    from mako import template

    made: Template = template.Template(
        text=text, uri=name, strict_undefined=True, default_filters=[escape], imports=[_IMPORTS]
    )
    return made


def _load_module(name: str, file: Path) -> ModuleType:
    spec = spec_from_file_location(name, file)
    assert spec and spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _explain_error(path: Path, error: Exception | SystemExit) -> BackendError:
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
