"""Which rights a build would change, in words of the language."""

from pathlib import Path

from transformer.diagnostics.resources import Data
from transformer.output.paths import MANIFEST

_GROUPS = {"permissions": "", "scopes": "scope", "access": "access"}
"""The properties of an entity that say who may do what, with their words for it."""


def list_changed_rights(target: Path, manifest: Data) -> list[str]:
    """List the rights that are new and those that are gone, by the manifest in a folder."""
    before, after = _read_rights(_read_manifest(target)), _read_rights(manifest)
    if not before:
        return []
    gone = [f"- {line}" for line in before if line not in after]
    return [*gone, *(f"+ {line}" for line in after if line not in before)]


def _read_manifest(target: Path) -> Data:
    import yaml  # which takes a while, and few commands need it

    try:
        read: Data = yaml.load((target / MANIFEST).read_bytes(), yaml.CSafeLoader)
        return read
    except (OSError, yaml.YAMLError, UnicodeDecodeError):
        return None


def _read_rights(manifest: Data) -> list[str]:
    if not isinstance(manifest, dict):
        return []
    app = manifest.get("app")
    lines = [f"access: {app.get('access')}"] if isinstance(app, dict) else []
    for entity in _list_records(manifest, "entities"):
        for group, word in _GROUPS.items():
            for rule in _list_records(entity, group):
                said = [word or rule.get("effect"), rule.get("operation")]
                line = " ".join(str(each) for each in said if each)
                lines.append(f"{entity.get('name')}: {line}: {_spell_rule(rule)}")
    return lines


def _spell_rule(rule: "dict[str, Data]") -> str:
    """Spell who may do something, and of which kinds of people that is said."""
    personas, condition = rule.get("personas"), _spell(rule.get("condition"))
    whom = f" for {', '.join(map(str, personas))}" if isinstance(personas, list) else ""
    return f"{condition}{whom}"


def _list_records(holder: "dict[str, Data]", key: str) -> "list[dict[str, Data]]":
    found = holder.get(key)
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def _spell(node: Data) -> str:
    """Spell a condition as the language has it."""
    match node:
        case None:
            return "everybody"
        case {"operator": "not", "operands": [operand]}:
            return f"not {_spell_within(operand)}"
        case {"operator": str(operator), "operands": list(operands)}:
            return f" {operator} ".join(map(_spell_within, operands))
        case {"role": str(role)}:
            return f"role({role})"
        case {"person": list(path)}:
            return ".".join(["current_user", *map(str, path)])
        case {"path": list(path)}:
            return ".".join(map(str, path))
        case {"value": bool() | None as value}:
            return {True: "true", False: "false", None: "null"}[value]
        case {"value": str(text)}:
            return f'"{text}"'
        case {"value": value} | {"choice": value} | {"moment": value}:
            return str(value)
    return "…"


def _spell_within(node: Data) -> str:
    is_joined = isinstance(node, dict) and node.get("operator") in ("and", "or")
    return f"({_spell(node)})" if is_joined else _spell(node)
