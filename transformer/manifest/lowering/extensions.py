"""Extensions: lines that are kept in the manifest as they are."""

from functools import cache

from transformer.diagnostics.problems import Span
from transformer.dsl.tables.grammar_rows import read_grammar
from transformer.manifest.draft import Draft
from transformer.manifest.records.documents import Document, Part

_NAMES = ("name", "persona", "field", "entity", "operation", "level")


def add_extension(
    draft: Draft, path: str, word: str, lines: list[str], span: Span, *, is_rule: bool
) -> None:
    """Add lines to the extensions, for the block whose part of the manifest is at a path.

    That part may be empty then, and isn't reported for it.
    """
    extensions = draft.manifest["extensions"]
    draft.places[f"extensions/{len(extensions)}"] = span
    draft.kept.add(path)
    block = name_block(draft.document, path)
    extensions.append({"block": block, "word": word, "rule": is_rule, "lines": lines})


def name_block(manifest: Part, path: str) -> str:
    """Name the block of a part of the manifest: `surface tickets/section main`."""
    if path == "app":
        return f"app {_find_name(manifest['app'])}".strip()
    titles: list[str] = []
    part: Document = manifest
    for step in path.split("/") if path else ():
        if isinstance(part, list):
            part = part[int(step)]
            name = _find_name(part)
            titles[-1] = f"{_list_forms().get(titles[-1], titles[-1])} {name}".strip()
        else:
            part = part.get(step, {}) if isinstance(part, dict) else {}
            titles.append(step)
    return "/".join(titles)


def _find_name(part: Document) -> str:
    """Find the name that a record is known by."""
    named = part if isinstance(part, dict) else {}
    return next((str(named[key]) for key in _NAMES if key in named), "")


@cache
def _list_forms() -> dict[str, str]:
    """Map each list of the manifest to the form of the lines that add to it."""
    rows = read_grammar()["blocks"].values()
    return {group: form for row in rows for form, group in reversed(row.get("lists", {}).items())}


def report_extensions(draft: Draft) -> None:
    """Report once per first word the lines that are kept but not built."""
    groups: dict[str, list[str]] = {}
    for number, extension in enumerate(draft.manifest["extensions"]):
        if not extension["rule"]:  # what a backend makes of rules is the backend's to say
            groups.setdefault(extension["word"], []).append(f"extensions/{number}")
    for word, (first, *others) in groups.items():
        draft.report("extension-unused", first, *(("", place) for place in others), word=word)
