"""Names and texts of random projects, most of them awkward for something."""

from collections.abc import Iterable
from random import Random

LONGEST_NAME = 40
_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_MARKS = "_0123456789"

_ENTITIES = """
Task User Group Session Permission Form View Model Account Medium Admin Person Category Address
ListView DetailView TaskForm TextChoices Decimal Meta Status settings models forms uuid Django
class None True import _Private Trailing_ Two__Parts x HTTPLog ContentType LogEntry Migration
Test TestCase SiteTests Page Home Login Static Media Healthz Field News Series Data Child Sheep
Core App Manager QuerySet Index Constraint Choices datetime now field_1 Entity9
"""
ENTITIES = _ENTITIES.split()

_FIELDS = """
title name label subject status key kind note amount owner parent class def import lambda None
True False async match type pk objects save delete clean check Meta self full_clean id_ a__b
trailing_ _leading __dunder__ owner_id parent_id models uuid datetime timezone settings now
Decimal localdate errors media auto_id non_field_errors request template object view form user
csrf_token password is_active unique index description display_field was auth access audit
extends permit scope required optional searchable cascade min max regex help section mode action
plural ref str text int date enum today true q page sort order filter search count items keys values
forloop block get_absolute_url title_id task task_set created_at prefix data files fields
initial instance next label_suffix widget choices history l O I _state _meta DoesNotExist
get_status_display get_next_by_date
"""
FIELDS = _FIELDS.split()

_SURFACES = """
list view create edit home login logout admin media healthz page static sign_in class None
task_list task_create task_detail task_update search new delete main ListView index app_name
path urlpatterns _odd odd_ two__parts
"""
SURFACES = _SURFACES.split()

_VALUES = """
None True class todo done a A b _ __ names values choices labels name value label mro DRAFT
draft today now true false x_y x__y self max
"""
VALUES = _VALUES.split()
VALUE_TEXTS = [
    "2fa",
    "in progress",
    "in-progress",
    "ünïcode",
    "日本",
    "-",
    "+",
    '"',
    "'",
    "\\",
    "{{ 7*7 }}",
    "<b>",
    "a,b",
    "a&b",
    "1",
    "…",
    "line\nbreak",
]
TEXTS = [
    "Plain",
    "with several words in it",
    "{{ 7*7 }}",
    "${7*7}",
    "{% now 'Y' %}",
    "{# comment #}",
    "<%! import os %>",
    "</%block>",
    "% for x in y:",
    "## heading",
    "# heading",
    "<script>alert(1)</script>",
    "</title><b>",
    "<!-- -->",
    '"""',
    "'''",
    '"',
    "'",
    "'\"",
    "\\",
    "\\n",
    "ends with \\",
    "%s %(name)s %",
    "{0} {name} {",
    "}",
    "$name $$",
    "`code` *bold* _it_ [link](x)",
    "| table |",
    "- item",
    "line\nbreak",
    "\n",
    " around ",
    "日本語のタイトル",
    "نص عربي",
    "😀 e\u0301 \u202e \u200b",
    "tab\tinside",
    "\u00a0",
    "\u2028",
    "null: true",
    "yes",
    "~",
    "3",
    "2026-01-31",
    "&amp; & &lt;",
    "a" * 120,
    "word " * 60 + "end",
    "",
]


def quote(text: str) -> str:
    """The text as a string of the language."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def choose_text(random: Random) -> str:
    """A text that may stand wherever people write one, now and then two of them joined."""
    text = random.choice(TEXTS)
    return text if random.random() < 0.8 else text + random.choice(TEXTS)


def choose_title(random: Random) -> str:
    """Nothing, or a space and a title in quotes."""
    return f" {quote(choose_text(random))}" if random.random() < 0.5 else ""


def choose_names(random: Random, pool: Iterable[str], count: int) -> list[str]:
    """So many names that differ by more than the case of their letters."""
    names: dict[str, str] = {}
    candidates = list(pool)
    while len(names) < count:
        is_made_up = len(names) > len(candidates) // 3 or random.random() < 0.25
        name = make_up_name(random) if is_made_up else random.choice(candidates)
        if name.lower() != "id":
            names.setdefault(name.lower(), name)
    return list(names.values())


def make_up_name(random: Random) -> str:
    """Any legal name, mostly a short one."""
    length = random.choice([1, 2, 3, 5, 8, 8, 13, LONGEST_NAME])
    first = random.choice(_LETTERS + "_")
    return first + "".join(random.choice(_LETTERS + _MARKS) for _ in range(length - 1))


def choose_values(random: Random) -> list[str]:
    """Different values of an enumeration."""
    pool = [*VALUES, *VALUE_TEXTS]
    return random.sample(pool, random.choice([1, 2, 3, 5]))


def spell_value(value: str) -> str:
    """A value as it stands in an enumeration: bare where it is a name."""
    return value if value.isascii() and value.isidentifier() else quote(value)
