"""Blocks to a draft of the manifest: what was said, in the words of the manifest."""

from collections.abc import Callable, Iterable
from typing import Any

from transformer.dsl.blocks import Block
from transformer.dsl.forms import Said
from transformer.manifest.draft import Draft, Record
from transformer.manifest.lower_fields import lower_field
from transformer.project import Project

_Lower = Callable[[Draft, Record, Block, str], None]


def lower_blocks(blocks: Iterable[Block], project: Project) -> Draft:
    """The draft of a project's manifest: only what its files say, nothing implied."""
    manifest: Record = {
        "manifest_version": 1,
        "app": {"version": project.version, "access": project.access},
        "deployment": {"runtime_txt": project.runtime_txt},
        "enums": [],
        "entities": [],
        "surfaces": [],
        "extensions": [],
    }
    draft = Draft(manifest)
    for block in blocks:
        _lower_block(draft, manifest, block, "")
    return draft


def _lower_block(draft: Draft, owner: Record, block: Block, path: str, scope: str = "") -> None:
    if block.kind == "extension":
        _carry_extension(draft, block, scope)
    elif block.kind == "broken":
        names = {said.value for said in block.said.values()}
        draft.broken.setdefault(path, set()).update(names)
    else:
        _LOWERERS[block.kind if not path else f"{path.split('/')[-2]}.{block.kind}"](
            draft, owner, block, path
        )


def _carry_extension(draft: Draft, block: Block, scope: str) -> None:
    word, lines = block.said["word"].value, block.said["lines"].value
    extensions = draft.manifest["extensions"]
    draft.places[f"extensions/{len(extensions)}"] = block.said["word"].span
    extensions.append({"block": scope, "word": word, "lines": lines})


def _lower_children(draft: Draft, owner: Record, block: Block, path: str, scope: str = "") -> None:
    for child in block.children:
        _lower_block(draft, owner, child, path, scope)


def _ignore(draft: Draft, owner: Record, block: Block, path: str) -> None:
    """A line whose meaning was used before."""


def _lower_app(draft: Draft, manifest: Record, block: Block, _path: str) -> None:
    app = manifest["app"]
    if "name" in app:
        first = (("first declared here", "app/name"),)
        draft.places["app/other"] = block.said["name"].span
        draft.report("two-apps", "app/other", *first)
        return
    draft.places["app"] = block.span
    _set_names(draft, app, block, "app")
    for child in block.children:
        if child.kind in ("description", "text"):
            _set_text(draft, app, "description", child.said["text"], "app")
        else:
            _lower_block(draft, app, child, "app", f"app {app['name']}")


def _lower_listed(group: str, parts: dict[str, Any]) -> _Lower:
    """How to lower a block that becomes a record of a list; `parts` are the lists it has."""

    def lower(draft: Draft, owner: Record, block: Block, path: str) -> None:
        record: Record = {key: [] for key in parts}
        records = owner[group]
        inner = f"{path}/{group}/{len(records)}" if path else f"{group}/{len(records)}"
        draft.places[inner] = block.span
        records.append(record)
        _set_names(draft, record, block, inner)
        _lower_children(draft, record, block, inner, f"{block.kind} {record['name']}")

    return lower


def _set_names(draft: Draft, record: Record, block: Block, path: str) -> None:
    draft.set(path, record, "name", block.said["name"])
    draft.places[path] = block.said["name"].span
    if "title" in block.said:
        _set_text(draft, record, "title", block.said["title"], path)


def _set_text(draft: Draft, record: Record, key: str, said: Said, path: str) -> None:
    """Put a text into a record; an empty one counts as not said."""
    if said.value.strip():
        _set_once(draft, record, key, said, path)


def _set_once(draft: Draft, record: Record, key: str, said: Said, path: str) -> None:
    if key in record:
        draft.places[f"{path}/{key}/again"] = said.span
        first = (("first said here", f"{path}/{key}"),)
        draft.report("said-twice", f"{path}/{key}/again", *first, word=_SPOKEN.get(key, key))
    else:
        draft.set(path, record, key, said)


