"""The matrix test that an app with rules brings along: silent where it is right, loud where not."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.conftest import Finder
from tests.long_runs import take_some
from tests.projects import BuiltProject, Done
from tests.rules.ruled_apps import Bug, build_app
from tests.rules.ruled_projects import EVERY_KIND, write_project

MATRIX = "core.test_matrix"
HINT = "The lists of core/test_matrix.py say what the app was described to be."
POLICIES, VIEWS, ADMIN = "core/policies.py", "core/views.py", "core/admin.py"


def run_matrix(built: BuiltProject, test: str = "") -> Done:
    """What the matrix test says, or one of its tests."""
    return built.manage("test", f"{MATRIX}.MatrixTests.{test}" if test else MATRIX)


@pytest.mark.parametrize("name", take_some(["repair_desk", "sports_club"], 2))
def test_examples_do_what_they_were_described_to(find_built: Finder, name: str) -> None:
    done = run_matrix(find_built(name))
    assert done.returncode == 0, done.stderr[-2000:]
    assert "Ran 4 tests" in done.stderr
    assert "skipped" not in done.stderr


def test_app_without_rules_has_none_of_it(find_built: Finder) -> None:
    folder = find_built("simple_task").folder
    assert not (folder / "core/test_matrix.py").exists()
    assert not list((folder / "pages/matrix").glob("*.py"))


@pytest.fixture(scope="module", params=["read", "open"])
def visited(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Done:
    """What the matrix test of an app says that visitors may use, too."""
    text = write_project([EVERY_KIND.splitlines(), ["tenant: team"]])
    settings = f'\n[app]\naccess = "{request.param}"\n'
    return run_matrix(build_app(tmp_path_factory.mktemp("visited"), "rules", text, settings))


def test_visitors_are_asked_too(visited: Done) -> None:
    assert visited.returncode == 0, visited.stderr[-2000:]


BUGS: Mapping[str, tuple[str, Bug, str]] = {
    "a permit for more roles": (
        "test_pages",
        (
            POLICIES,
            'permit("delete", role("office"),',
            'permit("delete", role("office", "tenant"),',
        ),
        "repair_delete of a Repair as tenant",
    ),
    "a permit for fewer roles": (
        "test_pages",
        (
            POLICIES,
            'permit("create", role("tenant", "office"),',
            'permit("create", role("office"),',
        ),
        "repair_create as tenant: 403, not 200",
    ),
    "a forbid that is gone": (
        "test_pages",
        (POLICIES, 'row.status == "done"', "False"),
        "repair_delete of a Repair as office with status=done",
    ),
    "a row that is open to more": (
        "test_pages",
        (POLICIES, "models.Q(is_public=True)", "models.Q(is_public__isnull=False)"),
        "repair_detail of a Repair as",
    ),
    "a list of other rows": (
        "test_pages",
        (POLICIES, "models.Q(caretaker=user.pk) | models.Q", "~models.Q(pk=0) | models.Q"),
        "shown: True, not False",
    ),
    "no tenant": (
        "test_pages",
        (POLICIES, 'tenant = Tenant("house", own="house")', "tenant = None"),
        "with house=another one: 200, not 404",
    ),
    "a view that doesn't ask": (
        "test_pages",
        (
            VIEWS,
            "class RepairDeleteView(generic.DeleteView):",
            "from django.views.generic import DeleteView as Plain\n\n\n"
            "class RepairDeleteView(Plain):\n    template_name = 'pages/confirm_delete.html'",
        ),
        "repair_delete",
    ),
    "a view of all rows": (
        "test_pages",
        (
            VIEWS,
            "class RepairListView(generic.ListView):",
            "class RepairListView(generic.ListView):\n    def get_queryset(self):\n"
            "        return Repair.objects.with_computed('days_open')\n",
        ),
        "repair_list of a Repair as tenant",
    ),
    "an address that nobody knows": (
        "test_every_address_is_there",
        (
            "core/urls.py",
            "urlpatterns = [",
            'urlpatterns = [path("all/", views.RepairListView.as_view(), name="all"),',
        ),
        "Say in core/test_matrix.py",
    ),
    "an admin that doesn't ask": (
        "test_admin",
        (ADMIN, "class NoteAdmin(RecordAdmin)", "class NoteAdmin(admin.ModelAdmin)"),
        "Note: GET admin change of a Note",
    ),
    "a form that makes what it mayn't": (
        "test_new_rows",
        ("pages/forms/models.py", "refuse_forbidden_row(self, self.user)", "pass"),
        "note_create as caretaker",
    ),
}


@pytest.mark.parametrize("bug", take_some(BUGS, 5))
def test_planted_bug_is_noticed(bug: str, find_built: Finder, tmp_path: Path) -> None:
    test, (place, old, new), said = BUGS[bug]
    copy = find_built("repair_desk").copy_to(tmp_path)
    source = (copy.folder / place).read_text(encoding="utf-8")
    assert old in source
    (copy.folder / place).write_text(source.replace(old, new), encoding="utf-8")
    done = run_matrix(copy, test)
    assert done.returncode == 1
    assert "AssertionError" in done.stderr
    assert said in done.stderr
    assert HINT in done.stderr or "Say in core/test_matrix.py" in done.stderr
