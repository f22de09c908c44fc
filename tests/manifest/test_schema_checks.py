"""The functions made of the schema agree with jsonschema on every value."""

from collections.abc import Iterator
from copy import deepcopy
from random import Random
from typing import Any

import pytest

from tests.projects import FIXTURES, PROJECTS
from transformer.diagnostics.resources import read_schema
from transformer.manifest import read_project
from transformer.manifest.serialization.faults import _explain_faults
from transformer.manifest.serialization.schema_checks import compile_schema, is_valid

VALUES = (None, True, False, 0, 1, -1, 70, 70_000, 1.0, 0.5, "", "x", "X y", "x\n", "current_user")
VALUES += ([], [1], ["x"], ["x", "x"], {}, {"value": 1}, {"name": "x"})
TIMES = 20


def list_places(part: Any) -> Iterator[tuple[Any, Any]]:
    """Every place of a document: what it stands in, and its key or number there."""
    keys = list(part) if isinstance(part, dict) else range(len(part))
    for key in keys:
        yield part, key
        if isinstance(part[key], dict | list):
            yield from list_places(part[key])


def damage(manifest: Any, random: Random) -> Any:
    """A copy with one part exchanged, doubled, taken away or called otherwise."""
    changed = deepcopy(manifest)
    holder, key = random.choice(list(list_places(changed)))
    kind = random.randrange(6)
    if kind == 0:
        del holder[key]
    elif kind == 1 and isinstance(holder, dict):
        holder[f"{key}x"] = holder.pop(key)
    elif kind == 2 and isinstance(holder, list):
        holder.append(deepcopy(holder[key]))
    elif kind == 3:
        holder[key] = deepcopy(random.choice([h[k] for h, k in list_places(changed)]))
    else:
        holder[key] = random.choice(VALUES)
    return changed


@pytest.mark.parametrize("name", PROJECTS)
def test_damaged_manifests_are_judged_alike(name: str) -> None:
    manifest = read_project(FIXTURES / name).manifest
    assert is_valid(manifest) and not _explain_faults(manifest)
    random = Random(name)
    for _ in range(TIMES):
        changed = damage(manifest, random)
        assert is_valid(changed) == (not _explain_faults(changed)), changed


@pytest.mark.parametrize("value", VALUES)
def test_other_documents_are_judged_alike(value: Any) -> None:
    assert is_valid(value) == (not _explain_faults(value)) is False


def test_every_definition_can_be_checked() -> None:
    for schema in read_schema("manifest")["$defs"].values():
        compile_schema(schema)


def test_unknown_keyword_is_an_error() -> None:
    with pytest.raises(KeyError):
        compile_schema({"type": "string", "format": "date"})
