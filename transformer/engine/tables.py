"""The tables in a backend's own folder, as templates read them."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from transformer.diagnostics.resources import read_record
from transformer.engine.errors import BackendFault
from transformer.engine.records import Record, Schema


class Table(dict[str, Any]):
    """Word → row; a column is an attribute of the row, and None where it is left out."""

    def __init__(self, name: str, rows: Mapping[str, Any]) -> None:
        """Take the rows of a file of that name."""
        columns: dict[str, Schema] = {
            column: {} for row in rows.values() if isinstance(row, Mapping) for column in row
        }
        super().__init__(
            (word, Record(row, columns) if isinstance(row, Mapping) else row)
            for word, row in rows.items()
        )
        self._name = name

    def __missing__(self, word: str) -> Any:
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
    rows = read_yaml(path)
    return Table(path.stem, rows)


def read_yaml(path: Path) -> Mapping[str, Any]:
    """A file of a backend that people write, which has a word and what it means on each line.

    Raises BackendFault if it has something else.
    """
    try:
        rows = read_record(path)
    except (OSError, UnicodeDecodeError) as error:
        raise BackendFault("backend-yaml", path, reason=str(error)) from error
    except Exception as error:
        raise _explain_error(path, error) from error
    if not isinstance(rows, Mapping):
        raise BackendFault("backend-yaml", path, reason="it has no words with a meaning each")
    return rows


def _explain_error(path: Path, error: Exception) -> BackendFault:
    """The fault that an error of YAML amounts to; strictyaml is slow to import, hence by duck."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    reason = getattr(error, "problem", None) or getattr(error, "context", None) or str(error)
    return BackendFault("backend-yaml", path, mark.line + 1 if mark else 1, reason=str(reason))
