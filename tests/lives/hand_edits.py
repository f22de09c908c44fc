"""Edits of an app by hand, each with a mark that no build writes and none may lose."""

import ast
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.lives.oracle import Accepted, Tables, is_empty

PYTHON = ("models", "views", "forms", "filters", "admin", "urls", "tests")
NOTHING = Accepted()


@dataclass(frozen=True)
class HandEdit:
    """What a person did: a file, its text, and the line with the mark; None if it's deleted."""

    path: str
    text: str | None
    line: str = ""
    accepted: Accepted = NOTHING


HandMaker = Callable[[Random, Path, int, Tables], HandEdit | None]


def read(app: Path, path: str) -> list[str]:
    """The lines of a file, or none."""
    return (app / path).read_text(encoding="utf-8").split("\n") if (app / path).is_file() else []


def put(path: str, lines: list[str], at: int, *new: str, **more: Accepted) -> HandEdit:
    """Some lines put before a line; the first that has a mark tells the edit."""
    mark = next(line for line in new if "mine" in line.lower())
    text = "\n".join([*lines[:at], *new, *lines[at:]])
    return HandEdit(path, text, mark, **more)


def append(path: str, *forms: str) -> HandMaker:
    """Add one of several lines at the end of a file."""

    def make(random: Random, app: Path, number: int, tables: Tables) -> HandEdit | None:
        lines = read(app, path)
        if not lines:
            return None
        return put(path, lines, len(lines) - 1, *random.choice(forms).format(n=number).split("\n"))

    return make


def add_method(random: Random, app: Path, number: int, tables: Tables) -> HandEdit | None:
    """A method at the end of a class."""
    path = f"core/{random.choice(['models', 'views', 'forms', 'admin', 'filters', 'tests'])}.py"
    lines = read(app, path)
    classes = list_classes(lines)
    if not classes:
        return None
    method = f"    def mine_{number}(self):"
    at = random.choice(classes).end_lineno or 0
    return put(path, lines, at, "", method, f"        return {number}")


def list_classes(lines: list[str]) -> list[ast.ClassDef]:
    """The classes of a module, or none if it isn't one now."""
    try:
        tree = ast.parse("\n".join(lines))
    except SyntaxError:
        return []
    return [each for each in tree.body if isinstance(each, ast.ClassDef)]


def change_line(random: Random, app: Path, number: int, tables: Tables) -> HandEdit | None:
    """A comment at the end of a statement, as a build that changes it would meet."""
    path = f"core/{random.choice(PYTHON)}.py"
    lines = read(app, path)
    inner = [node for each in list_classes(lines) for node in each.body]
    ends = [node.end_lineno or 0 for node in inner if not isinstance(node, ast.ClassDef)]
    free = [end - 1 for end in ends if "#" not in lines[end - 1]]
    if not free:
        return None
    at = random.choice(free)
    changed = f"{lines[at]}  # mine {number}"
    return HandEdit(path, "\n".join([*lines[:at], changed, *lines[at + 1 :]]), changed)


def add_model_field(random: Random, app: Path, number: int, tables: Tables) -> HandEdit | None:
    """A field that only the models have."""
    lines = read(app, "core/models.py")
    models = [each for each in list_classes(lines) if f"core_{each.name.lower()}" in tables]
    if not models:
        return None
    model = random.choice(models)
    places = [node.lineno - 1 for node in model.body if isinstance(node, ast.Assign)]
    if not places:
        return None
    line = f'    mine_{number} = models.CharField(max_length=20, blank=True, default="")'
    table = f"core_{model.name.lower()}"
    accepted = Accepted(new={table: is_empty})
    return put("core/models.py", lines, places[0], line, accepted=accepted)


def change_template(random: Random, app: Path, number: int, tables: Tables) -> HandEdit | None:
    """A line within a page, or a word of it changed."""
    pages = sorted((app / "core/templates/core").glob("*.html"))
    if not pages:
        return None
    path = random.choice(pages).relative_to(app).as_posix()
    lines = read(app, path)
    heads = [n for n, line in enumerate(lines) if re.search(r">[A-Z][\w ]+<", line)]
    if heads and random.random() < 0.5:
        at = random.choice(heads)
        changed = re.sub(r">([A-Z][\w ]+)<", rf">\1 mine {number}<", lines[at], count=1)
        return HandEdit(path, "\n".join([*lines[:at], changed, *lines[at + 1 :]]), changed)
    blocks = [n for n, line in enumerate(lines) if re.match(r"\s*\{% block \w+ %\}$", line)]
    at = random.choice(blocks) + 1 if blocks else 0
    return put(path, lines, at, f"<!-- mine {number} -->") if blocks else None


def change_text(random: Random, app: Path, number: int, tables: Tables) -> HandEdit | None:
    """A line somewhere in the README, or its title changed."""
    lines = read(app, "README.md")
    if len(lines) < 2:
        return None
    if random.random() < 0.4:
        line = f"{lines[0]} mine {number}"
        return HandEdit("README.md", "\n".join([line, *lines[1:]]), line)
    return put("README.md", lines, random.randrange(1, len(lines)), f"mine {number}")


def write_migration(random: Random, app: Path, number: int, tables: Tables) -> HandEdit | None:
    """A migration by hand, which changes no row."""
    there = sorted(each.stem for each in (app / "core/migrations").glob("0*.py"))
    last = [each for each in there if each[:4] == there[-1][:4]]
    depends = "".join(f'("core", "{each}"), ' for each in last)
    text = (
        "from django.db import migrations\n\n\n"
        f"class Migration(migrations.Migration):  # mine {number}\n"
        f"    dependencies = [{depends}]\n"
        "    operations = [migrations.RunSQL('SELECT 1', 'SELECT 1')]\n"
    )
    path = f"core/migrations/{int(there[-1][:4]) + 1:04}_mine_{number}.py"
    return HandEdit(path, text, f"class Migration(migrations.Migration):  # mine {number}")


def delete_file(random: Random, app: Path, number: int, tables: Tables) -> HandEdit | None:
    """A file that nobody needs here."""
    there = [n for n in ("Procfile", "vercel.json", "gunicorn.conf.py") if (app / n).is_file()]
    return HandEdit(random.choice(there), None) if there else None


def add_file(random: Random, app: Path, number: int, tables: Tables) -> HandEdit | None:
    """A file of the person's own."""
    path = random.choice(["templates/own_{}.html", "notes_{}.md", "core/own_{}.py"])
    return HandEdit(path.format(number), f"# mine {number}\n", f"# mine {number}")


HAND_EDITS: Mapping[str, HandMaker] = {
    "a method of a model, view, form, …": add_method,
    "a line of Python": change_line,
    "a field of a model": add_model_field,
    "a template": change_template,
    "settings": append("app/settings.py", "MINE_{n} = {n}", "# mine {n}"),
    "README": change_text,
    "requirements": append("requirements.txt", "# mine {n}"),
    "addresses": append("core/urls.py", "urlpatterns += []  # mine {n}"),
    "a migration by hand": write_migration,
    "a file deleted": delete_file,
    "a file of one's own": add_file,
}
