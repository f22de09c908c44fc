"""What would leave rules out in silence is found by `manage.py check`, with what to do."""

from pathlib import Path

import pytest

from tests.conftest import Finder

ADMINS = {
    "pages.E005": "admin.site.unregister(Note)\nadmin.site.register(Note, admin.ModelAdmin)",
    "pages.E006": "RepairAdmin.inlines = [type('Notes', (admin.TabularInline,), {'model': Note})]",
}
"""What `manage.py check` finds, and an addition to the admin in which it does."""


@pytest.mark.parametrize("code", ADMINS)
def test_admin_that_asks_for_no_rights_is_found(
    find_built: Finder, tmp_path: Path, code: str
) -> None:
    built = find_built("repair_desk").copy_to(tmp_path)
    with (built.folder / "core/admin.py").open("a", encoding="utf-8") as file:
        file.write(f"\n\n{ADMINS[code]}\n")
    done = built.manage("check")
    assert done.returncode == 1
    assert code in done.stderr


OVERRIDES = {
    "pages.E003": "(self, user): return self.filter(is_public=True)",
    "pages.E004": "(self, user, operation='list'): return self.filter(is_public=True)",
    "": "(self, user, operation='list'): return super().visible_to(user, operation)",
}
"""What `manage.py check` finds, and a `visible_to` in which it does."""


@pytest.mark.parametrize("code", OVERRIDES)
def test_override_that_leaves_the_policy_out_is_found(
    find_built: Finder, tmp_path: Path, code: str
) -> None:
    built = find_built("repair_desk").copy_to(tmp_path)
    models = built.folder / "core/models.py"
    text = models.read_text(encoding="utf-8")
    assert "class RepairQuerySet(QuerySet):\n" in text
    line = f"class RepairQuerySet(QuerySet):\n    def visible_to{OVERRIDES[code]}\n"
    models.write_text(text.replace("class RepairQuerySet(QuerySet):\n", line), encoding="utf-8")
    done = built.manage("check")
    assert bool(done.returncode) == bool(code)
    assert code in done.stderr


def test_override_is_taught_alike_with_and_without_rules(find_built: Finder) -> None:
    taught = set()
    for name in ("simple_task", "repair_desk"):
        text = (find_built(name).folder / "README.md").read_text(encoding="utf-8")
        start = text.index("class TaskQuerySet(QuerySet):")
        taught.add(text[start : text.index("```", start)])
    (example,) = taught
    assert "super().visible_to(user, operation)" in example
