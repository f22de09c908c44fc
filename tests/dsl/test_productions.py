"""Lines by the productions of the grammar; every form has an example here."""

import pytest

from transformer.diagnostics.resources import read_table
from transformer.dsl.parser.phrases import Specifier
from transformer.dsl.parser.source_files import list_enums, scan_file
from transformer.dsl.parser.tree import Block
from transformer.dsl.parser.values import Value
from transformer.dsl.parsing import parse_blocks

ENUMS = frozenset({"State"})
EXAMPLES = [
    ("project", "module", "module a.b.c", {"module": "a.b.c"}),
    ("project", "use", "use a.b as c", {"module": "a.b", "alias": "c"}),
    ("project", "app", 'app a "A"', {"name": "a", "title": "A"}),
    ("project", "entity", 'entity Task "A \\"b\\"\\n":', {"name": "Task", "title": 'A "b"\n'}),
    ("project", "surface", "surface surface:", {"name": "surface"}),
    ("app", "description", 'description: "x"', {"description": "x"}),
    ("app", "description", '"""x"""', {"description": "x"}),
    ("enum", "value", 'open "Still open",', {"value": "open", "title": "Still open"}),
    ("enum", "value", '"in progress"', {"value": "in progress"}),
    ("action", "surface", "on click -> surface s", {"trigger": "click", "target.surface": "s"}),
    ("step", "outcome", "on success -> step pay", {"event": "success", "step": "pay"}),
    ("step", "outcome", "success -> pay", {"event": "success", "step": "pay"}),
    ("step", "outcome", "on -> step", {"event": "on", "step": "step"}),
    ("experience", "start", "start: start", {"start": "start"}),
    ("service", "url", 'spec: url "https://a.example"', {"spec.url": "https://a.example"}),
    ("call", "path", "call operation /clients/{id}", {"call.operation": "/clients/{id}"}),
    ("arguments", "pair", "a.b <- form.c", {"target": "a.b"}),
    ("arguments", "pair", "form.c -> a.b", {"target": "a.b"}),
    ("expect", "count", "count equals 1", {"operator": "equals"}),
    ("expect", "count", "Task count equals 1", {"entity": "Task"}),
    ("expect", "fields", "field a equals field b", {"field": "a", "other": "b"}),
    ("transitions", "rule", "* -> b", {"from": "*", "to": "b"}),
    ("ux", "variant", "as member:", {"persona": "member"}),
]


def read_line(kind: str, line: str) -> Block:
    blocks, problems = parse_blocks(scan_file(line, "x"), ENUMS, kind)
    assert not problems, problems
    return blocks[0]


@pytest.mark.parametrize(("kind", "form", "line", "said"), EXAMPLES)
def test_line_says(kind: str, form: str, line: str, said: dict[str, object]) -> None:
    found = read_line(kind, line)
    assert found.kind == form
    assert said.items() <= {key: each.value for key, each in found.captures.items()}.items()


def test_names_and_orders_are_lists() -> None:
    unique = read_line("entity", "unique a, b").captures["fields"].value
    assert [name.value for name in unique] == ["a", "b"]
    index = read_line("entity", "index a, b desc").captures["fields"].value
    said = [(item.value["field"].value, item.value["descending"].value) for item in index]
    assert said == [("a", False), ("b", True)]


@pytest.mark.parametrize("word", ["unique", "index", "field", "entity", "description", "status"])
def test_no_word_is_reserved(word: str) -> None:
    field = read_line("entity", f"{word}: bool required")
    assert (field.kind, field.captures["name"].value) == ("field", word)


FIELDS = {
    "str": "str(20)",
    "decimal": "decimal(8, 2)",
    "money": "money(GBP)",
    "enum": 'enum[a "A", b, "c d" "C",]',
    "ref": "ref Task",
}


@pytest.mark.parametrize("name", list(read_table("language/grammar")["types"]))
def test_every_type_is_read(name: str) -> None:
    for notation in {name if name not in ("decimal", "enum", "ref") else FIELDS[name]}:
        specifier = read_line("entity", f"x: {notation}").captures["type"].value
        assert isinstance(specifier, Specifier) and specifier.name == name


MODIFIERS = {
    "default": ["=1", "= -1.5", 'default="x"', "=true", "= today + 7d", "=now - 2h", "=open"],
    "min": ["min(-3)"],
    "max": ["max(3.5)"],
    "regex": [r'regex("^\d+$")', r'regex("\d", message="Digits")'],
    "unique?": ["unique?"],
    "pii": ["pii", "pii(category=contact)"],
    "was": ["was=old"],
    "fill": ["fill=0", 'fill="none"', "fill=today + 7d", "fill=other.name"],
    "title": ['"What it is"'],
    "help": ['help="How to find it"'],
}


@pytest.mark.parametrize("name", list(read_table("language/grammar")["modifiers"]))
def test_every_modifier_is_read(name: str) -> None:
    for notation in MODIFIERS.get(name, [name]):
        modifiers = read_line("entity", f"x: str searchable {notation}").captures["modifiers"].value
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
    modifier = read_line("entity", f"x: str = {text}").captures["modifiers"].value[0].value
    assert modifier.parts["value"].value == value


@pytest.mark.parametrize("name", list(read_table("language/grammar")["attributes"]))
def test_every_attribute_is_read(name: str) -> None:
    value = {"help": '"x"', "placeholder": '"x"', "widget": "radio"}.get(name, "true")
    attributes = read_line("section", f'field x "X" {name}={value}').captures["attributes"].value
    assert attributes[0].value.name == name


def test_declared_enum_is_a_type() -> None:
    source = scan_file("entity A:\n  s: State\nenum State:\n  a\n", "x")
    blocks, problems = parse_blocks(source, list_enums([source]))
    assert not problems
    assert blocks[0].children[0].captures["type"].value.name == "enum"


def test_unknown_escapes_stay() -> None:
    modifier = read_line("entity", r'x: str regex("\d\.")').captures["modifiers"].value[0].value
    assert modifier.parts["value"].value == r"\d\."
