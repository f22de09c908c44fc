"""Where tables, schemas, backends and examples lie, and how a table is read."""

import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

Data: TypeAlias = "str | int | float | bool | list[Data] | Mapping[str, Data] | None"
"""A value of a manifest or a table as it was read."""
_Record = str | list["_Record"] | dict[str, "_Record"]
_Table = TypeVar("_Table")

_PACKAGE = Path(__file__).resolve().parents[1]
# An installed wheel carries the data inside the package; a checkout has it beside the package.
_SHIPPED = _PACKAGE / "_data" if (_PACKAGE / "_data").is_dir() else _PACKAGE.parent
# What is made of tables and templates when a wheel is built; a checkout has none.
_DERIVED = _PACKAGE / "_data" / "derived"
# Other tables and schemas may be tried without touching those.
_ROOT = Path(os.environ.get("DAZZLE_DATA") or _SHIPPED)


def read_table(name: str, kind: type[_Table] | None = None) -> _Table:
    """Read the table `mappings/<name>.yaml`, of dictionaries, lists and texts.

    `kind` is the type of the whole table, to which tests hold it. Raises as `read_record` does.
    """
    table: _Table = _read_table(name)
    return table


@cache
def _read_table(name: str) -> Any:
    return read_record(table_file(name))


def read_table_text(name: str) -> str:
    """The table `mappings/<name>.yaml` as it is written."""
    return table_file(name).read_text(encoding="utf-8")


def table_file(name: str) -> Path:
    """Where the table `mappings/<name>.yaml` lies."""
    return _ROOT / "mappings" / f"{name}.yaml"


def read_record(path: Path) -> Any:
    """A YAML file that people write, as dictionaries, lists and strings.

    Raises FileNotFoundError, or strictyaml's YAMLError with file and line.
    """
    text = path.read_text(encoding="utf-8")
    name = f"tables/{path.stem}-{digest(text)}.json"
    if kept := find_derived(name):
        with suppress(ValueError):  # cut off, or written over
            return json.loads(kept.read_text(encoding="utf-8"))
    import strictyaml  # slow to import and to parse, hence what is derived is kept

    record: _Record = strictyaml.dirty_load(text, allow_flow_style=True, label=str(path)).data
    keep_derived(name, json.dumps(record, ensure_ascii=False))
    return record


@cache
def read_schema(name: str) -> Any:
    """The JSON Schema `schemas/<name>.schema.json`."""
    return json.loads((_ROOT / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))


def backend_folder(name: str) -> Path:
    """The folder of a backend, given its name or a path to one."""
    is_path = "/" in name or os.sep in name or name in (".", "..")
    return Path(name) if is_path else shipped_backends() / name


def shipped_backends() -> Path:
    """The folder of the backends that come with dazzle."""
    return _PACKAGE / "backends"


def fixture_folder(name: str) -> Path:
    """The folder of an example project."""
    return _SHIPPED / "fixtures" / name


def list_roots() -> tuple[Path, ...]:
    """The folders with all that dazzle consists of: code, backends, tables and schemas."""
    return (_PACKAGE, _ROOT / "mappings", _ROOT / "schemas")


def digest(text: str | bytes) -> str:
    """A short name for a content: 16 hexadecimal digits of its SHA-256."""
    content = text.encode() if isinstance(text, str) else text
    return hashlib.sha256(content).hexdigest()[:16]


def find_derived(name: str) -> Path | None:
    """Find what was made of a file before: in the wheel, else in the cache folder; None if nowhere.

    The name has the digest of all that it was made of, so that it fits no other content.
    """
    shipped = _DERIVED / name
    if shipped.is_file():
        return shipped
    folder = cache_folder()
    return folder / name if folder and _is_own(folder) and (folder / name).is_file() else None


def keep_derived(name: str, text: str) -> Path | None:
    """Keep what was made of a file, for the next run; None where there is no place for it.

    A full or read-only disk only makes the next run slower.
    """
    import tempfile  # slow to import, and seldom needed

    folder = cache_folder()
    if folder is None:
        return None
    path = folder / name
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _is_own(folder):
            return None
        path.parent.mkdir(exist_ok=True)
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", dir=path.parent, delete=False
        ) as draft:
            draft.write(text)
        Path(draft.name).replace(path)
    except OSError:
        return None
    return path


def cache_folder() -> Path | None:
    """The person's own cache folder for dazzle, or None if there can't be one."""
    chosen = os.environ.get("DAZZLE_CACHE")
    home = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    try:
        return Path(chosen) if chosen else Path(home or Path.home() / ".cache") / "dazzle"
    except RuntimeError:
        return None


def _is_own(folder: Path) -> bool:
    """Whether nobody else owns a folder: templates are kept as Python, which is run."""
    try:
        return not hasattr(os, "getuid") or folder.stat().st_uid == os.getuid()
    except OSError:
        return False
