"""Records that a test has made, and words that only look like them."""

from pathlib import Path

from transformer.manifest import read_project

TEXT = """\
entity Task:
  title: str
  state: enum[first, done]=done
  after: ref Task
test order:
  setup:
    first: create Task with title="A", state=first
    second: create Task with title="B", after=first
  action: update second
  data:
    state: first
    after: first
  expect:
    field state equals first
    field after equals first
"""


def test_value_of_an_enum_is_no_record(tmp_path: Path) -> None:
    file = tmp_path / "app.dsl"
    file.write_text(TEXT, encoding="utf-8")
    analysis = read_project(file)
    assert analysis.manifest, analysis.problems
    test = analysis.manifest["tests"][0]
    said = [*test["setup"][0]["values"], *test["setup"][1]["values"], *test["data"]]
    words = {"subject": "field", "operator": "equals"}
    assert said == [
        {"field": "title", "value": "A"},
        {"field": "state", "value": "first"},
        {"field": "title", "value": "B"},
        {"field": "after", "record": "first"},
        {"field": "state", "value": "first"},
        {"field": "after", "record": "first"},
    ]
    assert test["expect"] == [
        {**words, "field": "state", "value": "first"},
        {**words, "field": "after", "record": "first"},
    ]
