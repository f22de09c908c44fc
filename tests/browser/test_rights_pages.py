"""The pages of roles and rights in a browser: used by everybody, wide, on a phone, in the dark."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import manage, serve
from tests.browser.test_accessibility import find_violations
from tests.browser.tickets import NAME, PASSWORD
from tests.browser.visits import SIZES, visit
from tests.conftest import Finder

PEOPLE = f"""\
from pages.testing import add_account
from core.models import User
from core.tests import make_house, make_repair
User.objects.create_superuser("{NAME}", "{PASSWORD}", name="Tester")
for role in ("tenant", "caretaker", "office"):
    add_account(role, role=role, name=role.title(), house=make_house())
make_repair()
"""
WHY = "/account/rights/?account=tenant@example.com&model=repair&row=1"


@pytest.fixture(scope="module")
def repairs(find_built: Finder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("repairs") / "app"
    find_built("repair_desk").copy_to(folder)
    manage(folder, "shell", "-v0", "--no-imports", "-c", PEOPLE)
    with serve(folder) as address:
        yield address


@pytest.mark.parametrize("label", SIZES)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_everybody_can_use_them(browser: Browser, repairs: str, theme: str, label: str) -> None:
    with visit(browser, repairs, label, color_scheme=theme) as guest:
        guest.sign_in()
        found = []
        for name, address in {"roles": "/account/roles/", "rights": WHY}.items():
            guest.open(address)
            found += find_violations(guest.page)
            guest.shoot(f"{name}-{theme}")
        assert not found


def test_a_role_is_given(browser: Browser, repairs: str) -> None:
    with visit(browser, repairs, "phone") as guest:
        guest.sign_in()
        guest.open("/account/")
        guest.page.get_by_role("link", name="Give roles").click()
        guest.page.get_by_role("combobox", name="Role: Tenant").select_option("caretaker")
        guest.page.get_by_role("button", name="Tenant").click()
        expect(guest.page.get_by_role("status")).to_contain_text("was saved")
        chosen = guest.page.get_by_role("combobox", name="Role: Tenant")
        expect(chosen).to_have_value("caretaker")
