"""docs/language.md: every example means what the page says, and the page leaves nothing out."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.language_page import PAGE, Example, list_examples, list_fences
from tools.unbuilt_parts import write_page
from transformer.diagnostics.problems import Problem, Span
from transformer.diagnostics.reports import describe_problem
from transformer.diagnostics.resources import read_table
from transformer.dsl.formatter.text_layout import lay_out_text
from transformer.dsl.parser.source_files import list_enums, scan_file
from transformer.dsl.parser.tree import Block
from transformer.dsl.parsing import parse_blocks
from transformer.manifest import read_project

TEXT = PAGE.read_text(encoding="utf-8")
EXAMPLES = list_examples(TEXT)
BLOCKS = read_table("language/grammar")["blocks"]
# What a piece of an app may always lack: a page for each of its entities.
FRAGMENT = {"unshown-entity"}


def name_line(example: Example) -> str:
    return f"line {example.line}"


@pytest.mark.parametrize("example", EXAMPLES, ids=name_line)
def test_example_is_read_without_a_problem_that_the_page_keeps_back(
    example: Example, tmp_path: Path
) -> None:
    analysis = read_project(example.write_to(tmp_path))
    noted = f"{example.notes.get('wrong', '')},{example.notes.get('warns', '')}"
    wanted = {code.strip() for code in noted.split(",")} - {""}
    found = [(p.code, p.span) for p in analysis.problems if p.code not in FRAGMENT - wanted]
    assert {code for code, _ in found} == wanted, found
    assert (analysis.manifest is None) == ("wrong" in example.notes)


WRONG = [example for example in EXAMPLES if "wrong" in example.notes]


@pytest.mark.parametrize("example", WRONG, ids=name_line)
def test_mistake_is_reported_as_the_page_shows(example: Example, tmp_path: Path) -> None:
    problems = read_project(example.write_to(tmp_path)).problems
    told = [report_in_example(problem, example) for problem in problems]
    assert "\n\n".join(told) + "\n" == example.report


def report_in_example(problem: Problem, example: Example) -> str:
    """What people are told, if the lines that the page shows were a file."""
    ((name, shown),) = example.shown.items()
    lines = example.files[name].split("\n")[shown.start - 1 : shown.stop - 1]
    margin = min(len(line) - len(line.lstrip()) for line in lines if line)

    def move(span: Span) -> Span:
        line = span.line - shown.start + 1
        return Span(name, line, span.column - margin, span.end - margin)

    assert problem.span
    related = tuple((note, move(span)) for note, span in problem.related)
    problem = replace(problem, span=move(problem.span), related=related)
    return describe_problem(problem, {name: "\n".join(line[margin:] for line in lines)})


@pytest.mark.parametrize("example", [e for e in EXAMPLES if e.parts], ids=name_line)
def test_example_becomes_what_the_page_shows(example: Example, tmp_path: Path) -> None:
    manifest = read_project(example.write_to(tmp_path)).manifest
    for part in example.parts:
        path = part.splitlines()[0].removeprefix("# ")
        assert narrow(find_part(manifest, path), yaml.safe_load(part)) == yaml.safe_load(part)


@pytest.mark.parametrize("example", EXAMPLES, ids=name_line)
def test_example_is_in_the_one_layout(example: Example) -> None:
    for name in example.shown:
        laid_out = lay_out_text(example.files[name]).split("\n")
        lines = [line for line in example.files[name].split("\n") if line]
        assert [line for line in laid_out if line] == lines


@pytest.mark.parametrize("example", [e for e in EXAMPLES if e.twin], ids=name_line)
def test_pattern_says_what_the_page_shows(example: Example, tmp_path: Path) -> None:
    by_hand = read_project(example.write_to(tmp_path)).manifest
    example = replace(example, files={"app.dsl": example.twin or ""})
    assert read_project(example.write_to(tmp_path)).manifest == by_hand


def test_every_built_in_pattern_is_shown() -> None:
    shown = {example.notes["same"].partition("(")[0] for example in EXAMPLES if example.twin}
    assert shown == {entry["id"] for entry in read_table("language/patterns")["entries"]}


def find_part(value: Any, path: str) -> Any:
    """The part of a manifest at a path of properties, names and numbers."""
    for step in path.split("/"):
        if isinstance(value, list):
            named = (each for each in value if each.get("name") == step)
            value = value[int(step)] if step.isdigit() else next(named)
        else:
            value = value[step]
    return value


def narrow(value: Any, shown: Any) -> Any:
    """The value without the properties that the page doesn't show."""
    if isinstance(value, dict) and isinstance(shown, dict):
        return {key: narrow(value[key], shown[key]) for key in value if key in shown}
    if isinstance(value, list) and isinstance(shown, list) and len(value) == len(shown):
        return [narrow(*pair) for pair in zip(value, shown, strict=True)]
    return value


