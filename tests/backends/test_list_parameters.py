"""What lists take: the parameters of the API, beside what the pages of `micro` go by."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from openapi_spec_validator import validate

from tests.conftest import Finder
from tests.projects import FIXTURES, PROJECTS, BuiltProject, run_dazzle
from tests.specifications import specify
from transformer.backends.django.names import spell_names
from transformer.manifest import read_project
from transformer.model import build_model

SCRIPT = """
import json
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory
from django.urls import resolve

KINDS = {"exact": "choice", "icontains": "choice", "range": "range"}

def ask(address):
    view = resolve(address).func.view_class()
    request = RequestFactory().get(address, {"panel": "filters"})
    request.user = AnonymousUser()
    view.setup(request)
    view.object_list = view.get_queryset()
    names = {f.attname: f.name for f in view.model._meta.concrete_fields}
    columns = dict(zip(view.columns, view.list_headings(), strict=True))
    order = view.sort_by or view.model._meta.ordering[:-1]
    return {
        "search": bool(view.search_fields),
        "filters": {
            each.field_name: KINDS[each.lookup_expr]
            for each in view.filterset.filters.values()
            if each.lookup_expr != "isnull" and type(each).__name__ != "LinkFilter"
        },
        "sort": [name for name, heading in columns.items() if "link" in heading],
        "order": [
            key[: key[0] == "-"] + names.get(key.removeprefix("-"), key.removeprefix("-"))
            for key in order
        ],
    }

print(json.dumps({address: ask(address) for address in ADDRESSES}))
"""

TEXT = """\
app odd "Odd"
entity Shelf:
  name: str required
  other: ref Shelf
entity Ring:
  next: ref Ring
  display_field: next
entity Vault:
  code: str required sensitive
  display_field: code
entity Book:
  title: str required
  blurb: text
  pages: int
  state: enum[wanted, here, lent]=here
  bought: date
  rare: bool
  secret: str sensitive
  cover: image
  extra: json
  shelf: ref Shelf
  ring: ref Ring
  vault: ref Vault
  keeper: ref User
  class: enum[one, two]
  seen_at: datetime auto_update
  thick: computed pages > 500
  owned: computed days_since(bought)
  back: computed bought + 7d
  hint: computed secret + "?"
  tone: computed state
surface book_list "Books":
  uses entity Book
  mode: list
surface book_board "Board":
  uses entity Book
  mode: list
  section main:
    field title "Title"
    field state "State"
  ux:
    show: state, pages, class, shelf, ring, secret, cover
    sort: bought desc, title
    filter: rare, class, pages, bought
    search: blurb
surface book_find "Find":
  uses entity Book
  mode: list
  section main:
    field title "Title" hidden=true
    field keeper "Keeper"
    field vault "Vault"
    field thick "Thick"
    field tone "Tone"
    field hint "Hint"
  ux:
    filter: keeper, back, hint, title, blurb
    sort: owned desc, title
surface book_more "More":
  uses entity Book
  mode: list
  section main:
    field thick "Thick"
    field back "Back"
    field hint "Hint"
    field tone "Tone" hidden=true
surface book_create "New":
  uses entity Book
  mode: create
  section main:
    field title "The title"
    field pages "Pages"
    field cover "Cover"
  ux:
    show: state, title
surface shelf_list "Shelves":
  uses entity Shelf
  mode: list
surface vault_list "Vaults":
  uses entity Vault
  mode: list
surface ring_list "Rings":
  uses entity Ring
  mode: list
"""


def read_parameters(operation: Any, attributes: dict[str, str]) -> dict[str, Any]:
    """What an operation takes, with names as Python has them."""
    named = {each["name"]: each["schema"] for each in operation["parameters"] if "name" in each}
    found = [re.fullmatch(r"filter\[(\w+)\](\[from\]|)", name) for name in named]
    # Links are narrowed by as well, by filters of their own on the pages.
    narrowed = [m for m in found if m and m[1] in attributes]
    filters = {attributes[m[1]]: "range" if m[2] else "choice" for m in narrowed}
    sort = named.get("sort", {"items": {"enum": []}})
    return {
        "search": {"$ref": "#/components/parameters/search"} in operation["parameters"],
        "filters": filters,
        "sort": [attributes[name] for name in sort["items"]["enum"][::2]],
        "order": [_rename(key, attributes) for key in sort.get("default", ())],
    }


def _rename(key: str, attributes: dict[str, str]) -> str:
    return "-" * key.startswith("-") + attributes[key.removeprefix("-")]


def list_sensitive(manifest: Any, entity: str) -> set[str]:
    """List the sensitive fields of an entity."""
    fields = (f for each in manifest["entities"] if each["name"] == entity for f in each["fields"])
    return {each["name"] for each in fields if each.get("sensitive")}


def adapt_order(page: dict[str, Any], sensitive: set[str]) -> None:
    """Leave out of the order of a page what the API doesn't tell, and let it be asked for."""
    page["order"] = [key for key in page["order"] if key.removeprefix("-") not in sensitive]
    # The order at first can be asked for as well, where no column has it.
    hidden = [key.removeprefix("-") for key in page["order"]]
    page["sort"] += [name for name in hidden if name not in page["sort"]]


def compare_lists(source: Path, built: BuiltProject) -> int:
    """Hold the lists of the API to those of the pages, and count them."""
    manifest = read_project(source).manifest
    assert manifest is not None
    paths = specify(source)["paths"]
    names = {e.name: own for e, own in spell_names(build_model(manifest)).entities.items()}
    lists = [s for s in manifest["surfaces"] if s["mode"] == "list"]
    script = f"ADDRESSES = {[each['address'] for each in lists]}\n{SCRIPT}"
    done = built.manage("shell", "-v0", "-c", script)
    assert done.returncode == 0, done.stderr
    pages = json.loads(done.stdout.splitlines()[-1])
    for surface in lists:
        page = pages[surface["address"]]
        adapt_order(page, list_sensitive(manifest, surface["entity"]))
        named = names[surface["entity"]]
        attributes = {**named.attributes, **named.computed}
        said = read_parameters(paths[surface["address"].rstrip("/")]["get"], attributes)
        if surface.get("access", {}).get("to") == "public":
            # On the page visitors narrow by no more than they see; the API has no visitors.
            assert page["filters"].items() <= said.pop("filters").items()
            page.pop("filters")
        assert said == page, surface["name"]
    return len(lists)


@pytest.mark.parametrize("name", PROJECTS)
def test_lists_take_what_the_pages_of_examples_do(name: str, find_built: Finder) -> None:
    assert compare_lists(FIXTURES / name, find_built(name)) or name == "blank"


def test_lists_take_what_their_surface_says(tmp_path: Path) -> None:
    (tmp_path / "app.dsl").write_text(TEXT, encoding="utf-8")
    done = run_dazzle(tmp_path, "build", "app.dsl", "--output", "out")
    assert done.returncode == 0, done.stdout
    built = BuiltProject("odd", tmp_path / "out/django_micro")
    assert compare_lists(tmp_path / "app.dsl", built) == 7
    found = specify(tmp_path / "app.dsl")
    validate(found)
    body = found["components"]["schemas"]["Book.create"]
    assert list(body["properties"]) == ["state", "title"]
    assert body["properties"]["title"]["title"] == "The title"
    sent = found["paths"]["/books"]["post"]["requestBody"]["content"]
    assert set(sent) == {"application/json"}
