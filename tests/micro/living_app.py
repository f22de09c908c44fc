"""An app with rows in it, whose project is edited, built and migrated as people do."""

import json
from dataclasses import dataclass, field
from pathlib import Path

from tests.projects import BuiltProject, Done, run_dazzle

LOSS = "--allow-data-loss"
PETS = """\
app vet "Vet"

entity Owner:
  name: str(100) required

entity Visit:
  note: text

entity Pet:
  name: str(30) required
  fur: str(30)
  chip: str(30) sensitive
  born: date
  weight: text
  state: enum[open, missed]=open
  owner: ref Owner

surface pet_list:
  uses entity Pet
  mode: list
surface owner_list:
  uses entity Owner
  mode: list
surface visit_list:
  uses entity Visit
  mode: list
"""
FILL = """\
from datetime import date
from core.models import Owner, Pet, Visit
ann = Owner.objects.create(name="Ann")
Visit.objects.create(note="Limps")
for name, rest in {
    "Rex": {"fur": "brown", "chip": "A-1", "born": date(2020, 1, 2), "weight": "12", "owner": ann},
    "Tom": {"fur": "black", "chip": "A-2", "weight": "Limps", "state": "missed"},
    "Bob": {"fur": "brown", "chip": "A-3", "weight": " 7 "},
}.items():
    Pet.objects.create(name=name, **rest)
"""
SHOW = """\
import json
from core.models import {model} as Model
names = [each.attname for each in Model._meta.fields if each.name != "id"]
rows = [{{name: getattr(each, name) for name in names}} for each in Model.objects.order_by("pk")]
print(json.dumps(rows, default=str))
"""
DUMP = """\
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute("SELECT * FROM core_pet")
    print([each[0] for each in cursor.description], sorted(map(str, cursor.fetchall())))
"""
Row = dict[str, str | int | None]


@dataclass
class LivingApp:
    """A project in a folder, its text, and the database that it has."""

    folder: Path
    variables: dict[str, str] = field(default_factory=dict)
    text: str = PETS

    @property
    def built(self) -> BuiltProject:
        """The project that comes out."""
        return BuiltProject("vet", self.folder / "out/django_micro")

    def start(self) -> "LivingApp":
        """Build and migrate it for the first time, and put rows in."""
        self.accept()
        self.migrate()
        self.ask(FILL)
        return self

    def edit(self, old: str, new: str) -> None:
        """Change the text."""
        assert old in self.text, old
        self.text = self.text.replace(old, new, 1)

    def build(self, *arguments: str) -> Done:
        """What a build does."""
        self.folder.mkdir(exist_ok=True)
        (self.folder / "app.dsl").write_text(self.text, encoding="utf-8")
        return run_dazzle(
            self.folder, "build", "app.dsl", "--output", "out", *arguments, **self.variables
        )

    def accept(self, *arguments: str) -> str:
        """What a build says that has to work."""
        done = self.build(*arguments)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def refuse(self, *words: str) -> str:
        """What a build says that has to be refused, with nothing changed."""
        before = self.read_files()
        done = self.build()
        assert done.returncode == 1, done.stdout
        assert done.stderr == ""
        for word in words:
            assert word in done.stdout, done.stdout
        assert self.read_files() == before
        return done.stdout

    def migrate(self) -> None:
        """Migrate, after which nothing may be lacking."""
        done = self.built.manage("migrate", "-v0", **self.variables)
        assert done.returncode == 0, done.stdout + done.stderr
        done = self.built.manage("makemigrations", "--check", "--dry-run", **self.variables)
        assert done.returncode == 0, done.stdout

    def stop(self) -> str:
        """What is said when the migrations stop, which they have to, with nothing changed."""
        before = self.ask(DUMP)
        done = self.built.manage("migrate", **self.variables)
        assert done.returncode == 1, done.stdout
        said = done.stdout + done.stderr
        assert "Traceback" not in said
        assert self.ask(DUMP) == before
        return said

    def ask(self, code: str) -> str:
        """What code prints in the app."""
        done = self.built.manage("shell", "-v0", "-c", code, **self.variables)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def show(self, *names: str, model: str = "Pet") -> list[Row]:
        """The rows of a model by their first name, or only some of their values."""
        rows: list[Row] = json.loads(self.ask(SHOW.format(model=model)))
        rows.sort(key=str)
        return [{name: row[name] for name in names or row} for row in rows]

    def list_migrations(self) -> list[str]:
        """The names of the migrations."""
        return sorted(each.stem for each in (self.built.folder / "core/migrations").glob("0*.py"))

    def read_files(self) -> dict[str, bytes]:
        """Every file of the output but the database and what Python compiles."""
        paths = [each for each in self.built.folder.rglob("*") if each.is_file()]
        return {
            str(each): each.read_bytes()
            for each in paths
            if "sqlite3" not in each.name and each.suffix != ".pyc"
        }
