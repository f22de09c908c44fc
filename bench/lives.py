"""Live random lives of projects with rows, and write down what was lost, changed or made up.

`python bench/lives.py STEPS FOLDER` goes on with the lives in a folder until they have so many
steps together, and writes the page.
"""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.lives.life import Life  # noqa: E402
from tests.lives.lived_project import LivedProject  # noqa: E402
from tests.lives.steps import choose_step  # noqa: E402
from tests.postgres import serve_postgres  # noqa: E402
from tests.projects import FIXTURES, PROJECTS  # noqa: E402
from tests.random_projects import write_project  # noqa: E402

STEPS = 20  # of each life
DATABASES = ("SQLite", "PostgreSQL")


def list_lives() -> list[tuple[str, Callable[[Path], None]]]:
    """Each example, and as many random projects."""
    lives: list[tuple[str, Callable[[Path], None]]] = []
    for number, name in enumerate(PROJECTS):
        lives.append((name, lambda folder, name=name: copy_example(name, folder)))  # type: ignore[misc]
        if number % 2:
            lives.append((f"random_{number}", lambda folder, n=number: write_random(n, folder)))  # type: ignore[misc]
    return lives


def copy_example(name: str, folder: Path) -> None:
    """Have an example in a folder."""
    shutil.copytree(FIXTURES / name, folder, dirs_exist_ok=True)


def write_random(seed: int, folder: Path) -> None:
    """Have a random project in a folder."""
    text = write_project(Random(seed), 4)
    (folder / "app.dsl").write_text(text, encoding="utf-8")
    (folder / "dazzle.toml").write_text(SETTINGS, encoding="utf-8")


SETTINGS = """\
[project]
name = "random"
version = "0.1.0"
root = "random.core"

[modules]
paths = ["."]
"""
