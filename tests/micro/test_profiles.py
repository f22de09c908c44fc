"""The page of one's own account, where rules say who may change accounts."""

import json

import pytest

from tests.conftest import Finder

SCRIPT = """\
import json
from core.models import Employer, User
from django.test import Client
from django.test.utils import setup_test_environment
from records.members import add_to_members

setup_test_environment()
employer, answers = Employer.objects.create(name="The bakery"), {}
for role in ("employee", "hr"):
    person = User.objects.create_user(
        email=f"{role}@example.com", name=role, role=role, employer=employer
    )
    add_to_members(person)
    browser = Client()
    browser.force_login(person)
    page = browser.get("/account/").content.decode()
    main = page.partition("<main")[2]
    status = browser.post("/account/", {"email": person.email, "name": "Changed"}).status_code
    person.refresh_from_db()
    answers[role] = [f'value="{role}"' in main, ">Save<" in main, status, person.name]
print(json.dumps(answers))
"""


def test_profile_is_a_form_for_whom_the_rules_let_change_it(
    find_built: Finder, tmp_path_factory: pytest.TempPathFactory
) -> None:
    built = find_built("personnel").copy_to(tmp_path_factory.mktemp("personnel"))
    assert built.manage("migrate", "-v0").returncode == 0
    done = built.manage("shell", "-v0", "-c", SCRIPT)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[-1]) == {
        "employee": [True, False, 403, "employee"],
        "hr": [True, True, 302, "Changed"],
    }
