"""Questions of a build that a person answers on a terminal."""

import os
import pty
import subprocess
import sys

import pytest

from tests.micro.living_app import LivingApp
from tests.projects import ROOT, clean_environment


def build_and_answer(living: LivingApp, answer: str) -> tuple[int, str]:
    """What a build says on a terminal where all its questions get the same answer."""
    (living.folder / "app.dsl").write_text(living.text, encoding="utf-8")
    person, terminal = pty.openpty()
    code = "from transformer.cli.main import main; main()"
    process = subprocess.Popen(
        [sys.executable, "-c", code, "build", "app.dsl", "--output", "out"],
        cwd=living.folder,
        env=clean_environment(PYTHONPATH=str(ROOT), NO_COLOR="1"),
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
    )
    os.close(terminal)
    os.write(person, f"{answer}\n{answer}\n".encode())
    said = ""
    try:
        while read := os.read(person, 4096):
            said += read.decode(errors="replace")
    except OSError:  # the other end is closed
        pass
    return process.wait(), said.replace("\r\n", "\n")


@pytest.fixture
def renamed(living: LivingApp) -> LivingApp:
    """An app with a value of an enum in use that is gone, and a new one."""
    living.edit("[open, missed]", "[open, absent]")
    return living


def test_value_that_only_has_another_name_is_asked_about(renamed: LivingApp) -> None:
    status, said = build_and_answer(renamed, "y")
    assert status == 0, said
    assert "“missed”; `absent` is new. Has it only got another name?" in said
    renamed.migrate()
    assert [row["state"] for row in renamed.show()] == ["open", "open", "absent"]


def test_value_that_is_gone_is_refused_after_a_no(renamed: LivingApp) -> None:
    status, said = build_and_answer(renamed, "n")
    assert status == 1
    assert said.count("Has it only got another name?") == 1
    assert "error[migration-removes-choice]" in said
