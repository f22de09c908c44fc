"""Every spelling of every form of the language: a line that is read by that very form."""

from pathlib import Path

import pytest

from transformer.diagnostics.resources import read_record, read_table
from transformer.dsl.parser.source_files import scan_file
from transformer.dsl.parsing import parse_blocks

EXAMPLES = [
    (kind, *line.strip().split(" ", 1))
    for kind, lines in read_record(Path(__file__).parent / "lines.yaml").items()
    for line in lines.strip().splitlines()
]


@pytest.mark.parametrize(("kind", "form", "line"), EXAMPLES)
def test_line_is_read_by_its_form(kind: str, form: str, line: str) -> None:
    blocks, problems = parse_blocks(scan_file(line, "x"), frozenset(), kind)
    assert not problems
    assert [block.kind for block in blocks] == [form]


def test_every_spelling_of_every_form_has_an_example() -> None:
    blocks = read_table("language/grammar")["blocks"]
    spelled = {
        (kind, form): 1 if isinstance(notations, str) else len(notations)
        for kind, row in blocks.items()
        for form, notations in row["forms"].items()
    }
    shown = {key: sum(key == (kind, form) for kind, form, _ in EXAMPLES) for key in spelled}
    assert {key for key, count in spelled.items() if shown[key] < count} == set()
