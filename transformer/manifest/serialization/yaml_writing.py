"""A manifest to YAML."""

import re

from transformer.manifest.records.documents import Document, Part

_WIDTH = 4096  # PyYAML breaks a longer line at a space
_LONGEST = 1000
_PLAIN = re.compile(
    r"[A-Za-z_/](?:[A-Za-z0-9_ ./(){},?!+-]*[A-Za-z0-9_./(){},?!+-])?|\d+\.\d+\.\d+", re.ASCII
)
# What would be a comment, a number, or a word of YAML 1.1 for something else than a text.
_RESERVED = {"yes", "no", "on", "off", "true", "false", "null"}
_QUOTED = re.compile(rf"#\w*|0|[1-9]\d*|{'|'.join(sorted(_RESERVED))}", re.ASCII)
_EMPTY: dict[type, str] = {list: "[]", dict: "{}", type(None): "null"}


def dump_manifest(manifest: Part) -> str:
    """Write a manifest as PyYAML would, the same text for equal manifests.

    PyYAML itself takes longer than the rest of a build, so it is only asked how to write texts
    that aren't plain words, each once.
    """
    lines: list[str] = []
    _write_part(lines, manifest, "", "")
    return "".join(lines) or "{}\n"


def _write_part(lines: list[str], part: Part, lead: str, margin: str) -> None:
    """Write the properties of a part; `lead` stands before the first, `margin` before others."""
    for key, value in part.items():
        if isinstance(value, str):
            lines.append(f"{lead}{_spell_key(key)}: {_spell_text(value, margin)}\n")
        elif isinstance(value, dict) and value:
            inner = f"{margin}  "
            lines.append(f"{lead}{_spell_key(key)}:\n")
            _write_part(lines, value, inner, inner)
        elif isinstance(value, list) and value:
            lines.append(f"{lead}{_spell_key(key)}:\n")
            _write_items(lines, value, margin, margin)
        else:
            lines.append(f"{lead}{_spell_key(key)}: {_spell_other(value)}\n")
        lead = margin


def _write_items(lines: list[str], items: list[Document], lead: str, margin: str) -> None:
    inner = f"{margin}  "
    for item in items:
        head = f"{lead}- "
        if isinstance(item, str):
            lines.append(f"{head}{_spell_text(item, margin)}\n")
        elif isinstance(item, dict) and item:
            _write_part(lines, item, head, inner)
        elif isinstance(item, list) and item:
            _write_items(lines, item, head, inner)
        else:
            lines.append(f"{head}{_spell_other(item)}\n")
        lead = margin


def _spell_other(value: Document) -> str:
    if value is True or value is False:
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    return _EMPTY.get(type(value)) or _ask_for_value(value, 0)


def _spell_text(text: str, margin: str) -> str:
    # Only a text that takes several lines depends on where it stands.
    is_short = len(text) < _LONGEST and text.isprintable()
    return _SPELLED[text] if is_short else _ask_for_value(text, len(margin))


def _spell_key(key: str) -> str:
    return _SPELLED[key] if key.isprintable() else _ask_for_key(key)


class _Spelled(dict[str, str]):
    """Text → how it is written at the margin."""

    def __missing__(self, text: str) -> str:
        if _QUOTED.fullmatch(text):
            self[text] = f"'{text}'"
        elif _PLAIN.fullmatch(text) and text.lower() not in _RESERVED:
            self[text] = text
        else:
            self[text] = _ask_for_value(text, 0)
        return self[text]


_SPELLED = _Spelled()


def _ask_for_key(key: str) -> str:
    """Ask PyYAML how a text stands on one line, whatever is in it."""
    import yaml

    text = yaml.dump(key, Dumper=yaml.CSafeDumper, default_style='"', width=_WIDTH)
    return str(text).removesuffix("\n")


def _ask_for_value(value: Document, indent: int) -> str:
    """Ask PyYAML how a value stands in a part that is so many columns from the margin."""
    import yaml  # slow to import, and many an app has no text that it is asked for

    nested: Document = {"x": value}
    for _ in range(indent // 2):
        nested = {"x": nested}
    text = yaml.dump(nested, Dumper=yaml.CSafeDumper, allow_unicode=True, width=_WIDTH, indent=2)
    return str(text).partition(" " * (indent // 2 * 2) + "x: ")[2].removesuffix("\n")