def test_every_block_of_the_language_is_an_example() -> None:
    fences = [fence for fence in list_fences(TEXT) if fence.language in ("dsl", "toml")]
    files = [file for example in EXAMPLES for file in example.files]
    assert len(fences) == len([file for file in files if not file.endswith(".yml")])
    assert TEXT.count("```dsl") == len([fence for fence in fences if fence.language == "dsl"])
    assert sum(len(example.parts) for example in EXAMPLES) >= 12


def test_every_spelling_of_every_form_is_shown() -> None:
    lines = {key for example in EXAMPLES for key in list_shown_lines(example)}
    shown = Counter((kind, form) for kind, form, _ in lines)
    spelled = {
        (kind, form): 1 if isinstance(notations, str) else len(notations)
        for kind, row in BLOCKS.items()
        for form, notations in row["forms"].items()
    }
    assert {key for key, count in spelled.items() if shown[key] < count} == set()


def list_shown_lines(example: Example) -> Iterator[tuple[str, str, str]]:
    """The block, the form and the words of each line that the page shows."""
    if "wrong" in example.notes:
        return
    sources = [scan_file(example.files[name], name) for name in example.shown]
    for source in sources:
        blocks, _ = parse_blocks(source, list_enums(sources))
        for kind, block in walk_blocks(blocks, "project"):
            if block.span.line in example.shown[source.file]:
                words = source.text.split("\n")[block.span.line - 1].split()[:3]
                yield kind, block.kind, " ".join(words)


def walk_blocks(blocks: list[Block], kind: str) -> Iterator[tuple[str, Block]]:
    """Each block with the kind of the block that it stands in."""
    for block in blocks:
        yield kind, block
        body = BLOCKS[kind].get("bodies", {}).get(block.kind)
        if body:
            yield from walk_blocks(block.children, body)


def list_words() -> Iterator[str]:
    """Every word that the tables give a meaning."""
    language, expressions = read_table("language/grammar"), read_table("language/expressions")
    for part in ("types", "modifiers", "attributes", "parameters", "durations"):
        yield from language[part]
    for row in language["phrases"].values():
        yield from row["words"]
    for row in expressions["operators"].values():
        yield from row["spelled"]
    for part in ("functions", "aggregates", "moments", "person"):
        yield from expressions[part]
    yield from (entry["id"] for entry in read_table("language/patterns")["entries"])


@pytest.mark.parametrize("word", sorted(set(list_words())))
def test_every_word_is_explained(word: str) -> None:
    prose = re.sub(r"^```.*?^```$", "", TEXT, flags=re.MULTILINE | re.DOTALL)
    code = " ".join(re.findall(r"`([^`\n]+)`", prose))
    assert re.search(rf"(?<!\w){re.escape(word)}(?!\w)", code), f"`{word}` isn't in the text"


def list_rows(heading: str) -> dict[str, list[str]]:
    """The rows of the first table under a heading, by the first word in code of each."""
    section = TEXT.split(f"\n### {heading}\n")[1].split("\n#")[0]
    rows = [line.strip("|").split(" | ") for line in section.splitlines() if line.startswith("| `")]
    return {re.findall(r"`\"?(\w+\??)", row[0])[0]: row for row in rows}


def test_table_of_types_is_that_of_the_language() -> None:
    types, modifiers = (
        read_table("language/grammar")["types"],
        read_table("language/grammar")["modifiers"],
    )
    rows = list_rows("Types")
    assert rows.keys() == types.keys()
    for name, row in types.items():
        own = {each for each in row.get("suits", ()) if modifiers[each].get("any") != "yes"}
        assert set(re.findall(r"`(\w+)`", rows[name][-1])) == own, name


def test_table_of_modifiers_is_that_of_the_language() -> None:
    assert list_rows("Modifiers").keys() == read_table("language/grammar")["modifiers"].keys()


def test_table_of_operators_is_in_order_of_precedence() -> None:
    operators = read_table("language/expressions")["operators"]
    levels = {spelled: row["level"] for row in operators.values() for spelled in row["spelled"]}
    section = TEXT.split("\n### Operators\n")[1].split("\n#")[0]
    rows = [line for line in section.splitlines() if line.startswith("| `")]
    shown = [set(re.findall(r"`([^`]+)`", row.split(" | ")[0])) for row in rows]
    found = [{int(levels[word]) for word in words - {"-"} or words} for words in shown]
    assert [len(each) for each in found] == [1] * len(found)
    order = [level for each in found for level in each]
    assert order == sorted(set(order), reverse=True)
    assert set().union(*shown) == levels.keys()


def test_parts_that_a_stack_leaves_out_are_those_of_today() -> None:
    assert write_page(TEXT) == TEXT, "run `make docs`"
