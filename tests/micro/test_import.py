"""Data in: what a file changes, and when nothing is saved."""

import pytest

from tests.micro.things import ask, build_things
from tests.projects import BuiltProject


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> BuiltProject:
    """The project of things."""
    return build_things(tmp_path_factory.mktemp("things"))


@pytest.mark.parametrize("language", ["en", "de", "fr"])
@pytest.mark.parametrize("export", ["csv", "excel"])
def test_files_come_back(built: BuiltProject, language: str, export: str) -> None:
    script = f"""
fill(); translation.activate("{language}")
text = export("{export}")
again = count(upload(text))
before = list(Item.objects.order_by("code").values_list("code", "name", "box", "kind", "price",
    "weight", "count", "in_use", "bought"))
Item.objects.all().delete()
page = upload(text)
status = confirm(page)
after = list(Item.objects.order_by("code").values_list("code", "name", "box", "kind", "price",
    "weight", "count", "in_use", "bought"))
print(json.dumps([again, count(page), status, before == after]))
"""
    assert ask(built, script) == [[0, 0, 2, 0], [2, 0, 0, 0], 302, True]


def test_errors_by_row_and_column(built: BuiltProject) -> None:
    script = r"""
fill()
text = "Code,What it is,Where,Kind,Price,In use,Bought,Unknown\n" \
    "2,Same code,Attic,HAND TOOL,1.50,yes,2026-01-02,x\n" \
    "3,,Cellar,toy,dear,perhaps,32.13.2026,\n" \
    "\n" \
    "4,Fine,,,,,,\n4,Twice,,,,,,\n"
page = upload(text)
print(json.dumps([errors(page), count(page), "content" in re.findall('name="(.*?)"', page),
    Item.objects.count(), "Unknown" in page]))
"""
    errors, counts, can_confirm, kept, says_unknown = ask(built, script)
    columns = ["What it is", "Where", "Kind", "Price", "In use", "Bought"]
    assert sorted(column for number, column, _ in errors if number == 3) == sorted(columns)
    assert [row[:2] for row in errors if row[0] != 3] == [[6, "Code"]]  # a second 4
    assert counts == [1, 1, 0, 2]
    assert (can_confirm, kept, says_unknown) == (False, 2, True)


def test_values_of_columns_that_a_file_lacks_stay(built: BuiltProject) -> None:
    script = r"""
fill()
page = upload("code;what it is\n-1;Renamed\n")
status = confirm(page)
item = Item.objects.get(code="-1")
print(json.dumps([count(page), status, item.name, item.in_use, item.kind, item.owner_phone,
    item.seen.microsecond, str(item.price), "+49" in page]))
"""
    assert ask(built, script) == [
        [0, 1, 0, 0], 302, "Renamed", False, "part", "+49 1", 999, "-1234.50", False
    ]  # fmt: skip


def test_nothing_changes_that_the_edit_page_lacks(built: BuiltProject) -> None:
    script = r"""
fill()
same = upload("code,weight\n-1,-0.5\n")
other = upload("code,name,weight\n-1,Renamed,7\n5,New,7\n")
print(json.dumps([count(same), count(other), errors(other)]))
"""
    same, other, errors = ask(built, script)
    assert same == [0, 0, 1, 0]
    assert other == [1, 0, 0, 1]
    assert errors == [[2, "weight", "This can’t be changed."]]


def test_keys_that_no_row_can_have(built: BuiltProject) -> None:
    script = f"""
page = upload("id,code,name\\n{"9" * 30},9,New\\n")
print(json.dumps([len(errors(page)), count(page)]))
"""
    assert ask(built, script) == [1, [0, 0, 0, 1]]


def test_limits(built: BuiltProject) -> None:
    script = r"""
pages = [upload("code\n" + "x\n" * 2001), upload(b"x" * 1_100_000), upload(b"\0\1"), upload("a\nb")]
print(json.dumps([re.findall('(?s)invalid-feedback.*?>(.*?)</div>', page) for page in pages]))
"""
    found = [messages[0] for messages in ask(built, script)]
    assert "more than 2000 rows" in found[0]
    assert "larger than" in found[1]
    assert "text file" in found[2]
    assert "none of the column titles" in found[3]


def test_rows_refer_to_rows_above(built: BuiltProject) -> None:
    script = r"""
page = upload("Code,Name,Part of,Box\n1,Shed,,Attic\n2,Door,Shed,\n")
status = confirm(page)
print(json.dumps([count(page), status, Item.objects.get(code="2").part_of.code]))
"""
    assert ask(built, script) == [[2, 0, 0, 0], 302, "1"]
