"""The contracts hold against a linter, and against generators of clients."""

import shutil
from pathlib import Path

import pytest

from tests.projects import PROJECTS
from tools.contract_checks import check_all


@pytest.mark.long
@pytest.mark.skipif(shutil.which("npm") is None, reason="Node.js isn't installed")
def test_contracts_serve_other_tools(tmp_path: Path) -> None:
    assert len(list(check_all(PROJECTS, tmp_path))) == 4
