"""What holds for every valid project, tried with random ones.

The environment variable RANDOM_PROJECTS says how many; `make soak` tries many.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator

from tests.projects import BACKEND, Done, clean_environment, run_python
from tests.random_projects import random_projects, write_project
from transformer.diagnostics.problems import has_errors
from transformer.diagnostics.resources import read_schema
from transformer.engine.render import render_project
from transformer.manifest import Analysis, dump_manifest, read_manifest, read_project
from transformer.output.folders import write_project as write_files

ASKED = os.environ.get("RANDOM_PROJECTS")
CHECK = """\
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "app.settings"
os.environ |= {"SECRET_KEY": "only-for-tests" * 5, "DEBUG": "True"}
import django
django.setup()
from django.core.management import call_command
call_command("check", fail_level="WARNING", verbosity=0)
call_command("makemigrations", check=True, dry_run=True)
"""

Trial = Callable[[], None]


def repeat(times: int) -> Callable[[Trial], Trial]:
    """As many examples as are asked for, else so many that are the same in every run."""
    return settings(
        max_examples=int(ASKED or times),
        derandomize=ASKED is None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )


def read(text: str, folder: Path) -> Analysis:
    """What comes of a project of one file."""
    file = folder / "sample.dsl"
    file.write_text(text, encoding="utf-8")
    return read_project(file)


def expect_success(done: Done, text: str) -> str:
    assert done.returncode == 0, f"{text}\n{done.stdout}{done.stderr}"
    return done.stdout


@repeat(200)
@given(random_projects())
def test_manifest_is_whole(text: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        analysis = read(text, folder)
        assert not has_errors(analysis.problems), analysis.problems
        assert analysis.manifest is not None
        Draft202012Validator(read_schema("manifest")).validate(analysis.manifest)
        file = folder / "manifest.yaml"
        file.write_text(dump_manifest(analysis.manifest), encoding="utf-8")
        again = read_manifest(file)
        assert again.problems == []
        assert again.manifest == analysis.manifest


@repeat(6)
@given(random_projects())
def test_app_is_sound(text: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        manifest = read(text, Path(name)).manifest
        assert manifest is not None
        target = Path(name) / BACKEND
        write(manifest, target)
        for words in (["format", "--diff"], ["check", "--select", "E,F,I,UP,B,DJ"]):
            expect_success(run_ruff(target, *words), text)
        said = expect_success(run_python(target, "-W", "error::RuntimeWarning", "-c", CHECK), text)
        assert "No changes detected" in said
        expect_success(run_python(target, "manage.py", "test", DATA_DIR=name), text)


def write(manifest: dict[str, Any], target: Path) -> None:
    outcome = write_files(target, render_project(manifest, BACKEND).files)
    assert outcome.failure is None
    assert not outcome.notes


def run_ruff(folder: Path, *words: str) -> Done:
    command = [sys.executable, "-m", "ruff", *words, "--isolated", "--no-cache", "."]
    environment = clean_environment()
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)


def test_project_is_the_same_for_the_same_seed() -> None:
    assert write_project(Random(3), 4) == write_project(Random(3), 4)
    assert write_project(Random(3), 4) != write_project(Random(4), 4)
