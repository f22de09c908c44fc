"""Backends with something wrong: a report with a place, and nothing written."""

from pathlib import Path

import pytest

from tests.projects import FIXTURES, Done, run_dazzle
from transformer.diagnostics.resources import read_table

RULES = "description: Broken.\n"
REPEAT = RULES + "files:\n  a.md.mako: {{{}}}\n"
EACH = "each: manifest.entities, to: $name.md"

Files = dict[str, str]


def build(folder: Path, files: Files, fixture: str = "support_tickets") -> Done:
    for path, text in {"files/plain.txt": "plain\n", **files}.items():
        file = folder / "odd" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode("utf-8", "surrogateescape"))
    project = str(FIXTURES / fixture)
    return run_dazzle(folder, "build", project, "--backend", "./odd", "--output", "out")


def repeat(rule: str, text: str = "text\n") -> Files:
    return {"backend.yaml": REPEAT.format(rule), "files/a.md.mako": text}


def template(text: str) -> Files:
    return {"backend.yaml": RULES, "files/a.md.mako": text}


BROKEN: dict[str, tuple[Files, str, str]] = {
    "no rules": ({}, "backend-incomplete", "odd/backend.yaml:1:1"),
    "no YAML": ({"backend.yaml": "a: [1"}, "backend-yaml", "odd/backend.yaml:1:"),
    "a list": ({"backend.yaml": "- a\n"}, "backend-yaml", "odd/backend.yaml:1:"),
    "key twice": ({"backend.yaml": "view: a\nview: b\n"}, "backend-yaml", "odd/backend.yaml:2:"),
    "no UTF-8": ({"backend.yaml": "a: \udcff\n"}, "backend-yaml", "odd/backend.yaml:1:"),
    "unknown key": ({"backend.yaml": RULES + "fils: {}\n"}, "backend-key", "odd/backend.yaml:2:1"),
    "unknown view": ({"backend.yaml": RULES + "view: djang\n"}, "backend-view", ".yaml:2:7"),
    "no such server": ({"backend.yaml": RULES + "server: serve.py\n"}, "backend-incomplete",
                       "odd/backend.yaml:2:"),
    "files as text": ({"backend.yaml": RULES + "files: all\n"}, "backend-files", ".yaml:2:"),
    "rule as text": ({"backend.yaml": REPEAT.replace("{{{}}}", "x"), "files/a.md.mako": ""},
                     "backend-files", "odd/backend.yaml:3:"),
    "rule with a list": (repeat("each: [manifest.entities]"), "backend-files", ".yaml:3:"),
    "places as text": ({"backend.yaml": RULES + "unbuilt: all\n"}, "backend-list", ".yaml:2:1"),
    "patterns as text": ({"backend.yaml": RULES + "lasting: media\n"}, "backend-list", ".yaml:2:1"),
    "rules as list": ({"backend.yaml": RULES + "unenforced: [scopes]\n"}, "backend-rules",
                      ".yaml:2:1"),
    "rules unexplained": ({"backend.yaml": RULES + "unenforced: {scopes: {what: scopes}}\n"},
                          "backend-rules", ".yaml:2:1"),
    "consequences as list": ({"backend.yaml": RULES + "follows: [scopes]\n"},
                             "backend-consequences", ".yaml:2:1"),
    "unknown place of one": ({"backend.yaml": RULES + "follows: {a/b: so}\n"}, "backend-place",
                             ".yaml:2:"),
    "unknown place": ({"backend.yaml": RULES + "unbuilt: [a, entities]\n"}, "backend-place",
                      ".yaml:2:11"),
    "unknown place of rules": (
        {"backend.yaml": RULES + "unenforced:\n  entities/*/scpes: {what: a, exposes: b}\n"},
        "backend-place", ".yaml:3:14"),
    "unknown rule": (repeat("evry: x"), "backend-key", "odd/backend.yaml:3:15"),
    "no such file": ({"backend.yaml": REPEAT.format("to: b")}, "backend-file", ".yaml:3:3"),
    "unknown list": (repeat("each: manifest.entitys"), "backend-word", ".yaml:3:21"),
    "unknown flag": (repeat("when: has_fun"), "backend-word", "odd/backend.yaml:3:21"),
    "unknown in path": (repeat("each: manifest.entities, to: $nam"), "backend-target", ".yaml:3:"),
    "list in path": (repeat("each: manifest.entities, to: $fields"), "backend-target", ".yaml:3:"),
    "no Base64": (repeat("base64: true", "A text.\n"), "backend-base64", "backend.yaml:3:"),
    "upwards": (repeat("to: ../a.md"), "backend-path", "odd/backend.yaml:3:"),
    "absolute": (repeat("to: /tmp/a.md"), "backend-path", "odd/backend.yaml:3:"),
    "record": (repeat("to: .dazzle/files.json"), "backend-path", "odd/backend.yaml:3:"),
    "same path": (repeat("each: manifest.entities, to: a"), "backend-path-twice", ".yaml:3:"),
    "another's path": (repeat("to: plain.txt"), "backend-path-twice", "odd/"),
    "syntax": (template("a\n\n% for x in y\n"), "backend-template", "odd/files/a.md.mako:3:1"),
    "open hole": (template("a\n${ manifest\n"), "backend-template", "odd/files/a.md.mako:2:1"),
    "no Python": (template("a\n${1 +}\n"), "backend-template", "odd/files/a.md.mako:2:1"),
    "odd bytes": (template("a\n\udcff\n"), "backend-template", "odd/files/a.md.mako:1:"),
    "undefined": (template("a\n${manifesto}\n"), "backend-name", "odd/files/a.md.mako:2:3"),
    "item": (template("an item\n${item.name}\n"), "backend-name", "odd/files/a.md.mako:2:3"),
    "property": (repeat(EACH, "## a\n\n${item.titel}\n"), "backend-failure", "a.md.mako:3:1"),
    "failure": (template("a\n${1 / 0}\n"), "backend-failure", "odd/files/a.md.mako:2:1"),
    "an exit": (template("a\n<% raise SystemExit %>\n"), "backend-failure", "a.md.mako:2:1"),
    "half a character": (template("${chr(55296)}\n"), "backend-failure", "a.md.mako:1:1"),
    "no table": (template("${tables.types}\n"), "backend-failure", "odd/files/a.md.mako:1:1"),
    "no row": ({**template("\n${tables.types['x']}\n"), "types.yaml": "a: b\n"},
               "backend-failure", "odd/files/a.md.mako:2:1"),
    "broken table": ({**template("${tables.types}\n"), "types.yaml": "a: [\n"},
                     "backend-yaml", "odd/types.yaml:"),
    "no part": (template("${parts.nonesuch()}\n"), "backend-failure", "odd/files/a.md.mako:1:1"),
    "broken part": ({**template("${parts.p()}\n"), "parts/p.md.mako": "\n${1 / 0}\n"},
                    "backend-failure", "odd/parts/p.md.mako:2:1"),
    "endless part": ({**template("${parts.p()}\n"), "parts/p.md.mako": "\n${parts.p()}\n"},
                     "backend-failure", "odd/parts/p.md.mako:2:1"),
}  # fmt: skip


