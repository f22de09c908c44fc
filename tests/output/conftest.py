"""A project so small that a test can say its models in a line, and Django to run it with."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.projects import ROOT
from transformer.backends.django.migrations import autodetector_process
from transformer.backends.django.migrations.changes import Migrations, Rename
from transformer.output.folders import Manner, write_project
from transformer.output.history import Consent
from transformer.output.outcome import Outcome

HEAD = """\
import uuid
from datetime import UTC, datetime
from decimal import Decimal

from django.conf import settings
from django.core.validators import MinValueValidator, RegexValidator
from django.db import models


"""
INITIAL = b"""\
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Task",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("title", models.CharField(max_length=200)),
            ],
        ),
    ]
"""
OPERATIONS = ROOT / "transformer/backends/django_micro/files/pages/operations.py"
RUN = """\
import sys
import django
from django.conf import settings
from django.core.management import call_command
apps = ["django.contrib.contenttypes", "django.contrib.auth", "core"]
base = {"ENGINE": "django.db.backends.sqlite3", "NAME": "db.sqlite3"}
settings.configure(INSTALLED_APPS=apps, DATABASES={"default": base}, USE_TZ=True,
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField")
sys.path.insert(0, ".")
django.setup()
call_command("migrate", verbosity=0)
"""
CHECK = 'call_command("makemigrations", check=True, verbosity=0)\n'


@dataclass(frozen=True)
class SmallProject:
    """A folder with an app `core`, whose first models and migration have one entity, `Task`."""

    folder: Path
    task: str = "class Task(models.Model):\n    title = models.CharField(max_length=200)\n"
    note: str = "\n\nclass Note(models.Model):\n    text = models.TextField()\n"
    initial: bytes = INITIAL

    def write(
        self, models: str, *renames: Rename, consent: Consent | None = None, **others: str
    ) -> Outcome:
        """Build the project with these models and other modules."""
        extra = {f"core/{name}.py": text.encode() for name, text in others.items()}
        files = {
            "core/__init__.py": b"",
            "core/models.py": (HEAD + models).encode(),
            "core/migrations/__init__.py": b"",
            "core/migrations/0001_initial.py": INITIAL,
            "pages/__init__.py": b"",
            "pages/operations.py": OPERATIONS.read_bytes(),
        }
        return write_project(
            self.folder,
            files | extra,
            history=Migrations(renames),
            manner=Manner(consent=consent or Consent()),
        )

    def rebuild(
        self, models: str, *renames: Rename, consent: Consent | None = None, **others: str
    ) -> Outcome:
        """Build the project, which has to work, and hold its migrations against ruff."""
        outcome = self.write(models, *renames, consent=consent, **others)
        assert outcome.failure is None
        assert not any(each.stops for each in outcome.findings), outcome.findings
        self.check_style()
        return outcome

    def check_style(self) -> None:
        """Hold the migrations against what is asked of every emitted file."""
        paths = [f"core/migrations/{name}" for name in self.find_history()]
        rules = ["--select", "E,F,I,UP,B,DJ", "--line-length", "88"]
        for command in (["format", "--check"], ["check", *rules]):
            ruff = [sys.executable, "-m", "ruff", *command, "--isolated", "--no-cache", *paths]
            done = subprocess.run(
                ruff, cwd=self.folder, capture_output=True, text=True, check=False
            )
            assert done.returncode == 0, done.stdout + done.stderr

    def run_django(self, code: str = CHECK) -> str:
        """What `code` prints after the migrations were applied."""
        command = [sys.executable, "-B", "-c", RUN + code]
        done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def fail_to_migrate(self) -> str:
        """What is said when the migrations stop, which they have to."""
        command = [sys.executable, "-B", "-c", RUN]
        done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True, check=False)
        assert done.returncode == 1
        return done.stderr

    def read_core(self) -> dict[str, bytes]:
        """The files of the app."""
        return {str(each): each.read_bytes() for each in self.folder.glob("core/**/*.py")}

    def find_history(self) -> list[str]:
        """The names of the migrations."""
        return sorted(path.name for path in (self.folder / "core/migrations").glob("0*.py"))


@pytest.fixture
def project(tmp_path: Path) -> SmallProject:
    """A small project after its first build."""
    made = SmallProject(tmp_path)
    made.write(made.task)
    return made


@pytest.fixture
def no_django(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no test start Django to compare models."""

    def fail(*_: object) -> str:
        raise AssertionError("the autodetector was run")

    monkeypatch.setattr(autodetector_process, "_run_autodetector", fail)
