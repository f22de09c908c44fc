"""What a request for a list passes: few functions of the project, so that one can follow it."""

import json
from pathlib import Path

from tests.conftest import Finder

MOST = 30
SCRIPT = """
import json, sys
from pathlib import Path
from django.contrib.auth import get_user_model
from django.test import Client
from core.models import Task
client = Client(HTTP_HOST="localhost")
client.force_login(get_user_model().objects.create_superuser("tester"))
for title in ("Sweep", "Mop"):
    Task.objects.create(title=title, due_date="2026-01-01")
FOLDER, COMPREHENSIONS = str(Path.cwd()), {"<genexpr>", "<listcomp>", "<dictcomp>", "<lambda>"}
passed = set()
def note(frame, event, argument):
    code = frame.f_code
    is_own = code.co_filename.startswith(FOLDER) and code.co_name not in COMPREHENSIONS
    if event == "call" and is_own:
        passed.add((code.co_filename[len(FOLDER) + 1:], code.co_name, code.co_firstlineno))
ADDRESS = "/tasks/?status=todo&sort=title"
client.get(ADDRESS)
sys.setprofile(note)
answer = client.get(ADDRESS)
sys.setprofile(None)
assert answer.content.count(b"row-link") == 2
print(json.dumps(sorted(passed)))
"""


def test_filtered_and_sorted_list_can_be_followed(find_built: Finder, tmp_path: Path) -> None:
    built = find_built("simple_task").copy_to(tmp_path)
    done = built.manage("shell", "-v0", "--no-imports", "-c", SCRIPT)
    assert done.returncode == 0, done.stderr
    passed = json.loads(done.stdout.splitlines()[-1])
    assert ["core/models.py", "get_absolute_url"] in [each[:2] for each in passed]
    assert len(passed) <= MOST, passed
