"""The tables in a backend's own folder, as templates read them."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Protocol, runtime_checkable

from transformer.diagnostics.resources import Data, read_record
from transformer.engine.errors import BackendError
from transformer.engine.records import Record, Schema, Value, wrap_value


class Table(dict[str, Value]):
    """Word → row; a column is an attribute of the row, and None where it is left out."""

    def __init__(self, name: str, rows: Mapping[str, Data]) -> None:
        """Take the rows of a file of that name."""
        columns: dict[str, Schema] = {
            column: {} for row in rows.values() if isinstance(row, dict) for column in row
        }
        super().__init__(
            (word, Record(row, columns) if isinstance(row, dict) else wrap_value(row, {}))
            for word, row in rows.items()
        )
        self._name = name

    def __missing__(self, word: str) -> Value:
        raise LookupError(f"the table `{self._name}` has no row `{word}`")


class Tables:
    """The tables of a backend: each `.yaml` file in its folder, by its name."""

    def __init__(self, folder: Path) -> None:
        """Read nothing yet."""
        self._folder = folder

    def __getattr__(self, name: str) -> Table:
        path = self._folder / f"{name}.yaml"
        if name == "backend" or not path.is_file():
            raise AttributeError(f"the backend has no table `{name}.yaml`")
        return _read_table(path)


@cache
def _read_table(path: Path) -> Table:
    return Table(path.stem, read_yaml(path))


def read_yaml(path: Path) -> Mapping[str, Data]:
    """Read a file that people write for a backend, with a word and what it means on each line.

    Raises BackendError if it has something else.
    """
    try:
        rows: Data = read_record(path)
    except (OSError, UnicodeDecodeError) as error:
        raise BackendError("backend-yaml", path, reason=str(error)) from error
    except Exception as error:
        raise _explain_error(path, error) from error
    if not isinstance(rows, dict):
        raise BackendError("backend-yaml", path, reason="it has no words with a meaning each")
    return rows


class _Mark(Protocol):
    line: int


@runtime_checkable
class _MarkedError(Protocol):
    """An error of YAML; strictyaml, whose it is, is slow to import."""

    context: str | None
    context_mark: _Mark | None
    problem: str | None
    problem_mark: _Mark | None


def _explain_error(path: Path, error: Exception) -> BackendError:
    """Make the error of a backend that an error of YAML amounts to."""
    if not isinstance(error, _MarkedError):
        return BackendError("backend-yaml", path, reason=str(error))
    mark = error.problem_mark or error.context_mark
    reason = error.problem or error.context or str(error)
    return BackendError("backend-yaml", path, mark.line + 1 if mark else 1, reason=reason)
