"""The name under which dazzle is installed; `dazzle` itself is another project's on the index."""

import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

from tests.projects import PROJECTS, ROOT, BuiltProject

INSTALL = re.compile(
    r"(?:pipx?|uv pip|uv tool|uv|poetry|conda|easy_install)\s+(?:install|add)\s[^`\n]*?"
    r"(?<![\w./-])dazzle(?![\w./-])"
)
PLACES = ["*.md", "docs", "mappings", "transformer", "fixtures", "schemas", "Makefile", "tools"]


def test_name_is_free_on_the_index() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["name"] == "dazzle-micro"
    assert project["scripts"] == {"dazzle": "transformer.__main__:main"}


def test_sign_finds_the_advice() -> None:
    for line in ("pip install dazzle", "pip install -U dazzle", "uv tool install dazzle==1"):
        assert INSTALL.search(line)
    for line in ("pip install dazzle-micro", "pip install .", "pip install ./dazzle.whl"):
        assert not INSTALL.search(line)


def test_nothing_says_to_install_something_else() -> None:
    words = ["git", "ls-files", "--cached", "--others", "--exclude-standard", *PLACES]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True)
    paths = [ROOT / name for name in done.stdout.splitlines()]
    assert len(paths) > 300
    assert list_advice(path for path in paths if path.is_file()) == []


def test_emitted_project_does_not_either(built: BuiltProject) -> None:
    assert built.name in PROJECTS
    assert list_advice(path for path in built.folder.rglob("*") if path.is_file()) == []


def list_advice(paths: Iterator[Path]) -> list[str]:
    texts = ((path, path.read_bytes().decode("utf-8", "replace")) for path in paths)
    return [f"{path}: {found[0]}" for path, text in texts for found in INSTALL.finditer(text)]


def test_readme_installs_from_a_checkout() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for way in ("`pip install .`", "`pipx install .`", "`uv tool install .`", "`dazzle-micro`"):
        assert way in text
