"""Aggregates of nothing, or of several things at once: each is reported at its place."""

from pathlib import Path

import pytest

from tests.manifest.shop import find_expression, find_place, read_shop
from transformer.manifest import read_project


@pytest.mark.parametrize(
    ("said", "code", "place"),
    [
        ("count(liens)", "unknown-relation", "liens"),
        ("count(Liens)", "unknown-relation", "Liens"),
        ("count(client.ordrs)", "unknown-relation", "ordrs"),
        ("sum(items.price)", "unknown-relation", "items"),
        ("count(client.lines)", "unknown-relation", "lines"),
        ("count(client)", "not-many", "client"),
        ("count(client.card)", "not-many", "client.card"),
        ("sum(number)", "not-many", "number"),
        ("sum(number.x)", "not-many", "number.x"),
        ("sum(2)", "no-records", "2"),
        ("max(today)", "no-records", "today"),
        ("max(now - current_user.date_joined)", "no-records", "now - current_user.date_joined"),
        ("sum(lines.quantity * number)", "mixed-relations", "number"),
        ("sum(lines.quantity * client.orders.number)", "mixed-relations", "client.orders.number"),
        ("sum(lines.notes.length)", "two-relations", "lines.notes.length"),
        ("sum(lines.order.lines.price)", "two-relations", "lines.order.lines.price"),
        ("count(lines.notes)", "two-relations", "lines.notes"),
        ("sum(Line.notes.length)", "two-relations", "Line.notes.length"),
        ("sum(lines.quantty)", "unknown-field", "quantty"),
        ("sum(lines.order.nmber)", "unknown-field", "nmber"),
        ("sum(lines.price.x)", "not-a-reference", "x"),
        ("count(lines where quantty > 3)", "unknown-field", "quantty"),
        ("count(lines where number > 3)", "unknown-field", "number"),
        ("count(lines where quantity)", "not-a-condition", "quantity"),
        ("count(lines.quantity)", "wrong-operands", "lines.quantity"),
        ("count(Line.order)", "wrong-operands", "Line.order"),
        ("sum(lines)", "wrong-operands", "lines"),
        ("sum(lines * 2)", "wrong-operands", "lines * 2"),
        ("sum(lines.done)", "wrong-operands", "lines.done"),
        ("sum(lines.packed_at)", "wrong-operands", "lines.packed_at"),
        ("avg(client.orders.placed)", "wrong-operands", "client.orders.placed"),
        ("min(lines.notes)", "two-relations", "lines.notes"),
        ("max(lines.order)", "wrong-operands", "lines.order"),
        ("max(lines.order.client.name)", "wrong-operands", "lines.order.client.name"),
        ("clint.orders", "unknown-field", "clint"),
        ("count(clint.orders)", "unknown-relation", "clint"),
        ("lines", "many-records", "lines"),
        ("lines.price * 2", "many-records", "lines"),
        ("client.orders", "many-records", "orders"),
        ("client.tags is null", "many-records", "tags"),
        ("sum(lines.price) > lines.price", "many-records", "lines"),
        ("round(sum(lines.price), 7)", "round-places", "7"),
    ],
)
def test_mistake_is_reported_at_its_place(tmp_path: Path, said: str, code: str, place: str) -> None:
    (problem,) = read_shop(tmp_path, order=f"x: computed {said}").problems
    assert (problem.code, find_place(problem)) == (code, place)


@pytest.mark.parametrize("said", ["count(lines.quantity + 1)", "sum(lines.price, 2)", "count()"])
def test_what_no_aggregate_takes_is_not_read(tmp_path: Path, said: str) -> None:
    assert [
        problem.code for problem in read_shop(tmp_path, order=f"x: computed {said}").problems
    ] == ["unexpected"]


@pytest.mark.parametrize(
    ("owner", "said", "hint"),
    [
        ("order", "count(line)", "`lines`?"),
        ("order", "count(Lin)", "`Line`?"),
        ("order", "count(client.ordrs)", "`orders`?"),
        ("order", "count(clint.orders)", "`client`?"),
        ("order", "lines > 1", "`count(lines)`"),
        ("order", "count(items)", "records: `lines`;"),
        ("client", "count(visits)", "records: `orders`, `tags`, `checked_by_orders`;"),
        ("line", "count(order)", "records: `lines`"),
        ("order", "count(number)", "records: `lines`"),
    ],
)
def test_hint_says_what_there_is(tmp_path: Path, owner: str, said: str, hint: str) -> None:
    (problem,) = read_shop(tmp_path, **{owner: f"x: computed {said}"}).problems
    assert problem.hint and hint in problem.hint


