"""Lines by the forms of the language table; every form has an example here."""

import pytest

from transformer.data import read_table
from transformer.dsl.blocks import Block, cut_file, list_enums, read_blocks
from transformer.dsl.phrases import Value, Wording

FRAMES = {
    "project": "{}\n",
    "app": "app a:\n  {}\n",
    "entity": "entity A:\n  {}\n",
    "enum": "enum A:\n  {}\n",
    "surface": "surface a:\n  {}\n",
    "section": "surface a:\n  section s:\n    {}\n",
    "action": "surface a:\n  action s:\n    {}\n",
}
EXAMPLES = [
    ("project", "module", "module a.b.c", {"module": "a.b.c"}),
    ("project", "use", "use a.b as c", {"module": "a.b", "alias": "c"}),
    ("project", "app", 'app a "A"', {"name": "a", "title": "A"}),
    ("project", "entity", 'entity Task "A \\"b\\"\\n":', {"name": "Task", "title": 'A "b"\n'}),
    ("project", "enum", "enum State:", {"name": "State"}),
    ("project", "surface", "surface surface:", {"name": "surface"}),
    ("app", "description", 'description: "x"', {"text": "x"}),
    ("app", "text", '"""x"""', {"text": "x"}),
    ("entity", "unique", "unique a, b", ["a", "b"]),
    ("entity", "unique", "unique: a", ["a"]),
    ("entity", "index", "index a, b desc", ["a", "b"]),
    ("entity", "display", "display_field: a", {"field": "a"}),
    ("entity", "description", 'description: "x"', {"text": "x"}),
    ("entity", "text", '"x"', {"text": "x"}),
    ("enum", "value", 'open "Still open",', {"value": "open", "title": "Still open"}),
    ("enum", "value", '"in progress"', {"value": "in progress"}),
    ("surface", "uses", "uses entity Task", {"entity": "Task"}),
    ("surface", "mode", "mode: list", {"mode": "list"}),
    ("surface", "section", 'section main "M":', {"name": "main", "title": "M"}),
    ("surface", "action", "action go:", {"name": "go"}),
    ("section", "field", "field title", {"field": "title"}),
    ("action", "surface", "on click -> surface s", {"trigger": "click", "surface": "s"}),
    ("action", "experience", "on auto -> experience e step s", {"experience": "e", "step": "s"}),
    ("action", "integration", "on submit -> integration i action a", {"integration": "i"}),
]


def read_line(block: str, line: str) -> Block:
    reading = cut_file(FRAMES[block].format(line), "x")
    blocks, problems = read_blocks(reading, list_enums([reading]))
    assert not problems, problems
    while block != "project" and blocks[0].children:
        blocks = blocks[0].children
    return blocks[0]


@pytest.mark.parametrize(("block", "form", "line", "said"), EXAMPLES)
def test_line_says(block: str, form: str, line: str, said: object) -> None:
    found = read_line(block, line)
    assert found.kind == form
    if isinstance(said, dict):
        assert said.items() <= {key: each.value for key, each in found.said.items()}.items()
    else:
        items = [item.value for item in found.said["fields"].value]
        assert [item[0].value if isinstance(item, tuple) else item for item in items] == said


def test_every_form_has_an_example() -> None:
    blocks = read_table("language")["blocks"]
    forms = {(block, form) for block, row in blocks.items() for form in row["forms"]}
    assert forms - {("entity", "field")} == {(block, form) for block, form, _, _ in EXAMPLES}


@pytest.mark.parametrize("word", ["unique", "index", "field", "entity", "description", "status"])
def test_no_word_is_reserved(word: str) -> None:
    field = read_line("entity", f"{word}: bool required")
    assert (field.kind, field.said["name"].value) == ("field", word)


FIELDS = {
    "str": "str(20)",
    "decimal": "decimal(8, 2)",
    "money": "money(GBP)",
    "enum": 'enum[a "A", b, "c d" "C",]',
    "ref": "ref Task",
}


@pytest.mark.parametrize("name", list(read_table("language")["types"]))
def test_every_type_is_read(name: str) -> None:
    for notation in {name if name not in ("decimal", "enum", "ref") else FIELDS[name]}:
        wording = read_line("entity", f"x: {notation}").said["type"].value
        assert isinstance(wording, Wording) and wording.name == name


MODIFIERS = {
    "default": ["=1", "= -1.5", 'default="x"', "=true", "= today + 7d", "=now - 2h", "=open"],
    "min": ["min(-3)"],
    "max": ["max(3.5)"],
    "regex": [r'regex("^\d+$")'],
    "unique?": ["unique?"],
    "pii": ["pii", "pii(category=contact)"],
    "was": ["was=old"],
}


@pytest.mark.parametrize("name", list(read_table("language")["modifiers"]))
def test_every_modifier_is_read(name: str) -> None:
    for notation in MODIFIERS.get(name, [name]):
        modifiers = read_line("entity", f"x: str searchable {notation}").said["modifiers"].value
        assert [each.value.name for each in modifiers] == [
            "searchable",
            name,
        ] or name == "searchable"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("-1", Value("number", "-1", "-1")),
        ("true", Value("truth", True, "true")),
        ("today + 7d", Value("moment", ("today", 7 * 86400), "today")),
        ("now - 30min", Value("moment", ("now", -1800), "now")),
        ('"a\\\\b"', Value("text", "a\\b", "a\\b")),
        ("open", Value("word", "open", "open")),
    ],
)
def test_values(text: str, value: Value) -> None:
    modifier = read_line("entity", f"x: str = {text}").said["modifiers"].value[0].value
    assert modifier.parts["value"].value == value


@pytest.mark.parametrize("name", list(read_table("language")["attributes"]))
def test_every_attribute_is_read(name: str) -> None:
    value = {"help": '"x"', "placeholder": '"x"', "widget": "radio"}.get(name, "true")
    attributes = read_line("section", f'field x "X" {name}={value}').said["attributes"].value
    assert attributes[0].value.name == name


def test_declared_enum_is_a_type() -> None:
    reading = cut_file("entity A:\n  s: State\nenum State:\n  a\n", "x")
    blocks, problems = read_blocks(reading, list_enums([reading]))
    assert not problems
    assert blocks[0].children[0].said["type"].value.name == "enum"


def test_unknown_escapes_stay() -> None:
    modifier = read_line("entity", r'x: str regex("\d\.")').said["modifiers"].value[0].value
    assert modifier.parts["value"].value == r"\d\."
