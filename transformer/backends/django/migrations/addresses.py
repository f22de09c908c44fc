"""Where a project's own databases are: in its environment, its `.env`, or its folder."""

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from transformer.output.folder import Folder

_LINE = re.compile(r"^\s*(?:export\s+)?(\w+)\s*=\s*(.*?)\s*$", re.MULTILINE)
_FOLDERS = ("DATA_DIR", "RAILWAY_VOLUME_MOUNT_PATH")
_FILE = "db.sqlite3"


def find_databases(folder: Folder) -> dict[str, str]:
    """Find the addresses of all databases that a project may have; the first is in use."""
    written = read_variables(folder.read_file(".env") or b"")
    return dict(_list_databases(folder, written, {**written, **os.environ}))


def _list_databases(
    folder: Folder, written: Mapping[str, str], all_of_them: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    for where, variables in (("the environment", os.environ), (".env", written)):
        if address := variables.get("DATABASE_URL"):
            yield f"DATABASE_URL of {where}", _resolve_path(address, folder)
    data = next((all_of_them[name] for name in _FOLDERS if all_of_them.get(name)), folder.root)
    place = folder.root / Path(data) / _FILE
    if place.is_file():
        yield place.name, f"sqlite:///{place}"


def _resolve_path(address: str, folder: Folder) -> str:
    """Make the address of a file an absolute one, as the project runs in its own folder."""
    scheme, separator, path = address.partition(":///")
    if scheme != "sqlite" or not separator:
        return address
    return f"{scheme}:///{folder.root / path}"


def read_variables(content: bytes) -> dict[str, str]:
    r"""Read the variables of a `.env`, as far as they are plain.

    >>> read_variables(b"# mine\nexport A='1 2'\nB=3 # three\n")
    {'A': '1 2', 'B': '3'}
    """
    text = content.decode(errors="replace")
    return {name: _unquote(value) for name, value in _LINE.findall(text)}


def _unquote(value: str) -> str:
    if value[:1] in ("'", '"') and value[0] in value[1:]:
        return value[1 : value.index(value[0], 1)]
    return re.split(r"\s#", value)[0].strip()
