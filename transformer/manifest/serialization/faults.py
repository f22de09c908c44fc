"""What is wrong with a manifest by its schema, as problems."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Protocol

from transformer.diagnostics.problems import Problem, Span
from transformer.diagnostics.resources import read_schema
from transformer.manifest.records.documents import Document, Part
from transformer.manifest.serialization.schema_checks import is_valid

if TYPE_CHECKING:
    from jsonschema import ValidationError


class _Validator(Protocol):
    """The part of a validator of jsonschema that is needed."""

    def iter_errors(self, instance: Document) -> "Iterator[ValidationError]":
        """Explain what is wrong with a document."""
        ...


_Extend = Callable[..., Callable[[Part], _Validator]]


def find_faults(manifest: Document, places: Mapping[str, Span]) -> list[Problem]:
    """Find what the schema doesn't permit, each with the place of the part that it is in.

    Only where there is something to explain jsonschema is asked, which takes its time.
    """
    if is_valid(manifest):
        return []
    return [_make_problem(error, places) for error in _explain_faults(manifest)]


def _explain_faults(manifest: Document) -> "list[ValidationError]":
    from jsonschema import Draft202012Validator
    from jsonschema.validators import extend

    # JSON Schema takes 5.0 for an integer and for 5, and `$` also fits before a last line break.
    types = Draft202012Validator.TYPE_CHECKER.redefine("integer", lambda _, item: type(item) is int)
    strict: _Extend = extend  # which has no types
    validator = strict(
        Draft202012Validator, {"pattern": _check_pattern, "const": _check_const}, type_checker=types
    )
    schema: Part = read_schema("manifest")
    return list(validator(schema).iter_errors(manifest))


def _check_pattern(
    _validator: Document, pattern: str, value: Document, _schema: Document
) -> "Iterator[ValidationError]":
    from jsonschema import ValidationError

    if isinstance(value, str) and not re.search(pattern.replace("$", r"\Z"), value):
        yield ValidationError(f"{value!r} does not match {pattern!r}")


def _check_const(
    _validator: Document, constant: Document, value: Document, _schema: Document
) -> "Iterator[ValidationError]":
    from jsonschema import ValidationError

    if type(value) is not type(constant) or value != constant:
        yield ValidationError(f"{constant!r} was expected")


def _make_problem(error: "ValidationError", places: Mapping[str, Span]) -> Problem:
    from jsonschema.exceptions import best_match

    deepest: ValidationError = best_match([error]) or error
    path = "/".join(str(part) for part in deepest.absolute_path)
    while path and path not in places:
        path = path.rpartition("/")[0]
    shown = path.replace("/", ".") or "the manifest"
    return Problem("manifest-fault", places.get(path), {"path": shown, "reason": deepest.message})
