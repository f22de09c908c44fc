"""Blocks to a draft of the manifest: what was said, put where the table of the language says."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache

from transformer.dsl.parser.dialects import block_row
from transformer.dsl.parser.productions import Said
from transformer.dsl.parser.tree import Block
from transformer.dsl.parser.types import KEPT
from transformer.dsl.tables.grammar import BlockRow
from transformer.manifest.draft import Draft
from transformer.manifest.lowering.extensions import carry_extension
from transformer.manifest.lowering.fields import lower_belonging, lower_field, lower_shown_field
from transformer.manifest.records.documents import Part, open_list, open_part
from transformer.project.discovery import Project

_Lower = Callable[[Draft, Part, Block, str], None]


def lower_blocks(blocks: Iterable[Block], project: Project) -> Draft:
    """The draft of a project's manifest: only what its files say, nothing implied."""
    manifest: Part = {
        "manifest_version": 1,
        "app": {
            "version": project.version,
            **project.app,
            **({"logo": {**project.logo}} if project.logo else {}),
            "features": [*project.features],
        },
        "deployment": {"runtime_txt": project.runtime_txt, "unenforced": project.unenforced},
        **_make_lists("project"),
        "extensions": [],
    }
    draft = Draft(manifest)
    for block in blocks:
        _lower_block(draft, manifest, block, "", "project")
    return draft


def _lower_block(draft: Draft, owner: Part, block: Block, path: str, kind: str) -> None:
    """Put what a block says into the record that owns it; `kind` is the block around it."""
    row = block_row(kind)
    if block.kind == "extension":
        said = {key: each.value for key, each in block.said.items()}
        carry_extension(draft, path, said["word"], said["lines"], block.span, is_rule=said["rule"])
    elif block.kind == "broken":
        names = {said.value for said in block.said.values()}
        draft.broken.setdefault(path, set()).update(names)
    elif (kind, block.kind) in _SPECIAL:
        _SPECIAL[kind, block.kind](draft, owner, block, path)
    elif block.kind in row.get("lists", ()):
        _lower_listed(draft, owner, block, path, kind)
    elif block.kind in row.get("names", ()):
        _add_name(draft, owner, row["names"][block.kind], block, path)
    elif block.kind in row.get("parts", ()):
        _lower_part(draft, owner, block, path, kind)
    else:
        _put_all(draft, owner, block.said, path)
        _set_all(owner, row, block.kind)
        _lower_children(draft, owner, block, path, kind)


def _lower_children(draft: Draft, owner: Part, block: Block, path: str, kind: str) -> None:
    body = block_row(kind)["bodies"].get(block.kind, "")
    for child in block.children:
        _lower_block(draft, owner, child, path, body)


def _lower_listed(draft: Draft, owner: Part, block: Block, path: str, kind: str) -> None:
    """Add a record to a list of the owner."""
    row = block_row(kind)
    group = row["lists"][block.kind]
    records = open_list(owner, group)
    inner = f"{path}/{group}/{len(records)}" if path else f"{group}/{len(records)}"
    record: Part = _make_lists(row.get("bodies", {}).get(block.kind))
    draft.places[inner] = block.span
    records.append(record)
    _set_all(record, row, block.kind)
    _put_all(draft, record, block.said, inner)
    if "name" in block.said:
        draft.places[inner] = block.said["name"].span
    _lower_children(draft, record, block, inner, kind)


def _set_all(owner: Part, row: BlockRow, form: str) -> None:
    """Put into a record what lines of a form set beside what they say."""
    for key, value in row.get("sets", {}).get(form, {}).items():
        owner[key] = [*value] if isinstance(value, list) else value


def _lower_part(draft: Draft, owner: Part, block: Block, path: str, kind: str) -> None:
    """Fill a property of the owner that is a record of its own."""
    row = block_row(kind)
    key = row["parts"][block.kind]
    part = _make_lists(row["bodies"][block.kind])
    draft.set_once(path, owner, key, Said(part, block.span))
    if owner[key] is part:
        _put_all(draft, part, block.said, f"{path}/{key}")
        _lower_children(draft, part, block, f"{path}/{key}", kind)


def _make_lists(kind: str | None) -> Part:
    """The lists, all empty, of a record that a block of that kind is about."""
    return {name: [] for name in _list_names(kind)} if kind else {}


@cache
def _list_names(kind: str) -> tuple[str, ...]:
    row = block_row(kind)
    names = [*row.get("lists", {}).values(), *row.get("names", {}).values()]
    owned = {*row.get("lists", ()), *row.get("parts", ())}
    for form, body in row.get("bodies", {}).items():
        if form not in owned and kind != "project":
            names += _list_names(body)
    return tuple(dict.fromkeys(names))


def _add_name(draft: Draft, owner: Part, group: str, block: Block, path: str) -> None:
    said = block.said[group]
    names = said.value if isinstance(said.value, list) else [said]
    listed = open_list(owner, group)
    for name in names:
        draft.places[f"{path}/{group}/{len(listed)}"] = name.span
        listed.append(name.value)


def _put_all(draft: Draft, owner: Part, said: Mapping[str, Said], path: str) -> None:
    """Put everything that a line says into a record, unless another line has said it."""
    for key, value in said.items():
        holder, inner = owner, path
        *outer, last = key.split(".")
        if outer == [KEPT]:
            text, is_rule = value.value
            carry_extension(draft, path, last, [f"{last} {text}"], value.span, is_rule=is_rule)
            continue
        for part in outer:
            inner = f"{inner}/{part}"
            holder = open_part(holder, part)
            draft.places.setdefault(inner, value.span)
        if last != "value" and isinstance(value.value, str) and not value.value.strip():
            continue  # an empty text counts as not said, except where it is what is said
        if not draft.set_once(inner, holder, last, value):
            return


def _ignore(draft: Draft, owner: Part, block: Block, path: str) -> None:
    """A line whose meaning was used before."""


def _lower_app(draft: Draft, manifest: Part, block: Block, _path: str) -> None:
    app = open_part(manifest, "app")
    if "name" in app:
        first = (("first declared here", "app/name"),)
        draft.places["app/other"] = block.said["name"].span
        draft.report("two-apps", "app/other", *first)
        return
    draft.places["app"] = block.span
    _put_all(draft, app, block.said, "app")
    _lower_children(draft, app, block, "app", "project")


_SPECIAL: dict[tuple[str, str], _Lower] = {
    ("project", "module"): _ignore,
    ("project", "use"): _ignore,
    ("project", "archetype"): _ignore,
    ("project", "pattern"): _ignore,
    ("project", "app"): _lower_app,
    ("entity", "field"): lower_field,
    ("entity", "belongs"): lower_belonging,
    ("entity", "pattern"): _ignore,
    ("foreign_model", "field"): lower_field,
    ("section", "field"): lower_shown_field,
}
