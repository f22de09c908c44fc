"""What models and the first migration declare for what the DSL says, piece by piece."""

import re
from pathlib import Path

import pytest

from transformer.engine.render import render_project
from transformer.manifest import read_project

TEXT = """\
enum Task_state:
  open
  Done_state
entity task_list:
  Title: str(40) required
  title_2: str(30)
  state: enum[open, done]
  kind: Task_state
  due: date=today + 3d
  since: datetime=now - 2h
  begins: datetime=today + 3d
  again: date=today
  at: date
  get_next_by_at: str
  owner: ref Member
  owner_id: str
  Check: bool
  unique Title, state
  index: state, at desc
entity Member:
  name: str(1500) required
  share: decimal(4, 2) min(0.01)
  level: int min(3) max(3)
  code: str(3) min(3)
  pin: str(9) regex("^\\d+$")
surface list_of_tasks:
  uses entity task_list
  mode: list
"""
MODELS = """
class TaskState(models.TextChoices):
OPEN = "open", "Open"
DONE_STATE = "Done_state", "Done state"
def task_list_due_default(): return localdate(timezone=get_default_timezone()) + datetime.timedelta
def task_list_again_default(): return localdate(timezone=get_default_timezone())
def task_list_since_default(): return now() - datetime.timedelta(hours=2)
start = localtime(timezone=get_default_timezone()).replace(hour=0, minute=0, second=0,
return start + datetime.timedelta(days=3)
class State(models.TextChoices):
Title = models.CharField(max_length=40)
state = models.CharField(max_length=4, choices=State, blank=True, default="")
kind = models.CharField(max_length=10, choices=TaskState, blank=True, default="")
due = models.DateField(null=True, blank=True, default=task_list_due_default)
since = models.DateTimeField(null=True, blank=True, default=task_list_since_default)
again = models.DateField(null=True, blank=True, default=task_list_again_default)
get_next_by_at_field = models.CharField(max_length=255, blank=True, default="", db_column="get_
owner_id_field = models.CharField(max_length=255, blank=True, default="", verbose_name="Owner ID")
models.UniqueConstraint(fields=["Title", "state"], name="task_list_Title_s_e4a6924_uniq")
models.Index(fields=["state", "-at"], name="task_list_state_at_578723c_idx")
models.Index(fields=["title_2", "id"], name="task_list_title_2_7102ffb_idx")
validators=[MinValueValidator(Decimal("0.01"))]
validators=[MinValueValidator(3), MaxValueValidator(3)]
validators=[MinLengthValidator(3)]
validators=[RegexValidator(r"^\\d+$")]
"""
MIGRATION = """
from django.db import migrations, models
from ..models import (task_list_again_default, task_list_begins_default, task_list_due_default,
("kind", models.CharField(max_length=10, choices=[("open", "Open"), ("Done_state", "Done state")]
("due", models.DateField(null=True, blank=True, default=task_list_due_default))
models.ForeignKey("core.member", on_delete=models.SET_NULL, related_name="task_lists"
models.UniqueConstraint(fields=["Title", "state"], name="task_list_Title_s_e4a6924_uniq")
"""


def join_lines(text: str) -> str:
    """Return a text on one line, as if there were no limit to lines."""
    text = re.sub(r"\s+", " ", text)
    return re.sub(r",? ?([)\]}])", r"\1", re.sub(r"([(\[{]) ", r"\1", text))


@pytest.fixture(scope="module")
def modules(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The modules of the app: path → text on one line."""
    file: Path = tmp_path_factory.mktemp("app") / "app.dsl"
    file.write_text(TEXT, encoding="utf-8")
    manifest = read_project(file).manifest
    assert manifest is not None
    files = render_project(manifest, "django_micro").files
    return {p: join_lines(each.decode()) for p, each in files.items() if p.endswith(".py")}


@pytest.mark.parametrize("line", MODELS.strip().splitlines())
def test_models_have(modules: dict[str, str], line: str) -> None:
    assert line in modules["core/models.py"]


@pytest.mark.parametrize("line", MIGRATION.strip().splitlines())
def test_first_migration_has(modules: dict[str, str], line: str) -> None:
    assert line in modules["core/migrations/0001_initial.py"]


def test_long_text_has_no_index(modules: dict[str, str]) -> None:
    member = modules["core/models.py"].partition("class Member(")[2]
    assert "search_fields" in member and "indexes" not in member
