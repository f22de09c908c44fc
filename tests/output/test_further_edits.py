"""What a project asks for, whatever it is, leaves its models open to further edits."""

import re
import shutil
from pathlib import Path

import pytest

from tests.long_runs import take_some
from tests.projects import BACKEND, FIXTURES, BuiltProject, run_dazzle

EXAMPLES = ["repair_desk", "sports_club", "personnel", "music_school"]


@pytest.mark.parametrize("name", take_some(EXAMPLES, 2))
def test_each_entity_takes_one_more_field(name: str, tmp_path: Path) -> None:
    folder = tmp_path / name
    shutil.copytree(FIXTURES / name, folder)
    assert run_dazzle(folder, "build").returncode == 0
    for path in folder.glob("dsl/*.dsl"):
        text = path.read_text("utf-8")
        longer = re.sub(r"^(entity .*:)$", r"\1\n  one_more: int", text, flags=re.MULTILINE)
        path.write_text(longer, "utf-8")
    done = run_dazzle(folder, "build")
    assert done.returncode == 0, done.stdout
    app = BuiltProject(name, folder / "build" / BACKEND)
    assert [*app.folder.glob("core/migrations/0001_initial.py")]
    assert "one_more" in "".join(
        each.read_text("utf-8") for each in app.folder.glob("core/migrations/*.py")
    )
    assert app.manage("makemigrations", "--check", "--dry-run").returncode == 0
    assert app.manage("migrate", "-v0").returncode == 0
