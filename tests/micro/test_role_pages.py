"""What pages hide from a role, show it, and let it change, holds on every way in."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.long_runs import take_some
from tests.micro.role_addresses import FOREIGN, HIDDEN, KEYS, OTHER, OWN, PROJECT, SETTINGS, TOY
from tests.projects import ROOT, BuiltProject, run_python
from tests.rules.ruled_apps import Bug, build_app, plant_bug

Round = dict[str, Any]
UNHIDDEN = [
    *("/items/", "/items/?q=hush", "/items/?cost_min=2000", "/items/?grade=high"),
    *("/items/?secret=hush", "/items/?margin_min=0", "/items/?sort=cost", "/items/?sort=margin"),
    *("/items/?export=csv&sort=-cost", "/items/?export=pdf&sort=-cost", f"/items/{OWN}/"),
    *(f"/items/{OWN}/?export=pdf", f"/items/{OWN}/edit/", "/staff/KEEPER/"),
    *("/sales/new/?form-search=item&text=hush", "/sales/?form-search=item&text=hush"),
    *("/admin/core/item/", "/admin/core/item/?q=hush", "/admin/core/item/?cost__gt=2000"),
    *(f"/admin/core/item/{OWN}/change/", "/admin/core/item/?o=3"),
]
"""Where somebody who has no such role reads what it is."""
ROWS = ["Drill", "Saw", "Pump", "Ball"]
BY_ROLE = "pages/generic/by_role.py"
ADMIN = "pages/hidden_fields.py"
BUGS: dict[str, Bug] = {
    "columns": (BY_ROLE, "columns.items() if not self.omits(k)", "columns.items()"),
    "search": (BY_ROLE, "if not self.hides_path(name)\n        ]", "]"),
    "order": (BY_ROLE, 'not self.hides_path(text.removeprefix("-"))', "text"),
    "filters": (BY_ROLE, "if not self.hides_path(each.field_name)", "if name"),
    "inline": (BY_ROLE, "self.edit_fields if n in self.columns", "self.edit_fields"),
    "form": (BY_ROLE, "form.fields if self.omits(name)", "form.fields if not name"),
    "import": (BY_ROLE, "self.omits(name) or self.listing.hides(name)", "False"),
    "template": (BY_ROLE, "return self.view.omits(name)", "return False"),
    "tabs": (BY_ROLE, "if not hides_somewhere(user, model, name)", "if name"),
    "chart": (BY_ROLE, "if hides_somewhere(user, model, getattr(listing, part))", "if not part"),
    "scope": (BY_ROLE, "policy.narrow(rows, self.request.user) if policy else rows", "rows"),
    "read only": (BY_ROLE, "is_allowed and super().has_permission()", "super().has_permission()"),
    "from lists": (
        "pages/generic/changes.py",
        "return not self.listing.is_read_only and",
        "return",
    ),
    "suggestions": ("records/hidden_values.py", "if not hides_path(user, model, path)", "if path"),
    "files": ("pages/media.py", "if hides_somewhere(user, model, field.name)", "if not field.name"),
    "admin columns": (
        ADMIN,
        "self.keep(request, super().get_list_display(request))",
        "[*super().get_list_display(request)]",
    ),
    "admin lookups": (ADMIN, "if self.is_hidden(request, lookup):", "if not lookup:"),
    "admin search": (
        ADMIN,
        "self.keep(request, super().get_search_fields(request))",
        "super().get_search_fields(request)",
    ),
    "admin form": (ADMIN, 'list(self.keep_lines(request, said["fields"]))', 'said["fields"]'),
    "superusers": ("records/page_policies.py", "user.is_active and user.is_superuser", "False"),
}


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> BuiltProject:
    return build_app(tmp_path_factory.mktemp("shop"), "shop", PROJECT, SETTINGS)


@pytest.fixture(scope="module")
def rounds(shop: BuiltProject) -> list[Round]:
    return ask(shop, "clerk", "guest", "chief", "nobody", "superuser")


def ask(built: BuiltProject, *people: str) -> list[Round]:
    here = {"PYTHONPATH": str(ROOT), "DATA_DIR": str(built.folder.parent / "data")}
    done = run_python(built.folder, "-m", "tests.micro.role_shop", *people, **here)
    assert done.returncode == 0, done.stderr
    found: list[Round] = json.loads(done.stdout)
    return found


def list_told(rounds: list[Round], name: str) -> list[str]:
    """Where somebody finds out what is hidden from clerks: the answers of the rounds differ."""
    first, second = (each[name] for each in rounds)
    read = [place for place in first["read"] if first["read"][place] != second["read"][place]]
    pairs = zip(first["sent"], second["sent"], strict=True)
    return read + [one[0] for one, other in pairs if one[1][:3] != other[1][:3]]


def list_wrong(rounds: list[Round]) -> list[str]:
    """What is otherwise than the pages' rules say."""
    bound = rounds[0].keys() & {"clerk", "guest"}
    wrong = [f"{name} told by {place}" for name in bound for place in list_told(rounds, name)]
    for name in rounds[0].keys() - {"clerk", "guest"}:
        told = list_told(rounds, name)
        wrong += [f"{name} not told by {place}" for place in UNHIDDEN if place not in told]
    first = rounds[0]
    wrong += list_forged(first["clerk"]["sent"]) if "clerk" in first else []
    wrong += list_changed(first["guest"]["sent"]) if "guest" in first else []
    wrong += list_misplaced(first)
    return wrong


