"""The backend of docs/backends.md, built from the page as a reader would."""

import re
import shutil
from pathlib import Path

import pytest

from tests.projects import FIXTURES, PROJECTS, ROOT, run_dazzle
from transformer.engine.backend import _LEFTOVERS
from transformer.manifest import read_project

PAGE = (ROOT / "docs" / "backends.md").read_text(encoding="utf-8")
FILE = re.compile(r"^`(er_diagram/[^`]+)`:\n\n(`{3,})\w+\n(.*?)^\2$", re.MULTILINE | re.DOTALL)
ENTITY = re.compile(r'  "(\w+)" \{')
FIELD = re.compile(r"    [a-z]+ ([A-Za-z_]\w*)( PK| FK| UK)?")
REFERENCE = re.compile(r'  "(\w+|user account)" (\|\||\|o)--(o\{|o\|) "(\w+)" : "(\w+)"')
KEPT = {"pk", "fk", "uk"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the backend in it, as the page says."""
    place = tmp_path_factory.mktemp("written")
    for path, _, text in FILE.findall(PAGE):
        file = place / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return place


def build(folder: Path, name: str, output: Path) -> Path:
    words = [str(FIXTURES / name), "--backend", "./er_diagram", "--output", str(output)]
    done = run_dazzle(folder, "build", *words)
    assert done.returncode == 0, done.stdout + done.stderr
    return output / "er_diagram"


def read_diagram(text: str) -> tuple[dict[str, list[tuple[str, str]]], set[tuple[str, ...]]]:
    """The entities of a diagram with their fields and marks, and its references."""
    (body,) = re.findall(r"^```mermaid\nerDiagram\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    entities: dict[str, list[tuple[str, str]]] = {}
    references: set[tuple[str, ...]] = set()
    for line in body.splitlines():
        if match := ENTITY.fullmatch(line):
            fields = entities[match[1]] = []
        elif match := FIELD.fullmatch(line):
            assert match[1].lower() not in KEPT, "Mermaid takes this for a mark"
            fields.append((match[1], (match[2] or "").strip()))
        elif match := REFERENCE.fullmatch(line):
            references.add(match.groups())
        else:
            assert line == "  }", line
    return entities, references


def test_page_has_every_file_that_its_tree_promises() -> None:
    paths = [path for path, _, _ in FILE.findall(PAGE)]
    assert {"er_diagram/backend.yaml", "er_diagram/files/diagram.md.mako"} < set(paths)
    assert any("/parts/" in path for path in paths)
    assert len(paths) == len(set(paths)) == 7


@pytest.mark.parametrize("name", PROJECTS)
def test_diagram_has_every_entity_and_field(folder: Path, tmp_path: Path, name: str) -> None:
    manifest = read_project(FIXTURES / name).manifest
    assert manifest is not None
    output = build(folder, name, tmp_path)
    entities, references = read_diagram((output / "diagram.md").read_text(encoding="utf-8"))
    assert list(entities) == [entity["name"] for entity in manifest["entities"]]
    for entity in manifest["entities"]:
        found = entities[entity["name"]]
        names = [field["name"] for field in entity["fields"]]
        assert [field.removeprefix("_") for field, _ in found] == [
            n.removeprefix("_") for n in names
        ]
        assert [mark for _, mark in found].count("PK") == 1
        assert (output / "entities" / f"{entity['slug']}.md").is_file()
    fields = [(e, f) for e in manifest["entities"] for f in e["fields"] if f["type"] == "ref"]
    assert len(references) == len(fields)
    assert {(to, of, name) for to, _, _, of, name in references} == {
        (f["target"] if f["target_kind"] == "entity" else "user account", e["name"], f["name"])
        for e, f in fields
    }


def test_cardinality_follows_the_fields(folder: Path, tmp_path: Path) -> None:
    _, references = read_diagram(
        (build(folder, "clinic", tmp_path) / "diagram.md").read_text("utf-8")
    )
    assert ("Department", "||", "o{", "Ward", "department") in references
    assert ("Doctor", "|o", "o{", "Doctor", "mentor") in references
    assert ("Patient", "||", "o|", "Card", "patient") in references


def test_title_is_no_markup(folder: Path, tmp_path: Path) -> None:
    text = (build(folder, "awkward_names", tmp_path) / "diagram.md").read_text(encoding="utf-8")
    assert text.startswith(
        '# "Awkward" \\{\\{ 7\\*7 \\}\\} \\$\\{7\\*7\\} \\{% now "Y" %\\}: entities\n'
    )
    assert "<script>" not in text
    assert "49" not in text


def test_rebuilding_follows_the_backend(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "mine")
    output = build(tmp_path / "mine", "clinic", tmp_path / "out")
    assert (output / "entities" / "ward.md").exists()
    rules = tmp_path / "mine" / "er_diagram" / "backend.yaml"
    rules.write_text(rules.read_text("utf-8").replace("$slug", "the-$slug"), encoding="utf-8")
    build(tmp_path / "mine", "clinic", tmp_path / "out")
    assert not (output / "entities" / "ward.md").exists()
    assert (output / "entities" / "the-ward.md").exists()


def test_what_tools_leave_behind_is_no_file_of_a_backend(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "mine")
    files = tmp_path / "mine" / "er_diagram" / "files"
    (files / "__pycache__").mkdir()
    left = ["__pycache__/x.cpython-311.pyc", "x.pyc", "x.pyo", "diagram.md.mako~", ".DS_Store"]
    left += [".diagram.md.mako.swp", "#diagram.md.mako#", "entities/.DS_Store", "Thumbs.db"]
    for name in left:
        (files / name).write_bytes(b"\0")
    (files / ".#diagram.md.mako").write_bytes(b"\0")
    (files / ".gitignore").write_text("mine\n", encoding="utf-8")
    output = build(tmp_path / "mine", "clinic", tmp_path / "out")
    written = (path for path in output.rglob("*") if path.is_file())
    found = {path.name for path in written if ".dazzle" not in path.parts}
    assert ".gitignore" in found, "a hidden file is a file all the same"
    assert not found & {Path(name).name for name in left}
    assert {Path(name).suffix for name in found - {".gitignore"}} == {".md"}
    said = PAGE.partition("leave behind unasked")[2].partition(". Anything")[0]
    assert set(re.findall(r"`([^`]+)`", said)) - {"files/"} == {
        pattern.replace("*.py[co]", f"*.py{letter}") for pattern in _LEFTOVERS for letter in "co"
    }


def test_report_on_the_page_is_the_report(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "mine")
    page = tmp_path / "mine" / "er_diagram" / "files" / "entities" / "entity.md.mako"
    page.write_text(page.read_text("utf-8").replace("item.title", "item.titel", 1), "utf-8")
    done = run_dazzle(
        tmp_path / "mine", "build", str(FIXTURES / "clinic"), "--backend", "./er_diagram"
    )
    assert done.returncode == 1
    told = [line.strip() for line in done.stdout.splitlines()[1:5]]
    said = PAGE.partition("    error[backend-failure]")[2].splitlines()[1:5]
    assert told == [line.strip() for line in said]
    assert done.stdout.startswith("error[backend-failure]: the template fails here: there is no ")


def test_link_to_nowhere_among_the_files_is_passed_over(tmp_path: Path) -> None:
    files = tmp_path / "linked" / "files"
    files.mkdir(parents=True)
    (tmp_path / "linked" / "backend.yaml").write_text("description: Links.\n", encoding="utf-8")
    (files / "a.txt").write_text("a\n", encoding="utf-8")
    (files / "b.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "app.dsl").write_text("entity A:\n  x: int\n", encoding="utf-8")
    done = run_dazzle(tmp_path, "build", "app.dsl", "--backend", "./linked")
    assert done.returncode == 0, done.stdout
    assert not (tmp_path / "build" / "linked" / "b.txt").exists()
