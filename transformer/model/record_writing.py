"""The model back to a manifest."""

from collections.abc import Mapping
from dataclasses import is_dataclass
from functools import cache
from typing import TYPE_CHECKING

from transformer.diagnostics.resources import Data
from transformer.model.parts import Value
from transformer.model.properties import list_properties
from transformer.model.root import Model

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def to_record(model: Model) -> dict[str, Data]:
    """Write a model as a manifest: in the order of the schema, without what goes by default.

    The inverse of `build_model`.
    """
    return _write_record(model)


def _write_record(part: "DataclassInstance") -> dict[str, Data]:
    owner = type(part)
    record: dict[str, Data] = {}
    for each in list_properties(owner):
        value = _write_value(getattr(part, each.attribute))
        if each.is_required or value != _write_default(owner, each.name):
            record[each.name] = value
    return record


def _write_value(value: Value) -> Data:
    if isinstance(value, tuple):
        return [_write_value(item) for item in value]
    if isinstance(value, Mapping):
        return dict(value)
    return _write_record(value) if is_dataclass(value) else value


@cache
def _write_default(owner: "type[DataclassInstance]", name: str) -> Data:
    return next(_write_value(each.default) for each in list_properties(owner) if each.name == name)
