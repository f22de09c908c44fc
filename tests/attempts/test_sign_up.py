"""Nobody signs up with somebody else's address, however it is spelt."""

import json
from typing import Any

import pytest

from tests.attempts.sign_up import OTHERS, SPELLINGS
from tests.attempts.test_attempts import TABLES, build_example
from tests.projects import ROOT, run_python


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Any:
    [table] = (path for path in TABLES if path.stem == "personnel")
    built = build_example(table, tmp_path_factory.mktemp("sign_up"))
    here = {"PYTHONPATH": str(ROOT), "DATA_DIR": str(built.folder.parent)}
    done = run_python(built.folder, "-m", "tests.attempts.sign_up", **here)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_address_of_somebody_else_is_refused(spelling: str, found: Any) -> None:
    assert found["new"][spelling] == {"status": 200, "made": [], "owner": True}
    assert found["changed"][spelling] == ["eve2@example.com"]


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_address_with_capitals_from_elsewhere_is_refused(spelling: str, found: Any) -> None:
    assert found["old"][spelling] == {"status": 200, "made": [], "owner": True}


@pytest.mark.parametrize("spelling", OTHERS)
def test_own_address_is_taken_without_any_right(spelling: str, found: Any) -> None:
    [made] = found["new"][spelling]["made"]
    assert made[1:] == ["employee", False]
    assert found["changed"][spelling] == [made[0]]
