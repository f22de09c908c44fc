"""Python as values: what is composed means what it says, and knows the names that it needs."""

import ast
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from transformer.backends.django.code import (
    Code,
    make_dict,
    make_list,
    make_literal,
    make_tuple,
    parse_cell,
    refer_to,
)
from transformer.backends.django.literals import measure_width
from transformer.backends.django.printing import print_code

values = st.recursive(
    st.text() | st.binary() | st.integers() | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
)


def compose(value: Any) -> Code:
    if isinstance(value, list):
        return make_list(map(compose, value))
    if isinstance(value, dict):
        return make_dict((key, compose(item)) for key, item in value.items())
    return make_literal(value)


@pytest.mark.parametrize(
    ("text", "columns"),
    [("e\u0301", 1), ("a\u200db", 2), ("\N{IDEOGRAPHIC SPACE}", 2), ("\uff41", 2), ("é", 1)],
)
def test_width_is_that_of_what_is_seen(text: str, columns: int) -> None:
    assert measure_width(text) == columns


def test_values_that_are_equal_are_spelled_apart() -> None:
    spelled = ["1", "True", "1.0", "0", "False", "0.0", "-0.0"]
    assert [print_code(make_literal(ast.literal_eval(text))) for text in spelled] == spelled


@given(values, st.integers(0, 40))
@example({"a" * 60: ""}, 29)
def test_value_comes_back(value: Any, indent: int) -> None:
    text = print_code(compose(value), indent)
    assert ast.literal_eval(text.strip()) == value


def test_composed_piece_knows_its_names() -> None:
    made = refer_to("models.CharField").call(
        refer_to("Truncator").call(make_literal("a")).get("chars"),
        default=refer_to("now"),
        choices=None,
        validators=make_list([refer_to("MinValueValidator").call(make_literal(1))]),
    )
    assert print_code(made) == (
        'models.CharField(Truncator("a").chars, default=now, validators=[MinValueValidator(1)])'
    )
    assert made.names == {"models", "Truncator", "now", "MinValueValidator"}


@pytest.mark.parametrize(
    ("cell", "holes", "printed", "names"),
    [
        ("self.get_${name}_display()", {"name": "state"}, "self.get_state_display()", {"self"}),
        ('Decimal("$plain")', {"plain": "1.50"}, 'Decimal("1.50")', {"Decimal"}),
        (
            'sample_image("s$n.gif")',
            {"n": make_literal(2)},
            'sample_image("s2.gif")',
            {"sample_image"},
        ),
        ("Check($a, $b)", {"a": make_literal("x"), "b": None}, 'Check("x")', {"Check"}),
        (
            "f(a=$a, b=$b)",
            {"a": None, "b": refer_to("uuid.uuid4")},
            "f(b=uuid.uuid4)",
            {"f", "uuid"},
        ),
        ("(now() + $s).date()", {"s": None}, "now().date()", {"now"}),
        (
            "(now() + $s).date()",
            {"s": parse_cell("-timedelta(days=1)")},
            "(now() - timedelta(days=1)).date()",
            {"now", "timedelta"},
        ),
        ("(now() + $s).date()", {"s": refer_to("day")}, "(now() + day).date()", {"now", "day"}),
        ("models.$what", {"what": "CASCADE"}, "models.CASCADE", {"models"}),
        ('{"sample": $n}', {"n": make_literal(1)}, '{"sample": 1}', set()),
        ("[$a, $b]", {"a": None, "b": make_literal(1)}, "[1]", set()),
        ('{"a": $a, "b": $b}', {"a": None, "b": make_literal(1)}, '{"b": 1}', set()),
        ("($a, 1)", {"a": make_literal(2)}, "(2, 1)", set()),
        ("$whole", {"whole": make_tuple([make_literal(1)])}, "(1,)", set()),
    ],
)
def test_cell_is_filled(
    cell: str, holes: dict[str, Code | str | None], printed: str, names: set[str]
) -> None:
    code = parse_cell(cell, holes)
    assert (print_code(code), code.names) == (printed, names)


@pytest.mark.parametrize(
    ("cell", "holes"),
    [
        ("f($a)", {}),
        ("f($a)", {"a": "text where a piece belongs"}),
        ("self.$a", {"a": None}),
        ("$a.date()", {"a": None}),
        ('"$a"', {"a": refer_to("x")}),
        ("$a", {"a": None}),
    ],
)
def test_hole_without_a_meaning_is_an_error(cell: str, holes: dict[str, Code | str | None]) -> None:
    with pytest.raises(KeyError):
        parse_cell(cell, holes)


@pytest.mark.parametrize("cell", ["a[$a]", "$a < 1", "$a if $b else 1", 'f"{$a}"', "f(*$a)"])
def test_hole_where_none_can_stand_is_an_error(cell: str) -> None:
    with pytest.raises(SyntaxError, match="a hole can't stand"):
        parse_cell(cell, {"a": make_literal(1), "b": make_literal(2)})


@pytest.mark.parametrize(
    ("cell", "expected"), [("-$a", "-x"), ("f(-$a)", "f(-x)"), ("not $a", "not x")]
)
def test_hole_stands_behind_a_sign(cell: str, expected: str) -> None:
    assert print_code(parse_cell(cell, {"a": refer_to("x")})) == expected


def test_filling_leaves_the_cell_as_it_was() -> None:
    first = print_code(parse_cell("f($a, [$a])", {"a": make_literal(1)}))
    second = print_code(parse_cell("f($a, [$a])", {"a": make_literal(2)}))
    assert (first, second) == ("f(1, [1])", "f(2, [2])")
    assert print_code(parse_cell("f($a, [$a])", {"a": make_literal(1)})) == first


def test_rest_is_spread_into_a_dictionary() -> None:
    assert (
        print_code(make_dict([("a", make_literal(1))], refer_to("changes")))
        == '{"a": 1, **changes}'
    )
    assert refer_to("now").call().is_bare_call
    assert not refer_to("now").call(make_literal(1)).is_bare_call
    assert print_code(refer_to("now").call().function) == "now"


def test_pattern_is_a_raw_string() -> None:
    assert print_code(make_literal(r"\d+ \w")) == r'r"\d+ \w"'
    assert print_code(make_literal('\\d"')) == "'\\\\d\"'"