_SPOKEN = {"display": "display_field", "entity": "uses entity", "target": "on"}


def _lower_value(draft: Draft, enum: Record, block: Block, path: str) -> None:
    value, title = block.said["value"], block.said.get("title")
    draft.places[f"{path}/values/{len(enum['values'])}"] = value.span
    enum["values"].append({"value": value.value, "title": title.value if title else ""})


def _lower_unique(draft: Draft, entity: Record, block: Block, path: str) -> None:
    names = block.said["fields"].value
    inner = f"{path}/uniques/{len(entity['uniques'])}"
    draft.places[inner] = block.span
    for number, name in enumerate(names):
        draft.places[f"{inner}/fields/{number}"] = name.span
    entity["uniques"].append({"fields": [name.value for name in names]})


def _lower_index(draft: Draft, entity: Record, block: Block, path: str) -> None:
    inner = f"{path}/indexes/{len(entity['indexes'])}"
    draft.places[inner] = block.span
    fields = []
    for number, item in enumerate(block.said["fields"].value):
        name, descending = item.value
        draft.places[f"{inner}/fields/{number}"] = item.span
        fields.append({"field": name.value, "descending": descending})
    entity["indexes"].append({"fields": fields})


def _lower_line(key: str, said: str) -> _Lower:
    """How to lower a line that says one property."""

    def lower(draft: Draft, record: Record, block: Block, path: str) -> None:
        value = block.said[said]
        if isinstance(value.value, str) and not value.value.strip():
            return
        _set_once(draft, record, key, value, path)

    return lower


def _lower_shown_field(draft: Draft, section: Record, block: Block, path: str) -> None:
    inner = f"{path}/fields/{len(section['fields'])}"
    shown: Record = {}
    section["fields"].append(shown)
    draft.places[inner] = block.said["field"].span
    draft.set(inner, shown, "field", block.said["field"])
    if "title" in block.said:
        _set_text(draft, shown, "title", block.said["title"], inner)
    for attribute in block.said["attributes"].value:
        name, value = attribute.value.name, attribute.value.parts["value"]
        if isinstance(value.value, bool):
            _set_once(draft, shown, name, value, inner)
        else:
            _set_text(draft, shown, name, value, inner)


def _lower_target(draft: Draft, action: Record, block: Block, path: str) -> None:
    target = {key: said.value for key, said in block.said.items() if key != "trigger"}
    _set_once(draft, action, "target", Said(target, block.span), path)
    if action["target"] is target:
        draft.set(path, action, "trigger", block.said["trigger"])
        for key, said in block.said.items():
            draft.places[f"{path}/target/{key}"] = said.span


_LOWERERS: dict[str, _Lower] = {
    "module": _ignore,
    "use": _ignore,
    "app": _lower_app,
    "enum": _lower_listed("enums", {"values": list}),
    "entity": _lower_listed("entities", {"fields": list, "uniques": list, "indexes": list}),
    "surface": _lower_listed("surfaces", {"sections": list, "actions": list}),
    "enums.value": _lower_value,
    "entities.field": lower_field,
    "entities.unique": _lower_unique,
    "entities.index": _lower_index,
    "entities.display": _lower_line("display", "field"),
    "entities.description": _lower_line("description", "text"),
    "entities.text": _lower_line("description", "text"),
    "surfaces.uses": _lower_line("entity", "entity"),
    "surfaces.mode": _lower_line("mode", "mode"),
    "surfaces.section": _lower_listed("sections", {"fields": list}),
    "surfaces.action": _lower_listed("actions", {}),
    "sections.field": _lower_shown_field,
    "actions.surface": _lower_target,
    "actions.experience": _lower_target,
    "actions.integration": _lower_target,
}
