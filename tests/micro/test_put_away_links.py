"""Links of records that are put away: nowhere until then, and there once these are restored."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.projects import BuiltProject, run_dazzle

PROJECT = """\
entity Skill:
  name: str required
  gone_at: datetime
  soft_delete: gone_at

entity Job:
  title: str required
  skills: many_to_many Skill
  asked: computed count(skills)
  gone_at: datetime
  soft_delete: gone_at

surface job_list:
  uses entity Job
  mode: list
  section main:
    field title
    field asked
    field skills

surface job_view:
  uses entity Job
  mode: view

surface job_edit:
  uses entity Job
  mode: edit
  section main:
    field title
    field skills
"""
SCRIPT = """
import json
from core.models import Job, Skill
from django.test import Client
from pages.testing import add_account
from django.test.utils import setup_test_environment

setup_test_environment()
client = Client()
client.force_login(add_account("ann"))
job = Job.objects.create(title="Brakes")
saw, file = Skill.objects.create(name="Saw"), Skill.objects.create(name="File")
job.skills.set([saw, file])

def list_links(row):
    through = type(row).skills.through
    return sorted(through.objects.filter(job=row).values_list("skill__name", flat=True))

def look():
    text = client.get("/jobs/").content.decode()
    asked = Job.objects.with_computed("asked").get().asked
    return ["Saw" in text, "File" in text, asked, sorted(map(str, job.skills.all()))]

def restore(row):
    from records.soft_deletion import restore
    restore(type(row).all_objects.get(pk=row.pk))

found = {"before": look()}
job.delete()
found["job away"] = [list_links(job), client.get("/jobs/").content.decode().count("Brakes")]
restore(job)
found["job restored"] = look()
saw.delete()
found["skill away"] = look()
page = client.get(f"/jobs/{job.pk}/edit/").content.decode()
found["offered"] = ["Saw" in page, "File" in page]
client.post(f"/jobs/{job.pk}/edit/", {"title": "Brake", "skills": [file.pk]})
found["kept"] = list_links(job)
restore(saw)
found["skill restored"] = look()
job.refresh_from_db()
job.delete()
Job.all_objects.get(pk=job.pk).delete_for_good()
found["deleted"] = Job.skills.through.objects.count()
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """What an app with such links answers."""
    folder = tmp_path_factory.mktemp("links")
    (folder / "app.dsl").write_text(PROJECT, encoding="utf-8")
    done = run_dazzle(folder, "build", "app.dsl", "--output", "out")
    assert done.returncode == 0, done.stdout
    built = BuiltProject("app", Path(folder / "out/django_micro"))
    built.manage("migrate", "-v0")
    done = built.manage("shell", "-v0", "-c", SCRIPT)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_restored_record_has_its_links(found: Any) -> None:
    assert found["before"] == [True, True, 2, ["File", "Saw"]]
    assert found["job away"] == [["File", "Saw"], 0]
    assert found["job restored"] == found["before"]


def test_nothing_leads_to_what_is_put_away(found: Any) -> None:
    assert found["skill away"] == [False, True, 1, ["File"]]
    assert found["offered"] == [False, True]


def test_link_to_what_is_put_away_outlives_a_form(found: Any) -> None:
    assert found["kept"] == ["File", "Saw"]
    assert found["skill restored"] == found["before"]


def test_links_go_with_what_is_deleted_for_good(found: Any) -> None:
    assert found["deleted"] == 0
