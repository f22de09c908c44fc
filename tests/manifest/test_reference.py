"""What the reference says that rules, people and expressions mean is what the manifest says."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from transformer.diagnostics.resources import read_table
from transformer.manifest import Analysis, read_project

PEOPLE = """
entity Person:
  auth: identity
  email: email required unique
  role: enum[member, manager]=member
  team: ref Team
entity Team:
  name: str required
  lead: ref Person
"""
TASK = """
entity Task:
  title: str required
  priority: enum[low, high, urgent]=low
  state: enum[open, done]=open
  due: date
  made: datetime auto_add
  hours: float
  cost: decimal(8, 2)
  owner: ref User
  public: bool
"""
Read = Callable[[str], Analysis]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """The analysis of a text."""

    def read_text(text: str) -> Analysis:
        file = tmp_path / "app.dsl"
        file.write_text(text, encoding="utf-8")
        return read_project(file)

    return read_text


def manifest_of(analysis: Analysis) -> dict[str, Any]:
    assert analysis.manifest is not None, analysis.problems
    return analysis.manifest


def entity_of(analysis: Analysis, name: str = "Task") -> dict[str, Any]:
    entities: list[dict[str, Any]] = manifest_of(analysis)["entities"]
    return next(entity for entity in entities if entity["name"] == name)


def spell(node: dict[str, Any]) -> str:
    """An expression with a bracket around every operation."""
    if "operator" in node:
        operator, operands = node["operator"], [spell(each) for each in node["operands"]]
        joined = f" {operator} ".join(operands)
        return f"({joined})" if len(operands) > 1 else f"({operator} {joined})"
    if "list" in node:
        return f"[{', '.join(spell(each) for each in node['list'])}]"
    if "function" in node:
        return f"{node['function']}({', '.join(spell(each) for each in node['arguments'])})"
    if "path" in node:
        return ".".join(node["path"])
    if "person" in node:
        return ".".join(["$", *node["person"]])
    key = next(key for key in ("choice", "moment", "duration", "role", "value") if key in node)
    return f"{key}:{node[key]}"


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("public or public and public", "(path or (path and path))"),
        ("not public and public", "((not path) and path)"),
        ("not due = null", "(not (is null due))"),
        ("public or public or public", "(path or path or path)"),
        ("hours + 2 * 3 > 1", "((hours + (value:2 * value:3)) > value:1)"),
        ("(hours + 2) * 3 > 1", "(((hours + value:2) * value:3) > value:1)"),
        ("hours - 2 - 3 > -1", "(((hours - value:2) - value:3) > value:-1)"),
        ("hours / 2 / -hours > 0", "(((hours / value:2) / (negative hours)) > value:0)"),
        ("due < today + 7d", "(due < (moment:today + duration:604800))"),
        ("made > now - 2h", "(made > (moment:now - duration:7200))"),
        ("made - made > 30min", "((made - made) > duration:1800)"),
        ("due = null or due != null", "((is null due) or (is not null due))"),
        ("due is null or due is not null", "((is null due) or (is not null due))"),
        ("priority in [low, high]", "(priority in [choice:low, choice:high])"),
        ("priority not in [urgent]", "(priority not in [choice:urgent])"),
        ("priority < high", "(priority < choice:high)"),
        ('state == "done"', "(state = choice:done)"),
        ('"done" != state', "(choice:done != state)"),
        ('"2026-01-31" > due', "(value:2026-01-31 > due)"),
        ('title contains "x"', "(title contains value:x)"),
        ('due >= "2026-01-31"', "(due >= value:2026-01-31)"),
        ("days_since(made) > 3", "(days_since(made) > value:3)"),
        ("round(hours * 2, 1) = 1.5", "(round((hours * value:2), value:1) = value:1.5)"),
        ("owner = current_user", "(owner = $)"),
        ("owner.team.lead = current_user", "(owner.team.lead = $)"),
        ("owner.team.name = current_user.team.name", "(owner.team.name = $.team.name)"),
        ("current_user.role = manager", "($.role = choice:manager)"),
        ("role(manager) and true", "(role:manager and value:True)"),
    ],
)
def test_expression(read: Read, said: str, meant: str) -> None:
    analysis = read(f"{PEOPLE}{TASK}  invariant: {said}\n")
    found = spell(entity_of(analysis)["invariants"][0]["condition"])
    assert found == meant.replace("path", "public")


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ('titel = "x"', "unknown-field"),
        ('owner.nmae = "x"', "unknown-field"),
        ('title.name = "x"', "not-a-reference"),
        ("title > 3", "mixed-types"),
        ("state = opne", "unknown-choice"),
        ("current_user.age > 3", "unknown-user-field"),
        ("count(Taks) > 3", "unknown-relation"),
        ("count(hours) > 3", "not-many"),
        ("round(hours, 7) > 3", "round-places"),
        ("hours + 1", "not-a-condition"),
        ("title and public", "not-a-condition"),
        ("due + due = due", "wrong-operands"),
        ("owner = owner.team", "mixed-types"),
        ("state = owner.role", "mixed-types"),
        ("role(boss)", "unknown-role"),
        ("sun(hours) > 3", "unknown-function"),
    ],
)
def test_expression_that_makes_no_sense(read: Read, said: str, code: str) -> None:
    analysis = read(f"{PEOPLE}{TASK}  invariant: {said}\n")
    assert [problem.code for problem in analysis.problems] == [code]


@pytest.mark.parametrize("field", ["username", "is_staff", "date_joined"])
def test_person_of_the_framework(read: Read, field: str) -> None:
    text = f"{TASK}  invariant: current_user.{field} is not null and role(anybody)\n"
    assert manifest_of(read(text)).get("person", {}) == {}
    analysis = read(f"{PEOPLE}{text.replace('role(anybody)', 'true')}")
    assert [problem.code for problem in analysis.problems] == ["unknown-user-field"]


@pytest.mark.parametrize("head", ["entity User:", "entity Person:\n  auth: identity"])
def test_entity_that_signs_in(read: Read, head: str) -> None:
    analysis = read(f"{head}\n  name: str\n  role: enum[a, b]\n{TASK}  invariant: role(a)\n")
    name = head.split()[1].strip(":")
    assert manifest_of(analysis)["person"] == {"entity": name, "role": "role"}
    owner = next(field for field in entity_of(analysis)["fields"] if field["name"] == "owner")
    assert (owner["target"], owner["target_kind"]) == (name, "entity")


@pytest.mark.parametrize(("kind", "found"), [("email unique", "email"), ("email", None)])
def test_email_signs_in_where_it_is_unique(read: Read, kind: str, found: str | None) -> None:
    person = manifest_of(read(f"entity User:\n  email: {kind}\n"))["person"]
    assert person.get("sign_in") == found


def test_transitions(read: Read) -> None:
    rules = """  transitions:
    open -> done: requires owner, due and role(manager)
    * -> open
    done -> open: owner = current_user
