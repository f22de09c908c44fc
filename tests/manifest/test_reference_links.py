"""What the reference says of relations, flows and other systems is what the manifest says."""

from pathlib import Path
from typing import Any

import pytest

from transformer.manifest import Analysis, read_project

BASE = """
entity User:
  email: email required unique
entity Task:
  title: str required
  state: enum[open, done]=open
  due: date
  at: datetime
  fee: decimal(8, 2)
  number: str
  owner: ref User
"""
PAGES = """
surface tasks:
  uses entity Task
  mode: list
surface new:
  uses entity Task
  mode: create
"""
SYSTEM = """
service bank:
  spec: url "https://bank.example"
foreign_model Bill from bank:
  key: number
  number: str(12)
  amount: money(EUR) required
"""


def read(tmp_path: Path, text: str) -> Analysis:
    file = tmp_path / "app.dsl"
    file.write_text(text, encoding="utf-8")
    return read_project(file)


def read_manifest(tmp_path: Path, text: str) -> dict[str, Any]:
    analysis = read(tmp_path, text)
    assert analysis.manifest is not None, analysis.problems
    return analysis.manifest


def list_codes(tmp_path: Path, text: str) -> list[str]:
    problems = read(tmp_path, text).problems
    return [problem.code for problem in problems if problem.code != "unshown-entity"]


@pytest.mark.parametrize(
    ("relation", "field", "via", "rule", "unique"),
    [
        ("has_many Part", "whole: ref Whole", "whole", "nullify", "no"),
        ("has_many Part cascade", "whole: ref Whole", "whole", "cascade", "no"),
        ("has_many Part restrict", "whole: ref Whole", "whole", "restrict", "no"),
        ("has_many Part nullify", "whole: ref Whole nullify", "whole", "nullify", "no"),
        ("has_one Part cascade", "whole: belongs_to Whole cascade", "whole", "cascade", "always"),
        ("has_many Part", "a: ref Whole\n  whole: ref Whole", "whole", "nullify", "no"),
        ("has_many Part readonly", "owner: ref Whole", "owner", "nullify", "no"),
        ("has_one Part", "whole: ref Whole required", "whole", "restrict", "always"),
        ("has_one Part", "whole: ref Whole unique?", "whole", "nullify", "present"),
    ],
)
def test_way_back(
    tmp_path: Path, relation: str, field: str, via: str, rule: str, unique: str
) -> None:
    text = f"entity Whole:\n  parts: {relation}\nentity Part:\n  {field}\n"
    whole, part = read_manifest(tmp_path, text)["entities"]
    assert whole["relations"][0]["via"] == via
    assert whole["relations"][0].get("readonly", False) == ("readonly" in relation)
    back = next(each for each in part["fields"] if each["name"] == via)
    assert (back["on_delete"], back["unique"], back["inverse"]["name"]) == (rule, unique, "parts")


@pytest.mark.parametrize("rule", ["cascade", "restrict", "nullify"])
@pytest.mark.parametrize("other", ["cascade", "restrict", "nullify"])
def test_rules_of_both_ends_are_the_same(tmp_path: Path, rule: str, other: str) -> None:
    text = f"entity Whole:\n  parts: has_many Part {rule}\n"
    text += f"entity Part:\n  whole: ref Whole {other}\n"
    assert list_codes(tmp_path, text) == ["contradiction"] * (rule != other)


def test_rule_of_a_relation_is_not_that_of_a_reference_it_does_not_invert(tmp_path: Path) -> None:
    text = "entity Whole:\n  parts: many_to_many Part cascade\nentity Part:\n  whole: ref Whole\n"
    _, part = read_manifest(tmp_path, text)["entities"]
    (back,) = [each for each in part["fields"] if each["name"] == "whole"]
    assert back["on_delete"] == "nullify"


def test_relation_without_a_reference(tmp_path: Path) -> None:
    text = "entity Whole:\n  parts: many_to_many Part cascade\nentity Part:\n  x: str\n"
    (relation,) = read_manifest(tmp_path, text)["entities"][0]["relations"]
    assert (relation["kind"], relation["on_delete"]) == ("many_to_many", "cascade")


EMBEDDED = ("unique", "on_delete", "required", "nullable", "input")


def test_part_gets_a_reference_to_its_owner(tmp_path: Path) -> None:
    text = "entity Whole:\n  part: embeds Part cascade required\nentity Part:\n  whole: str\n"
    whole, part = read_manifest(tmp_path, text)["entities"]
    (relation,) = whole["relations"]
    assert (relation["via"], relation["required"]) == ("whole_2", True)
    assert "on_delete" not in relation
    (back,) = [each for each in part["fields"] if each["name"] == relation["via"]]
    assert [back[each] for each in EMBEDDED] == ["always", "cascade", True, False, "always"]
    assert back["inverse"]["name"] == "part"


