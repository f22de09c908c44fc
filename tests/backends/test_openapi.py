"""The specification: valid, complete, and true to the manifest."""

from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml
from openapi_spec_validator import validate

from tests.projects import FIXTURES, PROJECTS, run_dazzle
from tests.random_larger import join_blocks, write_blocks
from tests.random_projects import write_project
from tests.specifications import HEAD, list_operations, specify_fixture, specify_text
from transformer.manifest import read_project
from transformer.manifest.records.entity_drafts import RelationDraft


@pytest.mark.parametrize("name", PROJECTS)
def test_fixture_is_valid(name: str) -> None:
    validate(specify_fixture(name))


@pytest.mark.parametrize("seed", range(6))
def test_random_project_is_valid(tmp_path: Path, seed: int) -> None:
    validate(specify_text(tmp_path, write_project(Random(seed), 6)))


@pytest.mark.parametrize("seed", range(4))
def test_random_project_of_the_whole_language_is_valid(tmp_path: Path, seed: int) -> None:
    validate(specify_text(tmp_path, join_blocks(write_blocks(Random(seed), 4))))


def _is_needed(relation: RelationDraft) -> bool:
    return relation.get("required", False)


@pytest.mark.parametrize("name", PROJECTS)
def test_every_surface_is_an_operation(name: str) -> None:
    manifest = read_project(FIXTURES / name).manifest
    assert manifest is not None
    found = [operation["operationId"] for _, _, operation in list_operations(specify_fixture(name))]
    # A form makes such records with a part, which the API doesn't take.
    whole = {
        e["name"] for e in manifest["entities"] if any(map(_is_needed, e.get("relations", ())))
    }
    wanted = {
        each["name"]
        for each in manifest["surfaces"]
        if each["mode"] != "custom" and not (each["mode"] == "create" and each["entity"] in whole)
    }
    # What has no page of its own is called after its entity, with a hyphen.
    assert {each for each in found if "-" not in each} == wanted
    for entity in manifest["entities"]:
        removals = {f"delete-{entity['slug']}", f"put-away-{entity['slug']}"}
        assert len(removals & {*found}) == entity["deletable"]
    assert len(set(found)) == len(found)


@pytest.mark.parametrize("name", PROJECTS)
def test_records_and_rows_have_what_their_pages_show(name: str) -> None:
    manifest = read_project(FIXTURES / name).manifest
    assert manifest is not None
    schemas = specify_fixture(name)["components"]["schemas"]
    owners = {"list": ".row", "view": ""}
    found = 0
    for surface in manifest["surfaces"]:
        if surface["default"] and surface["mode"] in owners:
            schema = schemas[surface["entity"] + owners[surface["mode"]]]
            shown = {item["field"] for part in surface["sections"] for item in part["fields"]}
            shown = {*surface.get("ux", {}).get("show", shown)}
            assert {"display", *schema["required"]} <= schema["properties"].keys()
            told = schema["properties"].keys()
            assert shown - told <= list_kept_back(manifest, surface["entity"])
            found += 1
    assert found or name == "blank"


def list_kept_back(manifest: Any, name: str) -> set[str]:
    """List what isn't told with a record: what is sensitive, and what refers to it."""
    (entity,) = (each for each in manifest["entities"] if each["name"] == name)
    sensitive = {each["name"] for each in entity["fields"] if each.get("sensitive")}
    return sensitive | {each["name"] for each in entity.get("relations", ())}


def test_places_and_methods() -> None:
    found = {(path, method) for path, method, _ in list_operations(specify_fixture("simple_task"))}
    assert found == {
        ("/", "get"),
        ("/session", "get"),
        ("/session", "post"),
        ("/session", "delete"),
        ("/tasks/bulk", "post"),
        ("/tasks", "get"),
        ("/tasks", "post"),
        ("/tasks/{key}", "get"),
        ("/tasks/{key}", "patch"),
        ("/tasks/{key}", "delete"),
    }


def test_further_surfaces_have_paths_of_their_own(tmp_path: Path) -> None:
    surfaces = "".join(
        f"surface {name}:\n  uses entity A\n  mode: {mode}\n  section main:\n    field x\n"
        for name, mode in (
            ("all", "list"),
            ("board", "list"),
            ("add", "create"),
            ("quick", "create"),
        )
    )
    found = specify_text(tmp_path, f"{HEAD}entity A:\n  x: int\n  y: int\n{surfaces}")
    validate(found)
    by_name = {op["operationId"]: (path, method) for path, method, op in list_operations(found)}
    assert by_name["all"] == ("/as", "get")
    assert by_name["board"] != by_name["all"]
    assert by_name["quick"][1] == "post" and by_name["quick"] != by_name["add"]
    assert {"A.create", "A.surface.quick"} <= set(found["components"]["schemas"])


def test_entity_without_surfaces_has_no_path() -> None:
    found = specify_fixture("sports_club")
    assert "Address" not in found["components"]["schemas"]
    assert not any("address" in path for path in found["paths"])
    assert "Address" not in [tag["name"] for tag in found["tags"]]