def test_hint_says_that_nothing_refers_to_a_record(tmp_path: Path) -> None:
    file = tmp_path / "app.dsl"
    file.write_text("entity A:\n  x: computed count(bees)\n  y: int\n", encoding="utf-8")
    (problem,) = read_project(file).problems
    assert problem.hint and "records: none" in problem.hint


TWO_WAYS = """
entity Person:
  name: str required
  {lines}
entity Task:
  author: ref Person
  owner: ref Person required
  hours: float
"""


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        (["x: computed count(tasks)"], ["ambiguous-relation"]),
        (["x: computed count(author_tasks) + sum(owner_tasks.hours)"], []),
        (["x: computed count(tasks)", "tasks: has_many Task"], []),
        (["x: computed count(written)", "author: has_many Task", "written: has_many Task"], []),
        (["x: computed count(owner_tasks)", "tasks: has_many Task"], []),
        (["x: computed count(author_tasks)", "tasks: has_many Task"], ["unknown-relation"]),
    ],
)
def test_two_references_have_names_of_their_own(
    tmp_path: Path, lines: list[str], codes: list[str]
) -> None:
    file = tmp_path / "app.dsl"
    file.write_text(TWO_WAYS.format(lines="\n  ".join(lines)), encoding="utf-8")
    analysis = read_project(file)
    assert [problem.code for problem in analysis.problems] == codes
    if codes == ["ambiguous-relation"]:
        assert analysis.problems[0].hint == "say which one: `author_tasks`, `owner_tasks`"


@pytest.mark.parametrize("modifier", ["unique", "unique?"])
def test_inverse_of_a_unique_reference_is_not_many(tmp_path: Path, modifier: str) -> None:
    text = f"entity Whole:\n  n: computed count(part)\nentity Part:\n  of: ref Whole {modifier}\n"
    file = tmp_path / "app.dsl"
    file.write_text(text, encoding="utf-8")
    assert [problem.code for problem in read_project(file).problems] == ["not-many"]


@pytest.mark.parametrize(
    ("number", "code", "place"),
    [
        ("count(lines)", "unknown-entity", "lines"),
        ("sum(Lien.price)", "unknown-entity", "Lien"),
        ("sum(Line.quantity * price)", "mixed-relations", "price"),
        ("sum(Line.quantity) + price", "no-record-here", "price"),
    ],
)
def test_number_of_a_workspace_has_no_record(
    tmp_path: Path, number: str, code: str, place: str
) -> None:
    (problem,) = read_shop(tmp_path, number=number).problems
    assert (problem.code, find_place(problem)) == (code, place)


@pytest.mark.parametrize("line", ["order: ref Oder", "order: ref Order required requird"])
def test_mistake_in_a_reference_is_all_that_is_reported(tmp_path: Path, line: str) -> None:
    text = f"entity Order:\n  x: computed count(lines)\nentity Line:\n  {line}\n  n: int\n"
    file = tmp_path / "app.dsl"
    file.write_text(text, encoding="utf-8")
    assert len(read_project(file).problems) == 1


@pytest.mark.parametrize("places", ["-1", "7", "1.5", "2.0", "number", "true", '"2"', "1 + 1"])
def test_number_of_places_is_written_out(tmp_path: Path, places: str) -> None:
    (problem,) = read_shop(tmp_path, order=f"x: computed round(number / 3, {places})").problems
    assert (problem.code, find_place(problem)) == ("round-places", places)


@pytest.mark.parametrize("places", ["0", "6"])
def test_number_of_places_has_bounds(tmp_path: Path, places: str) -> None:
    found = find_expression(read_shop(tmp_path, order=f"x: computed round(number / 3, {places})"))
    assert found["arguments"][1] == {"value": int(places), "type": "number"}


@pytest.mark.parametrize(
    ("said", "hint"),
    [
        ("average(lines.price)", "avg(lines.price)"),
        ("len(lines)", "count(lines)"),
        ("Total(lines.price)", "sum(lines.price)"),
        ("exists(lines)", "count(lines) > 0"),
        ("coalesce(number, 0)", "is null"),
    ],
)
def test_function_of_another_language_has_a_hint(tmp_path: Path, said: str, hint: str) -> None:
    file = tmp_path / "app.dsl"
    file.write_text(f"entity Order:\n  number: int\n  value: computed {said}\n", encoding="utf-8")
    (problem,) = read_project(file).problems
    assert problem.code == "unknown-function"
    assert hint in (problem.hint or "")
