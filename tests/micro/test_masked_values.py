"""Sensitive values are masked for whoever may not change them: on records, in files, in search."""

import json

import pytest

from tests.conftest import Finder
from tests.projects import BuiltProject

SCRIPT = """
import json
from core.models import Volunteer
from django.contrib.auth import get_user_model
from django.test import Client
from pages.testing import add_account, make_account
vera = Volunteer.objects.create(name="Vera", phone="0171-555", district="North")
changing = make_account("changing", "view_volunteer", "change_volunteer")
people = {"stranger": None, "reads": add_account("reads", is_waiting=True), "changes": changing,
    "member": add_account("member")}
paths = ("/", "/volunteers/", "/volunteers/?export=csv", "/volunteers/?export=print",
    "/volunteers/?q=0171", vera.get_absolute_url())
found = {}
for name, account in people.items():
    client = Client(HTTP_HOST="localhost")
    if account:
        client.force_login(account)
    found[name] = []
    for path in paths:
        answer = client.get(path)
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content
        text = content.decode()
        if "0171-555" in text or ("q=" in path and f"{vera.pk}" in text):
            found[name].append(path.replace(str(vera.pk), "KEY"))
print(json.dumps(found))
"""


@pytest.fixture
def trees(find_built: Finder, tmp_path_factory: pytest.TempPathFactory) -> BuiltProject:
    """An app that strangers may read."""
    return find_built("city_trees").copy_to(tmp_path_factory.mktemp("trees"))


def test_who_may_not_change_a_record_does_not_see_what_is_sensitive(trees: BuiltProject) -> None:
    done = trees.manage("shell", "-v0", "--no-imports", "-c", SCRIPT)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    page = ["/volunteers/KEY/"]
    assert found == {"stranger": [], "reads": [], "changes": page, "member": page}
