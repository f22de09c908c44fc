"""A shop whose entities refer to one another, for tests of aggregates."""

from pathlib import Path
from typing import Any

from transformer.diagnostics.problems import Problem
from transformer.manifest import Analysis, read_project

SHOP = """
entity Client:
  name: str required
  orders: has_many Order
  card: has_one Card
  tags: many_to_many Tag
  {client}
entity Card:
  client: ref Client required
entity Tag:
  name: str
entity Order:
  number: int required
  client: ref Client
  checked_by: ref Client
  placed: date
  open_for: computed now - made_at
  made_at: datetime auto_add
  {order}
entity Line:
  order: ref Order required
  quantity: int
  price: decimal(8, 2)
  done: bool
  packed_at: time
  amount: computed quantity * price
  {line}
entity Note:
  line: ref Line required
  words: str
  length: int
workspace desk:
  orders:
    source: Order
    filter: {filter}
  numbers:
    aggregate:
      number: {number}
"""
GIVEN = {"client": "", "order": "", "line": "", "filter": "true", "number": "count(Order)"}


def read_shop(folder: Path, **lines: str) -> Analysis:
    """The analysis of the shop with these lines more, each in its place."""
    file = folder / "app.dsl"
    file.write_text(SHOP.format(**(GIVEN | lines)), encoding="utf-8")
    return read_project(file)


def find_expression(analysis: Analysis, entity: str = "Order", name: str = "x") -> dict[str, Any]:
    """What a computed value is computed by."""
    assert analysis.manifest, analysis.problems
    owner = next(each for each in analysis.manifest["entities"] if each["name"] == entity)
    found = next(each["expression"] for each in owner["computed"] if each["name"] == name)
    assert isinstance(found, dict)
    return found


def find_place(problem: Problem) -> str:
    """What a problem is about, as it is written."""
    assert problem.span
    line = Path(problem.span.file).read_text(encoding="utf-8").split("\n")[problem.span.line - 1]
    return line[problem.span.column - 1 : problem.span.end - 1]
