"""Finding a project, and what its `dazzle.toml` says."""

from pathlib import Path

import pytest

from transformer.diagnostics.problems import Problem
from transformer.manifest import Analysis, read_project
from transformer.project.discovery import find_project

APP = 'app shop "Shop"\n'


def make(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def codes(analysis: Analysis) -> list[str]:
    return [problem.code for problem in analysis.problems]


def only(analysis: Analysis) -> Problem:
    (problem,) = analysis.problems
    return problem


SETTINGS = """
[project]
name = "my-shop"
version = "1.2"
root = "shop.core"
[modules]
paths = ["./dsl", "more"]
[stack]
name = "micro"
[build]
output = "out"
[app]
access = "read"
signup = true
brand = "#3b5bdb"
[features]
pdf = true
[deploy]
runtime_txt = true
"""


def test_settings_are_read(tmp_path: Path) -> None:
    files = {
        "dazzle.toml": SETTINGS,
        "dsl/a/x.dsl": "entity A:\n  x: str\n",
        "more/y.dsl": "module shop.core\n",
    }
    analysis = read_project(make(tmp_path, files))
    assert not analysis.problems and analysis.project and analysis.manifest
    assert analysis.manifest["app"] == {
        "name": "my_shop",
        "title": "My shop",
        "version": "1.2",
        "access": "read",
        "signup": "waiting",
        "language": "en",
        "brand": "#3b5bdb",
        "features": ["pdf"],
    }
    assert analysis.manifest["deployment"] == {"runtime_txt": True}
    assert (analysis.project.stack, analysis.project.output) == ("micro", "out")
    assert [path.name for path in analysis.project.sources] == ["x.dsl", "y.dsl"]


def test_root_is_linked_first_and_uses_follow(tmp_path: Path) -> None:
    files = {
        "dazzle.toml": '[project]\nname = "x"\nroot = "z"\n',
        "dsl/a.dsl": "module a\nentity A:\n  x: str\n",
        "dsl/b.dsl": "module b\nentity B:\n  x: str\n",
        "dsl/z.dsl": "module z\nuse b\nuse z\nentity Z:\n  a: ref A\n",
    }
    manifest = read_project(make(tmp_path, files)).manifest
    assert manifest and [entity["name"] for entity in manifest["entities"]] == ["Z", "B", "A"]


@pytest.mark.parametrize("path", ["", "dazzle.toml", "dsl", "dsl/a.dsl"])
def test_ways_to_name_a_project(tmp_path: Path, path: str) -> None:
    make(tmp_path, {"dazzle.toml": '[project]\nname = "x"\n', "dsl/a.dsl": APP})
    manifest = read_project(tmp_path / path).manifest
    assert manifest and manifest["app"]["name"] == "shop"


@pytest.mark.parametrize(
    ("toml", "code", "line"),
    [
        ('[projct]\nname = "x"\n', "unknown-setting", 1),
        ('[project]\nnmae = "x"\n', "unknown-setting", 2),
        ('[app]\naccess = "public"\n', "wrong-setting", 2),
        ("[deploy]\nruntime_txt = 1\n", "wrong-setting", 2),
        ('[modules]\npaths = "dsl"\n', "wrong-setting", 2),
        ('[project]\nroot = "../x"\n', "wrong-setting", 2),
        ("project = 3\n", "wrong-setting", 1),
        ('[build]\nstack = "micor"\n', "unknown-stack", 2),
        ("[project\n", "toml-syntax", 1),
        ('[project]\nname = "x\n', "toml-syntax", 2),
    ],
)
def test_wrong_settings_have_places(tmp_path: Path, toml: str, code: str, line: int) -> None:
    problem = only(read_project(make(tmp_path, {"dazzle.toml": toml, "dsl/a.dsl": APP})))
    assert problem.span is not None
    assert (problem.code, problem.span.line) == (code, line)


def test_unknown_setting_is_only_a_warning(tmp_path: Path) -> None:
    files = {"dazzle.toml": '[project]\nnmae = "x"\n', "dsl/a.dsl": APP}
    analysis = read_project(make(tmp_path, files))
    assert analysis.manifest is not None
    assert only(analysis).hint == "did you mean `name`?"


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({}, "no-project"),
        ({"dazzle.toml": ""}, "no-dsl"),
        ({"dazzle.toml": '[modules]\npaths = ["nowhere"]\n'}, "missing-folder"),
        (
            {"dazzle.toml": '[project]\nroot = "b"\n', "dsl/a.dsl": "module a\n" + APP},
            "unknown-root",
        ),
        ({"a.dsl": ""}, "nothing-declared"),
    ],
)
def test_projects_that_are_none(tmp_path: Path, files: dict[str, str], code: str) -> None:
    analysis = read_project(make(tmp_path, files))
    assert (only(analysis).code, analysis.manifest) == (code, None)


@pytest.mark.parametrize(
    ("content", "code", "line", "column"),
    [
        (b"app a\n  \x00", "binary-file", 2, 3),
        (b"app a\n\xff", "not-utf8", 2, 1),
        (b"", "nothing-declared", 1, 1),
    ],
)
def test_files_that_are_no_text(
    tmp_path: Path, content: bytes, code: str, line: int | None, column: int | None
) -> None:
    file = tmp_path / "a.dsl"
    file.write_bytes(content)
    problem = only(read_project(file))
    place = problem.span and (problem.span.line, problem.span.column)
    assert (problem.code, place) == (code, (line, column) if line else None)


def test_missing_path(tmp_path: Path) -> None:
    assert only(read_project(tmp_path / "nowhere")).code == "missing-file"


def test_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, {"a.dsl": APP})

    def refuse(_path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert only(read_project(tmp_path)).code == "unreadable-file"


def test_byte_order_mark_and_other_line_ends(tmp_path: Path) -> None:
    file = tmp_path / "a.dsl"
    file.write_bytes(b'\xef\xbb\xbfapp a "A"\r\nentity B:\r\n  x: str\r\n')
    assert codes(read_project(file)) == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("../../etc", "etc"),
        ("2fa", "app_2fa"),
        ("käse", "k_se"),
        ("my app", "my_app"),
        ("한", "record"),
    ],
)
def test_app_name_is_a_name(tmp_path: Path, name: str, expected: str) -> None:
    toml = f'[project]\nname = "{name}"\n'
    files = {"dazzle.toml": toml, "dsl/a.dsl": "entity A:\n  x: str\n"}
    manifest = read_project(make(tmp_path, files)).manifest
    assert manifest and manifest["app"]["name"] == expected


def test_problems_of_all_files_come_at_once(tmp_path: Path) -> None:
    files = {"a.dsl": "entty A:\n", "b.dsl": "entity B:\n  x: strng(3)\n"}
    assert codes(read_project(make(tmp_path, files))) == ["unknown-word", "unknown-type"]


def test_hidden_folders_are_no_source(tmp_path: Path) -> None:
    project, _, _ = find_project(make(tmp_path, {"a.dsl": APP, ".git/b.dsl": APP}))
    assert project and len(project.sources) == 1
