"""Lowering of blocks to a draft, by the columns of the grammar."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache

from transformer.dsl.parser.dialects import merge_block_row
from transformer.dsl.parser.productions import Located
from transformer.dsl.parser.specifiers import KEPT
from transformer.dsl.parser.tree import Block
from transformer.dsl.tables.grammar_rows import BlockRow
from transformer.manifest.draft import Draft
from transformer.manifest.lowering.extensions import add_extension
from transformer.manifest.lowering.field_lowering import (
    lower_belonging,
    lower_field,
    lower_shown_field,
)
from transformer.manifest.records.documents import Part, open_list, open_part
from transformer.project.discovery import Project

_Lower = Callable[[Draft, Part, Block, str], None]


def lower_blocks(blocks: Iterable[Block], project: Project) -> Draft:
    """Make the draft of a project's manifest: only what its files say, nothing implied."""
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
    """Lower a block into the record of its owner; `kind` is that of the block around it."""
    row = merge_block_row(kind)
    if block.kind == "extension":
        values = {key: each.value for key, each in block.captures.items()}
        word, lines, is_rule = values["word"], values["lines"], values["rule"]
        add_extension(draft, path, word, lines, block.span, is_rule=is_rule)
    elif block.kind == "broken":
        names = {each.value for each in block.captures.values()}
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
        _put_all(draft, owner, block.captures, path)
        _set_all(owner, row, block.kind)
        _lower_children(draft, owner, block, path, kind)


def _lower_children(draft: Draft, owner: Part, block: Block, path: str, kind: str) -> None:
    body = merge_block_row(kind)["bodies"].get(block.kind, "")
    for child in block.children:
        _lower_block(draft, owner, child, path, body)


def _lower_listed(draft: Draft, owner: Part, block: Block, path: str, kind: str) -> None:
    """Add a record to a list of the owner."""
    row = merge_block_row(kind)
    group = row["lists"][block.kind]
    records = open_list(owner, group)
    inner = f"{path}/{group}/{len(records)}" if path else f"{group}/{len(records)}"
    record: Part = _make_lists(row.get("bodies", {}).get(block.kind))
    draft.places[inner] = block.span
    records.append(record)
    _set_all(record, row, block.kind)
    _put_all(draft, record, block.captures, inner)
    if "name" in block.captures:
        draft.places[inner] = block.captures["name"].span
    _lower_children(draft, record, block, inner, kind)


def _set_all(owner: Part, row: BlockRow, form: str) -> None:
    """Set the properties that the table gives to lines of a form."""
    for key, value in row.get("sets", {}).get(form, {}).items():
        owner[key] = [*value] if isinstance(value, list) else value


def _lower_part(draft: Draft, owner: Part, block: Block, path: str, kind: str) -> None:
    """Lower a block into a property of the owner."""
    row = merge_block_row(kind)
    key = row["parts"][block.kind]
    part = _make_lists(row["bodies"][block.kind])
    draft.set_once(path, owner, key, Located(part, block.span))
    if owner[key] is part:
        _put_all(draft, part, block.captures, f"{path}/{key}")
        _lower_children(draft, part, block, f"{path}/{key}", kind)


def _make_lists(kind: str | None) -> Part:
    """Make the empty lists of a record that a block of that kind is about."""
    return {name: [] for name in _list_names(kind)} if kind else {}


@cache
def _list_names(kind: str) -> tuple[str, ...]:
    row = merge_block_row(kind)
    names = [*row.get("lists", {}).values(), *row.get("names", {}).values()]
    owned = {*row.get("lists", ()), *row.get("parts", ())}
    for form, body in row.get("bodies", {}).items():
        if form not in owned and kind != "project":
            names += _list_names(body)
    return tuple(dict.fromkeys(names))


def _add_name(draft: Draft, owner: Part, group: str, block: Block, path: str) -> None:
    located = block.captures[group]
    names = located.value if isinstance(located.value, list) else [located]
    listed = open_list(owner, group)
    for name in names:
        draft.places[f"{path}/{group}/{len(listed)}"] = name.span
        listed.append(name.value)


def _put_all(draft: Draft, owner: Part, captures: Mapping[str, Located], path: str) -> None:
    """Put all captures of a line into a record, unless another line has set them."""
    for key, value in captures.items():
        holder, inner = owner, path
        *outer, last = key.split(".")
        if outer == [KEPT]:
            text, is_rule = value.value
            add_extension(draft, path, last, [f"{last} {text}"], value.span, is_rule=is_rule)
            continue
        for part in outer:
            inner = f"{inner}/{part}"
            holder = open_part(holder, part)
            draft.places.setdefault(inner, value.span)
        if last != "value" and isinstance(value.value, str) and not value.value.strip():
            continue  # an empty text counts as absent, except as a value of its own
        if not draft.set_once(inner, holder, last, value):
            return


def _ignore(draft: Draft, owner: Part, block: Block, path: str) -> None:
    """Skip a line whose meaning was used before."""


def _lower_app(draft: Draft, manifest: Part, block: Block, _path: str) -> None:
    app = open_part(manifest, "app")
    if "name" in app:
        first = (("first declared here", "app/name"),)
        draft.places["app/other"] = block.captures["name"].span
        draft.report("two-apps", "app/other", *first)
        return
    draft.places["app"] = block.span
    _put_all(draft, app, block.captures, "app")
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
