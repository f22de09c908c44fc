"""The wheel and the sdist, away from the checkout."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.projects import ROOT, clean_environment


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built by way of the sdist as an uploader would."""
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (found,) = folder.glob("*.whl")
    assert list(folder.glob("*.tar.gz"))
    return found


def test_wheel_has_every_file_of_the_checkout(wheel: Path) -> None:
    tracked = subprocess.run(
        ["git", "ls-files", "transformer", "mappings", "schemas", "fixtures"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    inside = {name.replace("transformer/_data/", "") for name in zipfile.ZipFile(wheel).namelist()}
    assert set(tracked) <= inside


def explain(scripts: Path, folder: Path, environment: dict[str, str]) -> str:
    """What an installed dazzle says of a code, for which it needs its examples."""
    command = [scripts / "dazzle", "explain", "said-twice"]
    done = subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
    return done.stdout.decode()


def test_demo_from_an_installed_wheel(wheel: Path, tmp_path: Path) -> None:
    environment = clean_environment(DAZZLE_CACHE=str(tmp_path / "cache"))
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "venv")], check=True)
    scripts = tmp_path / "venv" / "bin"
    install = [scripts / "pip", "install", "--quiet", "-c", ROOT / "constraints.txt", wheel]
    subprocess.run(install, check=True, capture_output=True)
    empty = tmp_path / "empty"
    empty.mkdir()
    subprocess.run([scripts / "dazzle", "demo"], cwd=empty, env=environment, check=True)
    assert "Right:\n\n    entity" in explain(scripts, empty, environment)
    demo = empty / "micro-demo"
    for command in (["migrate", "-v0"], ["check"], ["test"]):
        manage = [sys.executable, "manage.py", *command]
        subprocess.run(manage, cwd=demo, env=clean_environment(), check=True, capture_output=True)
    # A changed model needs Django, which comes along with the wheel.
    source = demo / "dsl" / "app.dsl"
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace("  due_date: date", "  due_date: date\n  place: str"), "utf-8")
    subprocess.run([scripts / "dazzle", "build"], cwd=demo, env=environment, check=True)
    assert list(demo.glob("core/migrations/0002_*.py"))