@pytest.mark.parametrize("case", BROKEN)
def test_fault_has_a_place_and_writes_nothing(tmp_path: Path, case: str) -> None:
    files, code, place = BROKEN[case]
    done = build(tmp_path, files)
    assert done.returncode == 1, done.stdout + done.stderr
    assert f"error[{code}]" in done.stdout, done.stdout
    assert place in done.stdout.split("\n")[1]
    assert "Traceback" not in done.stdout + done.stderr
    assert not (tmp_path / "out").exists()


def test_every_code_has_a_case() -> None:
    codes = {code for code in read_table("language/problems") if code.startswith("backend-")}
    # A name that no import gives is a matter of the tables: tests/test_new_type.py.
    assert codes - {"backend-import"} == {code for _, code, _ in BROKEN.values()}


def test_title_cannot_lead_a_path_outside(tmp_path: Path) -> None:
    files = repeat("each: manifest.entities, to: $title.md")
    assert build(tmp_path, files).returncode == 0
    project = tmp_path / "p"
    project.mkdir()
    (project / "app.dsl").write_text('entity A "../../../up":\n  x: int\n', encoding="utf-8")
    words = ["build", str(project), "--backend", "./odd", "--output", "other"]
    done = run_dazzle(tmp_path, *words)
    assert done.returncode == 1
    assert "error[backend-path]" in done.stdout
    assert not (tmp_path / "other").exists()


def test_same_broken_text_elsewhere_is_reported_there(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        done = build(tmp_path / name, template("a\n${1 / 0}\n"))
        assert "odd/files/a.md.mako:2:1" in done.stdout


def test_view_is_there_for_parts_too(tmp_path: Path) -> None:
    files = {
        "backend.yaml": RULES + "view: django_micro\n",
        "files/a.txt.mako": "${parts.names()}\n",
        "parts/names.txt.mako": "${len(manifest.entities)} ${model_names}\n",
    }
    assert build(tmp_path, files).returncode == 0
    text = (tmp_path / "out" / "odd" / "a.txt").read_text(encoding="utf-8")
    assert text == "3 ['Comment', 'Ticket', 'User']\n"


def test_breaks_of_windows_are_no_matter(tmp_path: Path) -> None:
    files = template("## a\r\n% for x in [1]:\r\n${x}\r\n% endfor\r\n")
    assert build(tmp_path, files).returncode == 0
    assert (tmp_path / "out" / "odd" / "a.md").read_bytes() == b"## a\n1\n"