def test_computed_value_is_only_read(tmp_path: Path) -> None:
    text = f"{HEAD}entity A:\n  x: int\n  twice: computed x * 2\n  late: computed x > 5\n"
    text += "surface a_create:\n  uses entity A\n  mode: create\n  section s:\n    field x\n"
    text += "surface a_view:\n  uses entity A\n  mode: view\n  section s:\n"
    text += "    field x\n    field twice\n    field late\n"
    schemas = specify_text(tmp_path, text)["components"]["schemas"]
    assert schemas["A"]["properties"]["twice"]["type"] == ["number", "null"]
    assert schemas["A"]["properties"]["late"]["type"] == ["boolean", "null"]
    assert schemas["A"]["properties"]["late"]["readOnly"] is True
    assert list(schemas["A.create"]["properties"]) == ["x"]


def test_form_asks_for_what_its_surface_shows() -> None:
    body = specify_fixture("simple_task")["components"]["schemas"]["Task.create"]
    assert list(body["properties"]) == ["title", "description", "priority", "due_date"]
    assert body["required"] == ["title"]
    assert body["properties"]["due_date"]["title"] == "Due"
    assert body["properties"]["priority"]["default"] == "medium"


@pytest.mark.parametrize(
    ("access", "secured"),
    [("private", {"get", "post"}), ("read", {"post"}), ("open", set())],
)
def test_access_says_who_signs_in(tmp_path: Path, access: str, secured: set[str]) -> None:
    (tmp_path / "dazzle.toml").write_text(
        f'[project]\nname = "odd"\nversion = "1"\nroot = "odd"\n[modules]\npaths = ["."]\n'
        f'[app]\naccess = "{access}"\n'
    )
    text = f"module odd\n{HEAD}entity A:\n  x: int\n"
    text += "".join(f"surface {m}:\n  uses entity A\n  mode: {m}\n" for m in ("list", "create"))
    found = specify_text(tmp_path, text)
    validate(found)
    asked = {
        method
        for path, method, operation in list_operations(found)
        if path == "/as" and {} not in operation["security"]
    }
    assert asked == secured
    # A token may be wrong wherever none is needed.
    assert all("401" in operation["responses"] for _, _, operation in list_operations(found))


def test_lists_are_narrowed_by_fields() -> None:
    operation = specify_fixture("simple_task")["paths"]["/tasks"]["get"]
    named = {each["name"]: each["schema"] for each in operation["parameters"] if "name" in each}
    assert named["filter[status]"]["enum"] == ["todo", "in_progress", "done"]
    assert named["filter[completed]"] == {"type": "boolean"}
    assert named["filter[due_date][from]"]["format"] == "date"
    assert named["sort"]["default"] == ["-created_at"]
    shared = [each["$ref"].rpartition("/")[2] for each in operation["parameters"] if "$ref" in each]
    assert shared == ["page", "page_size", "search"]


def test_sensitive_values_are_marked_and_no_filter() -> None:
    found = specify_fixture("field_types")
    text = found["components"]["schemas"]["Text"]
    assert text["properties"]["secret"]["x-sensitive"] is True
    assert text["properties"]["email"]["x-pii"] == "contact"
    assert "secret" not in text["required"] and "email" not in text["required"]
    assert "secret" not in found["components"]["schemas"]["Text.row"]["properties"]
    assert (
        found["components"]["schemas"]["Text.create"]["properties"]["secret"]["writeOnly"] is True
    )


def test_names_of_entities_never_clash(tmp_path: Path) -> None:
    names = ["Problem", "no", "null", "Task", "TaskCreate", "Task_key", "account", "page"]
    text = HEAD + "".join(
        f"entity {name}:\n  page: str searchable\n  search: bool\n  sort: date\n  owner: ref User\n"
        f"surface list_{name}:\n  uses entity {name}\n  mode: list\n"
        f"surface create_{name}:\n  uses entity {name}\n  mode: create\n"
        for name in names
    )
    found = specify_text(tmp_path, text)
    validate(found)
    assert {f"{name}.row" for name in names} < set(found["components"]["schemas"])


def test_demo_is_a_specification(tmp_path: Path) -> None:
    done = run_dazzle(tmp_path, "demo", "openapi_only")
    assert done.returncode == 0, done.stdout
    folder = tmp_path / "openapi_only-demo"
    assert "npx @redocly/cli build-docs openapi.yaml" in done.stdout
    validate(yaml.safe_load((folder / "openapi.yaml").read_text(encoding="utf-8")))
    assert "2 unchanged" in run_dazzle(folder, "build").stdout


def test_stack_is_built_by_name(tmp_path: Path) -> None:
    words = ["build", str(FIXTURES / "clinic"), "--stack", "openapi_only", "--output", "out"]
    done = run_dazzle(tmp_path, *words)
    assert done.returncode == 0, done.stdout
    assert {path.name for path in tmp_path.glob("out/openapi/*")} == {".dazzle", "openapi.yaml"}


def test_stack_says_what_it_writes(tmp_path: Path) -> None:
    assert "openapi.yaml" in run_dazzle(tmp_path, "stacks", "openapi_only").stdout
    listed = run_dazzle(tmp_path, "demo", "--list").stdout
    (line,) = (line for line in listed.splitlines() if "openapi_only" in line)
    assert "not built yet" not in line
