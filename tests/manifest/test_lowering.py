"""What lines say goes into properties that the records of a draft have, and fits their types."""

import copy
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, get_args, get_type_hints

import pytest
from typeguard import CollectionCheckStrategy, check_type

from tests.projects import FIXTURES, PROJECTS
from transformer.diagnostics.problems import has_errors
from transformer.dsl.parser.dialects import compile_dialect, list_spellings, merge_block_row
from transformer.dsl.parser.specifiers import KEPT
from transformer.dsl.tables.dialect_rows import read_dialects
from transformer.dsl.tables.grammar_rows import BlockRow, read_grammar
from transformer.manifest.linking.links import link_draft
from transformer.manifest.loading.sources import read_sources
from transformer.manifest.lowering.block_lowering import lower_blocks
from transformer.manifest.records.field_drafts import FieldDraft
from transformer.manifest.records.manifest_draft import AppDraft, ManifestDraft
from transformer.manifest.records.surface_drafts import ShownFieldDraft
from transformer.project.discovery import find_project

ALL = CollectionCheckStrategy.ALL_ITEMS
KEY = re.compile(r"<([\w.]+)>")
# Lines that put nothing into a record, and what is read into further words.
WITHOUT = {"module", "use", "pattern"}
WORDINGS = {"type", "modifiers", "attributes", KEPT}


def dig(record: Any, path: str) -> Any:
    """Find the type at a path of a record; raises KeyError where there is none."""
    for step in path.split("."):
        record = get_type_hints(record)[step]
    return record


def find_target(record: Any, row: BlockRow, form: str) -> Any:
    """Find the type of what a line is about."""
    if form in row["lists"]:
        return get_args(dig(record, row["lists"][form]))[0]
    if form in row["parts"]:
        return dig(record, row["parts"][form])
    return AppDraft if form == "app" else record


def find_unknown(
    kind: str, record: Any, row_of: Callable[[str], BlockRow], seen: set[str]
) -> Iterator[str]:
    """Each property that lines of a kind of block, or those under them, put nowhere."""
    row, dialect = row_of(kind), compile_dialect(kind)
    seen.add(kind)
    for form in sorted(row["forms"].keys() - WITHOUT - dialect.inside.keys()):
        target = get_args(dig(record, "entities"))[0] if form == "archetype" else None
        target = target or find_target(record, row, dialect.means.get(form, {}).get("form", form))
        spelled = {key for each in list_spellings(row, form) for key in KEY.findall(each)}
        for key in spelled | row["sets"].get(form, {}).keys():
            try:
                dig(target, key) if key.split(".")[0] not in WORDINGS else None
            except KeyError:
                yield f"{kind}/{form}/{key}"
        body = row["bodies"].get(form)
        if body and body not in seen:
            yield from find_unknown(body, target, row_of, seen)


def test_lines_say_what_records_have() -> None:
    seen: set[str] = set()
    assert not [*find_unknown("project", ManifestDraft, merge_block_row, seen)]
    assert seen >= read_grammar()["blocks"].keys()


def test_misspelt_property_is_found() -> None:
    def misspell(kind: str) -> BlockRow:
        row = copy.deepcopy(merge_block_row(kind))
        if kind == "ux":
            row["forms"]["empty"] = "empty : TITLE<emty>"
        return row

    assert [*find_unknown("project", ManifestDraft, misspell, set())] == ["ux/empty/emty"]


def list_keys(rows: Iterable[Any]) -> set[str]:
    return {key for row in rows for form in row["forms"] for key in KEY.findall(form)}


def test_words_of_fields_say_what_records_have() -> None:
    grammar, dialects = read_grammar(), read_dialects()
    fields = get_type_hints(FieldDraft).keys() | {KEPT}
    for table in (grammar["types"], dialects["types"]):
        spelled = [
            key for row in table.values() for form in row["forms"] for key in KEY.findall(form)
        ]
        assert fields >= set(spelled)
    modifiers = grammar["modifiers"].values()
    assert fields >= {row["property"] for row in modifiers if "property" in row}
    parts = [key for row in modifiers for form in row["forms"] for key in KEY.findall(form)]
    assert fields | {"value"} >= set(parts)
    assert get_type_hints(ShownFieldDraft).keys() >= grammar["attributes"].keys()


@pytest.mark.parametrize("name", PROJECTS)
def test_drafts_of_examples_fit_their_types(name: str) -> None:
    project, problems, sources = find_project(FIXTURES / name)
    assert project
    blocks, _, found = read_sources(project, sources)
    assert not has_errors([*problems, *found])
    draft = lower_blocks(blocks, project)
    check_type(draft.manifest, ManifestDraft, collection_check_strategy=ALL)
    link_draft(draft)
    check_type(draft.manifest, ManifestDraft, collection_check_strategy=ALL)
