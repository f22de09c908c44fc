"""Python as it is spelled, named and laid out in emitted files."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transformer.backends.django.code import Code
from transformer.backends.django.constraints import name_constraint
from transformer.backends.django.identifiers import spell_attribute, spell_class, spell_constant
from transformer.backends.django.literals import measure_width, spell_string
from transformer.backends.django.matching import find_match
from transformer.backends.django.models import shorten_title, view_enum
from transformer.backends.django.printing import WIDTH, print_code
from transformer.diagnostics.resources import read_table
from transformer.engine.escapes import to_html, to_markdown
from transformer.model.entity_fields import Choice

ESCAPES = [r"\d", r"\D", r"\w", r"\W", r"\s", r"\S", r"\b", r"\1", "{2}", "{1,3}"]
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)


@given(texts)
def test_string_means_itself(text: str) -> None:
    assert ast.literal_eval(spell_string(text)) == text
    assert spell_string(text).isprintable()


def read_code(source: str) -> Code:
    return Code(ast.parse(source, mode="eval").body)


@given(texts, st.integers(0, 12))
def test_layout_changes_no_meaning(text: str, indent: int) -> None:
    source = f"f({spell_string(text)}, key=[{spell_string(text)}, 1], other={{'a': (2,)}})"
    laid_out = print_code(read_code(source), indent)
    assert ast.dump(ast.parse(laid_out.strip(), mode="eval")) == ast.dump(
        ast.parse(source, mode="eval")
    )


@given(st.lists(texts, min_size=1, max_size=4))
def test_lines_are_short(parts: list[str]) -> None:
    source = f"f({', '.join(map(spell_string, parts))})"
    assert all(measure_width(line) <= WIDTH for line in print_code(read_code(source)).splitlines())


def test_member_stands_on_one_line_as_far_as_that_goes() -> None:
    free = WIDTH - len('        A = "a", ""')
    fits, wraps = (view_enum("Kind", [Choice("a", "t" * n)], 8) for n in (free, free + 1))
    assert len(fits.members) == WIDTH
    assert max(map(len, wraps.members.splitlines())) < WIDTH


def test_title_is_cut_only_where_it_is_too_long() -> None:
    longest = shorten_title("t" * 1000)
    assert longest.endswith("…") and shorten_title(longest) == longest
    assert shorten_title("t" * len(longest)) == "t" * len(longest)
    assert shorten_title("t" * (len(longest) + 1)) == longest
    assert len(f"Can change {longest}") == 255  # the longest name that Django permits


def test_layout_is_left_alone_by_ruff(tmp_path: Path) -> None:
    long, quoted = "word " * 60, 'say "no" and ' * 12
    sources = [
        f"models.CharField({long!r}, max_length=3)",
        f"[{long!r}, {'日本語' * 40!r}, {quoted!r}]",
        f"{{'verbose_name': {long!r}, 'pair': ('a', {long!r})}}",
        "models.UniqueConstraint(fields=['a' , 'b'], name='" + "n" * 70 + "')",
        "f(1, (2,), [], {}, g())",
        repr("x" * 200),
    ]
    text = "from django.db import f, g, models\n\n\nclass A:\n" + "\n".join(
        print_code(read_code(source), 4, f"a{number} = ") for number, source in enumerate(sources)
    )
    file = tmp_path / "laid_out.py"
    file.write_text(text + "\n", encoding="utf-8")
    ruff = [sys.executable, "-m", "ruff"]
    for words in (["format", "--diff"], ["check", "--select", "E,F,I,UP,B"]):
        done = subprocess.run([*ruff, *words, "--isolated", file], capture_output=True, text=True)
        assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("pattern", "shortest", "longest"),
    [
        (r"^[A-Z]{2}-\d{3,}$", 1, 20),
        (r"^(?:a|b)+[^x]\w?$", 3, 9),
        (r"\bword\b", 1, 50),
        (r"^[^@\s]+@[^@\s]+$", 8, 30),
        (r"^\S{12}$", 1, 12),
        (r"^(?i:abc)(?=\d)\d$", 1, 9),
        (r"^(?=.*\d)(?=.*[a-z]).{8,}$", 8, 40),
        (r"^(a|b|c)\1$", 2, 2),
        (r"^(?P<year>\d\d)-(?P=year)$", 5, 5),
        (r"^\w{150}$", 1, 200),
        (r"^[a-z]+$", 90, 90),
    ],
)
def test_text_is_found_for_a_pattern(pattern: str, shortest: int, longest: int) -> None:
    text = find_match(pattern, shortest, longest)
    assert text is not None
    assert shortest <= len(text) <= longest


@pytest.mark.parametrize(
    ("pattern", "longest"),
    [
        (r"^[^\d]$", 1),
        (r"^[^\w]+$", 9),
        (r"^[^A-Za-z0-9]{2}$", 2),
        (r"^[^\S]a$", 2),
        (r"^[^\D]$", 1),
    ],
)
def test_text_is_kept_as_it_is_by_a_form(pattern: str, longest: int) -> None:
    text = find_match(pattern, 1, longest)
    assert text is None or (text == text.strip() and re.fullmatch(pattern, text))
    assert text or pattern == r"^[^\S]a$"  # begins with a blank


@pytest.mark.parametrize("pattern", [r"^a++b$", r"^(?>ab|a)d$", r"^(a)?(?(1)b|c)d$"])
def test_expression_that_is_too_much_gives_no_text(pattern: str) -> None:
    assert find_match(pattern, 1, 9) is None


def test_text_has_no_signs_that_nobody_can_type() -> None:
    assert find_match(r"^a\tb$", 1, 9) is None
    assert find_match(r"^a[\t-]b$", 1, 9) == "a-b"


def test_text_is_plain_where_that_suffices() -> None:
    found = [find_match(pattern, 1, 20) for pattern in (r"^\w+$", r"^[^@]+@[^@]+$", r"^\d\d:\d\d$")]
    assert found == ["abc", "a@example.com", "12:30"]


def test_text_is_the_same_in_every_run() -> None:
    script = (
        "from transformer.backends.django.matching import find_match;"
        r"print([find_match(p, 1, 30) for p in (r'^[^a-z]{9}$', r'^(?:\W\w){6}$', r'^k.{5,}$')])"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    ]
    assert "None" not in runs[0] and runs == runs[:1] * 3


def test_maker_of_texts_is_imported_only_for_a_pattern(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from transformer.manifest import read_project;"
        "from transformer.engine.render import render_project;"
        "render_project(read_project(Path('app.dsl')).manifest, 'django_micro');"
        "print('rstr' in sys.modules)"
    )
    for modifier, said in (("", "False"), (' regex("x[0-9]z")', "True")):
        text = f'app a "A"\nentity B:\n  c: str required{modifier}\n'
        (tmp_path / "app.dsl").write_text(text, encoding="utf-8")
        run = [sys.executable, "-c", script]
        done = subprocess.run(run, cwd=tmp_path, capture_output=True, text=True)
        assert done.stdout.strip() == said, done.stderr


PIECES = st.sampled_from([*"ab1-.^$|?*+(){}[]\\", "[^", "(?:", "(?=", "(?<!", *ESCAPES])


@given(st.lists(PIECES, max_size=9).map("".join))
def test_any_expression_gives_a_text_that_it_matches_or_none(pattern: str) -> None:
    try:
        re.compile(pattern)
    except re.error:
        return
    text = find_match(pattern, 1, 20)
    assert text is None or re.fullmatch(pattern, text)


def test_no_text_is_found_where_there_is_none() -> None:
    assert find_match(r"^a{5}$", 1, 3) is None


@given(st.text("ab_AB1", min_size=1, max_size=20))
def test_names_are_legal(name: str) -> None:
    reserved = read_table("django/reserved")["attributes"]
    attribute = spell_attribute(name, reserved)
    assert attribute.isidentifier()
    assert "__" not in attribute
    assert not attribute.endswith("_")
    assert not attribute.startswith("_")
    assert spell_class(name).isidentifier()
    assert spell_constant(name).isidentifier()


@pytest.mark.parametrize(
    ("text", "name"),
    [("(new)", "NEW"), ("half-done…", "HALF_DONE"), ("été", "ETE"), ("2nd", "VALUE_2ND")],
)
def test_constant_is_made_of_the_words_of_a_text(text: str, name: str) -> None:
    assert spell_constant(text) == name


def test_reserved_attributes_are_those_of_django() -> None:
    script = (
        "from django.conf import settings; settings.configure(); import django; django.setup();"
        "from django.db.models import Model; print(*[n for n in dir(Model) if n[0] != '_'])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert set(done.stdout.split()) <= set(read_table("django/reserved")["attributes"])


def test_constraints_have_different_names() -> None:
    taken: set[str] = set()
    names = [
        name_constraint(slug, keys, ending, taken)
        for slug in ("a", "a_b", "a_b_c" * 9)
        for keys in (["b"], ["-b"], ["b", "c"], ["b_c"], ["x" * 50])
        for ending in ("idx", "uniq")
    ]
    assert len(set(names)) == len(names)
    assert all(len(name) <= 30 for name in names)


@given(texts)
def test_html_holds_no_tag(text: str) -> None:
    escaped = to_html(text)
    assert not {"<", ">", '"'} & set(escaped)
    assert not any(mark in escaped for mark in ("{{", "{%", "{#"))


@given(texts)
def test_markdown_stays_on_its_line(text: str) -> None:
    assert "\n" not in to_markdown(text)