def test_part_of_several_has_a_reference_for_each_and_no_input(tmp_path: Path) -> None:
    text = "entity Whole:\n  a: embeds Part\n  b: embeds Part\nentity Part:\n  x: str\n"
    _, part = read_manifest(tmp_path, text)["entities"]
    ways = [each for each in part["fields"] if each["type"] == "ref"]
    assert [each["name"] for each in ways] == ["whole_a", "whole_b"]
    for each in ways:
        assert [each[name] for name in EMBEDDED] == ["present", "cascade", False, True, "never"]


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("part: embeds Part restrict", ["contradiction"]),
        ("part: embeds Part nullify", ["contradiction"]),
        ("parts: has_many Part required", ["unfit-modifier"]),
        ("part: embeds Whole", ["embedding-cycle"]),
    ],
)
def test_words_that_do_not_fit_a_relation(tmp_path: Path, line: str, codes: list[str]) -> None:
    text = f"entity Whole:\n  {line}\nentity Part:\n  x: str\n  whole_of: ref Whole\n"
    assert list_codes(tmp_path, text) == codes


def test_way_back_that_there_is_none_of(tmp_path: Path) -> None:
    text = "entity Whole:\n  parts: has_many Part\nentity Part:\n  x: str\n"
    assert list_codes(tmp_path, text) == ["missing-inverse"]


@pytest.mark.parametrize(
    ("steps", "codes"),
    [
        ("start: a\n  step a:\n    surface tasks", []),
        ("start: a\n  step a:\n    surface tasks\n    on cancel -> a", []),
        ("start: a\n  step a:\n    surface tasks\n    on success -> a", ["endless-flow"]),
        (
            "start: a\n  step a:\n    surface tasks\n  step b:\n    kind: process",
            ["unreached-step"],
        ),
        ("start: b\n  step a:\n    surface tasks", ["unknown-step"]),
        ("start: a\n  step a:\n    kind: surface", ["empty-step"]),
        ("start: a\n  step a:\n    surface tsks", ["unknown-surface"]),
        ("step a:\n    surface tasks", ["missing-start"]),
    ],
)
def test_flow(tmp_path: Path, steps: str, codes: list[str]) -> None:
    assert list_codes(tmp_path, f"{BASE}{PAGES}experience flow:\n  {steps}\n") == codes


@pytest.mark.parametrize(
    ("step", "kind"),
    [
        ("surface tasks", "surface"),
        ("integration bills action pay", "integration"),
        ('"Waits."', None),
        ("on failure -> a", "process"),
    ],
)
def test_kind_of_a_step(tmp_path: Path, step: str, kind: str | None) -> None:
    flow = f"experience flow:\n  start: a\n  step a:\n    {step}\n"
    bills = "integration bills:\n  action pay:\n    call bank.pay\n"
    analysis = read(tmp_path, BASE + PAGES + SYSTEM + bills + flow)
    assert (analysis.manifest is None) == (kind is None)
    if analysis.manifest:
        assert analysis.manifest["experiences"][0]["steps"][0]["kind"] == kind


def test_service_and_foreign_model(tmp_path: Path) -> None:
    text = f'{SYSTEM}service plain:\n  owner: "Somebody"\n  auth_profile: api_key_header name=key\n'
    manifest = read_manifest(tmp_path, BASE + text)
    bank, plain = manifest["services"]
    assert (bank["spec"], bank["auth"]) == ({"url": "https://bank.example"}, {"kind": "none"})
    assert plain["auth"] == {"kind": "api_key_header", "options": {"name": "key"}}
    number, amount = manifest["foreign_models"][0]["fields"]
    assert (number["required"], number["length"]) == (True, 12)
    assert (amount["type"], amount["currency"], amount["required"]) == ("money", "EUR", True)


BILLS = """integration bills:
  action pay:
    when surface new submitted
    call bank.pay with:
      to.name <- current_user.email
      amount <- form.fee
      on <- today + 1d
      kind <- "fee"
      urgent <- true
      copies <- 2
  sync nightly:
    mode: scheduled "0 2 * * 1-5"
    from bank.list as Bill
    into entity Task
    match on:
      number <-> number
  sync live:
    mode: event_driven
    from service bank
    into entity Task
    match on:
      number <-> number
"""
SENT = [
    ("to.name", {"from": "current_user", "path": ["email"]}),
    ("amount", {"from": "form", "path": ["fee"]}),
    ("on", {"moment": "today", "offset": 86400}),
    ("kind", {"value": "fee"}),
    ("urgent", {"value": True}),
    ("copies", {"value": 2}),
]


def test_action(tmp_path: Path) -> None:
    (bills,) = read_manifest(tmp_path, BASE + PAGES + SYSTEM + BILLS)["integrations"]
    (pay,) = bills["actions"]
    assert (pay["when"], pay["call"]) == ("new", {"service": "bank", "operation": "pay"})
    assert [(pair["target"], pair["source"]) for pair in pay["arguments"]] == SENT


def test_syncs(tmp_path: Path) -> None:
    (bills,) = read_manifest(tmp_path, BASE + PAGES + SYSTEM + BILLS)["integrations"]
    nightly, live = bills["syncs"]
    assert (nightly["mode"], nightly["schedule"]) == ("scheduled", "0 2 * * 1-5")
    assert nightly["match"] == [{"foreign": "number", "field": "number"}]
    assert (live["mode"], "schedule" in live) == ("event_driven", False)
