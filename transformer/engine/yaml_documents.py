"""Data written as YAML that readers of YAML 1.1 and of 1.2 take for the same."""

import re
from collections.abc import Sequence

import yaml

from transformer.engine.records import Record, Value, Words

_TAG = "tag:yaml.org,2002:"
_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$")
_ENDLESS = -1  # libyaml breaks no line then


class _Dumper(yaml.CSafeDumper):
    """Writes each part in full, without anchors, and a list of scalars on one line."""

    def ignore_aliases(self, data: Value) -> bool:
        """Tell whether a part that occurs twice is written twice: always."""
        return True


def _represent_list(dumper: _Dumper, items: Sequence[Value]) -> yaml.Node:
    is_nested = any(isinstance(item, dict | list | tuple | Record) for item in items)
    return dumper.represent_sequence(f"{_TAG}seq", items, flow_style=None if is_nested else True)


def _represent_record(dumper: _Dumper, record: Record) -> yaml.Node:
    return dumper.represent_dict({name: record[name] for name in record})


def _represent_text(dumper: _Dumper, text: str) -> yaml.Node:
    return dumper.represent_scalar(f"{_TAG}str", text, style='"' if "\n" in text else None)


_Dumper.add_representer(list, _represent_list)
_Dumper.add_multi_representer(tuple, _represent_list)
_Dumper.add_representer(Record, _represent_record)
_Dumper.add_representer(str, _represent_text)
# PyYAML leaves texts plain that other readers take for a truth value or a number.
_Dumper.add_implicit_resolver(f"{_TAG}bool", re.compile("[yYnN]$"), list("yYnN"))
_Dumper.add_implicit_resolver(f"{_TAG}int", re.compile("0o[0-7]+$"), ["0"])
_Dumper.add_implicit_resolver(f"{_TAG}float", _NUMBER, list("-+.0123456789"))
_Dumper.add_implicit_resolver(f"{_TAG}float", re.compile("(?i)(nan|inf)$"), list("nNiI"))


def dump_yaml(document: Words) -> str:
    """Write a document of mappings, lists, texts, numbers, truth values and None.

    Keys stay in their order.
    """
    return str(
        yaml.dump(document, None, _Dumper, sort_keys=False, allow_unicode=True, width=_ENDLESS)
    )


def spell_yaml(value: Value) -> str:
    r"""Spell a value on one line, as it may stand anywhere in a document.

    >>> print(spell_yaml("Task"), spell_yaml("no"), spell_yaml("a: b\n"), spell_yaml([1, None]))
    Task 'no' "a: b\n" [1, null]
    """
    # In a list a value is spelled for every place, and without a mark for its end.
    text = yaml.dump(
        [value], None, _Dumper, default_flow_style=True, sort_keys=False,
        allow_unicode=True, width=_ENDLESS,
    )  # fmt: skip
    return str(text)[1:-2]
