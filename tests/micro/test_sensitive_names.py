"""A computed value is masked if it shows what is sensitive, be it the name of a record."""

from typing import Any

import pytest

from tests.micro.parcels import read_rows, run
from tests.projects import BuiltProject, run_dazzle

PROJECT = """\
app pii "Pii"
entity Client:
  name: str required pii
  town: str
  salary: int sensitive
  boss: ref Client
  chief: computed boss
entity Account:
  display_field: client
  client: ref Client required
entity Bill:
  no: str required
  client: ref Client
  account: ref Account
  whom: computed client
  holder: computed account
  who: computed client.name
  chief: computed client.boss
  paid: computed whom.salary
  led: computed client.chief.salary
  where: computed whom.town
  at: computed client.chief.town
surface client_list:
  uses entity Client
  mode: list
surface account_list:
  uses entity Account
  mode: list
surface bill_list:
  uses entity Bill
  mode: list
  section main:
    field no
    field client
    field whom
    field holder
    field who
    field chief
    field paid
    field led
    field where
    field at
"""
SCRIPT = """
boss = Client.objects.create(name="Bo Boss", town="Bern", salary=93)
kim = Client.objects.create(name="Kim Kent", town="Kiel", salary=71, boss=boss)
bill = Bill.objects.create(no="1", client=kim, account=Account.objects.create(client=kim))
answers["list"] = read("/bills/")
answers["file"] = read("/bills/", export="csv")
print(json.dumps(answers))
"""
MASKED = ["Whom", "Holder", "Who", "Chief", "Paid", "Led"]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """A list, and its file, with values computed over a record that goes by its name."""
    folder = tmp_path_factory.mktemp("pii")
    (folder / "app.dsl").write_text(PROJECT, encoding="utf-8")
    done = run_dazzle(folder, "build", "app.dsl")
    assert done.returncode == 0, done.stderr
    assert (done.stdout + done.stderr).count("[sensitive-name]") == 1
    assert "app.dsl:3:3" in done.stdout + done.stderr
    return run(BuiltProject("pii", folder / "build" / "django_micro"), SCRIPT)


@pytest.mark.parametrize("title", MASKED)
def test_what_shows_something_sensitive_is_masked(found: dict[str, Any], title: str) -> None:
    (row,) = read_rows(found["list"])
    assert "•" in row[title]
    assert title not in found["file"].splitlines()[0].split(",")


def test_other_values_of_the_record_are_not(found: dict[str, Any]) -> None:
    (row,) = read_rows(found["list"])
    assert (row["Where"], row["At"]) == ("Kiel", "Bern")
    assert found["file"].splitlines()[0] == "No,Client,Where,At"


def test_a_reference_goes_by_the_name_all_the_same(found: dict[str, Any]) -> None:
    (row,) = read_rows(found["list"])
    assert row["Client"] == "Kim Kent"
