"""Documents: plain data, as tables address it by the names of properties."""

from transformer.diagnostics.problems import Span
from transformer.dsl.parser.values import Value

Document = None | str | int | float | bool | Value | Span | list["Document"] | dict[str, "Document"]
Part = dict[str, Document]


def open_list(part: Part, key: str) -> list[Document]:
    """Return the list under a key, which is made if there is none."""
    found = part.setdefault(key, [])
    assert isinstance(found, list), key
    return found


def list_parts(part: Part, key: str) -> list[Part]:
    """List the records in the list under a key, if there is one."""
    found = part.get(key)
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def open_part(part: Part, key: str) -> Part:
    """Return the record under a key, which is made if there is none."""
    found = part.setdefault(key, {})
    assert isinstance(found, dict), key
    return found