def list_forged(sent: list[Any]) -> list[str]:
    """What a clerk has changed of what is hidden, or from the list of what isn't in its scope."""
    from_list = ("/items/change/", "/items/delete/", f"/items/{FOREIGN}/set/kind/")
    wrong = []
    for place, (_status, _to, _text, rows) in sent:
        hidden = [row[1:4] + row[6:] for row in rows if row[0] in ("Drill", "Bore", "Axe")]
        known = [
            [values[name] for name in ("cost", "secret", "grade", "code")] for values in HIDDEN
        ]
        new = [["None", "", "", "None"], ["None", "", "", ""]]
        wrong += [f"{place} made {row}" for row in hidden if row not in [*known, *new]]
        if place in from_list and ["Pump", "None", "", "", "tool", "5000.00", "None"] not in rows:
            wrong.append(f"{place} changed Pump")
    return wrong


def list_changed(sent: list[Any]) -> list[str]:
    """What guests, who may only read the list, the record and the form, could send."""
    free = ("/items/new/", f"/admin/core/item/{OWN}/change/")
    return [f"guest sent {each[0]}" for each in sent if each[0] not in free and each[1][0] != 403]


def list_misplaced(found: Round) -> list[str]:
    """Rows that somebody sees and shouldn't, or the other way round; statuses likewise."""
    lists = ("/items/", "/items/?export=csv&sort=-cost", "/items/?export=print&sort=-cost")
    expected, given = {}, {}
    for name, each in found.items():
        read, is_clerk = each["read"], name == "clerk"
        texts = [read[place][2] for place in lists]
        given[name] = {
            "rows": [[row for row in ROWS if row in text] for text in texts],
            "records": [read[f"/items/{key}/"][0] for key in KEYS],
            "added": "Feb. 29, 2024" in texts[0],
            "counted": ">2</span>" in read["/"][2],
            "drawn": "Items: grade" in read["/"][2],
            "file": read["/media/FILE"][0],
        }
        expected[name] = {
            "rows": [ROWS[:2] if is_clerk else ROWS] * 3,
            "records": [404, 404, 404, 200] if name == "guest" else [200] * 4,
            "added": name == "guest",
            "counted": is_clerk,
            "drawn": name not in ("clerk", "guest"),
            "file": 404 if name in ("clerk", "guest") else 200,
        }
    return [f"{name} has {given[name]}" for name in found if given[name] != expected[name]]


def test_pages_are_as_their_rules_say(rounds: list[Round]) -> None:
    assert list_wrong(rounds) == []


def test_computed_values_are_hidden_with_what_they_are_made_from(rounds: list[Round]) -> None:
    for name, is_shown in (("clerk", False), ("chief", True)):
        for place in ("/items/", "/items/?export=csv&sort=-cost"):
            assert ("Margin" in rounds[0][name]["read"][place][2]) == is_shown


def test_page_that_only_reads_has_no_buttons(rounds: list[Round]) -> None:
    for name, is_there in (("guest", False), ("chief", True)):
        read = rounds[0][name]["read"]
        found = [
            *(word in read["/items/"][2] for word in ("Quick add", "/items/new/", 'name="row"')),
            *(word in read[f"/items/{TOY}/"][2] for word in ("/edit/", "/delete/")),
        ]
        assert found == [is_there] * len(found)


def test_list_is_narrowed_but_a_record_is_not_hidden_by_it(rounds: list[Round]) -> None:
    assert rounds[0]["clerk"]["read"][f"/items/{FOREIGN}/"][0] == 200
    assert rounds[0]["clerk"]["read"][f"/items/{OTHER}/"][0] == 200


@pytest.mark.parametrize("name", take_some(BUGS, 5))
def test_damage_is_found(shop: BuiltProject, tmp_path: Path, name: str) -> None:
    people = ("superuser",) if name == "superusers" else ("clerk", "guest")
    damaged = plant_bug(shop, BUGS[name], tmp_path)
    assert list_wrong(ask(damaged, *people))
