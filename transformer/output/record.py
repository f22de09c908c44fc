"""The record of the last build: each file that it left, with the hash of its content."""

import hashlib
import json
import re
from collections.abc import Mapping

from transformer.diagnostics.resources import Data
from transformer.output.folder import Folder
from transformer.output.outcome import BuildError
from transformer.output.paths import RECORD_FOLDER, check_moved_path

RECORD = f"{RECORD_FOLDER}/files.json"

ABSENT = ""
"""Recorded for a file that a person deleted."""
UNKNOWN = "unknown"
"""Read where two sides that git couldn't merge say two things."""
_CONFLICT = re.compile(rb"^<{7} .*^>{7} ", re.MULTILINE | re.DOTALL)
_LINE = re.compile(r'^ *("(?:[^"\\]|\\.)*"): *("[^"\\]*"),?$', re.MULTILINE)


def fingerprint(content: bytes) -> str:
    r"""Hash a content; in a text `\r\n` counts as `\n`, as git may have exchanged them.

    >>> fingerprint(b"a\r\n") == fingerprint(b"a\n")
    True
    """
    text = content if b"\0" in content else content.replace(b"\r\n", b"\n")
    return hashlib.sha256(text).hexdigest()


def read_record(folder: Folder) -> dict[str, str]:
    """Read the hash of each file that the last build left; empty before the first build.

    Raises BuildError if the record isn't one that a build wrote.
    """
    content = folder.read_file(RECORD)
    if content is None:
        return {}
    try:
        if _CONFLICT.search(content):
            return _check_record(_read_both_sides(content))
        said: Data = json.loads(content)
        return _check_record(said)
    except (ValueError, RecursionError) as error:
        raise BuildError("output-record-broken", path=str(folder.target / RECORD)) from error


def _read_both_sides(content: bytes) -> dict[str, str]:
    """Read what git couldn't merge: all files of both sides.

    Of a file that the two left differently the hash is unknown.
    """
    record: dict[str, str] = {}
    for line in _LINE.finditer(content.decode()):
        name, said = (str(json.loads(text)) for text in line.groups())
        record[name] = said if record.get(name, said) == said else UNKNOWN
    return record


def _check_record(record: Data) -> dict[str, str]:
    if not isinstance(record, dict) or not all(isinstance(h, str) for h in record.values()):
        raise ValueError("not a record of hashes")
    for path in record:
        check_moved_path(path)
    return record


def spell_record(record: Mapping[str, str]) -> bytes:
    """Spell a record with one file per line, sorted, so that git merges it well."""
    return (json.dumps(record, indent=2, sort_keys=True, ensure_ascii=False) + "\n").encode()