"""
    found = entity_of(read(PEOPLE + TASK + rules))["transitions"]
    assert (found["field"], found.get("track", False)) == ("state", False)
    first, any_state, last = found["rules"]
    assert (first["from"], first["to"], first["requires"]) == ("open", "done", ["owner", "due"])
    assert spell(first["condition"]) == "role:manager"
    assert any_state == {"to": "open"}
    assert (spell(last["condition"]), last.get("requires", [])) == ("(owner = $)", [])


def test_invariant(read: Read) -> None:
    lines = '  invariant: public\n    message: "Show it"\n    code: SHOW_IT\n'
    (found,) = entity_of(read(TASK + lines))["invariants"]
    assert (found["message"], found["code"]) == ("Show it", "SHOW_IT")


def test_permissions_and_access(read: Read) -> None:
    rules = "  access:\n    read: public\n    write: role(m)\n  forbid:\n    delete: public\n"
    found = entity_of(read(TASK + rules))["permissions"]
    said = [(rule["effect"], rule["operation"], spell(rule["condition"])) for rule in found]
    assert sorted(said) == sorted(
        [
            ("forbid", "delete", "public"),
            *(("permit", operation, "public") for operation in ("list", "read")),
            *(("permit", each, "role:m") for each in ("create", "update", "delete")),
        ]
    )


def test_scopes(read: Read) -> None:
    rules = "  scope:\n    list: public\n      as: member\n    read: all\n"
    first, second = entity_of(read(PEOPLE + TASK + rules))["scopes"]
    assert (spell(first["condition"]), first["personas"]) == ("public", ["member"])
    assert (spell(second["condition"]), second.get("personas", [])) == ("value:True", [])


def test_archetypes_come_first(read: Read) -> None:
    text = """
archetype Far:
  a: str
archetype Near:
  extends: Far
  b: str
archetype Other:
  c: str
entity Note:
  d: str
  extends: Near, Other
"""
    fields = entity_of(read(text), "Note")["fields"]
    assert [field["name"] for field in fields] == ["id", "a", "b", "c", "d"]


@pytest.mark.parametrize("word", sorted(
    {word for row in read_table("language/grammar")["blocks"].values() for word in row["forms"]}
    | {"status", "key", "test", "filter", "index", "section", "true_north", "where"}
    | {word for row in read_table("language/grammar")["phrases"].values() for word in row["words"]}
    | {"and", "or", "not", "in", "is", "contains", "true", "today", "current_user", "role", "count"}
))  # fmt: skip
def test_no_word_is_reserved(read: Read, word: str) -> None:
    text = f"""
entity Thing:
  name: str
  {word}: bool
  {word}_2: computed {word}
  unique name, {word}
  invariant: {word} = true and not {word}
  scope:
    list: {word} or name = "x"
surface {word}:
  uses entity Thing
  mode: list
  section {word}:
    field {word}
  ux:
    show: name, {word}
    sort: {word} desc
"""
    analysis = read(text)
    assert manifest_of(analysis)["surfaces"][0]["ux"]["sort"][0]["field"] == word
    assert spell(entity_of(analysis, "Thing")["computed"][0]["expression"]) == word
