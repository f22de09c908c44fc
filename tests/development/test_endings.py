"""However `dazzle dev` ends, nothing of it is left and nobody reads a traceback."""

import os
import signal
import socket
import subprocess
import sys

import pytest

from tests.development.workbench import PATIENCE, Workbench, heed_interrupts
from tests.projects import ROOT, run_dazzle

IMPORTS = ["typer", "transformer.cli.dev", "transformer.cli.pipeline", "watchfiles"]
IMPORTS += ["transformer.development.loop", "transformer.cli.main"]
WORDS = ["Built", "Migrating", "Serving"]


IGNORING = """
import sys, time, weakref, _thread
from transformer.__main__ import repeat_interrupt
class Lock: pass
def free(_):
    _thread.interrupt_main()
    time.sleep(0)
sys.unraisablehook = repeat_interrupt
lock = Lock()
reference = weakref.ref(lock, free)
del lock
print("ignored", flush=True)
try:
    time.sleep(20)
except KeyboardInterrupt:
    print("came again")
"""


def expect_end(bench: Workbench, status: int) -> None:
    # Interrupted in a string that `exec` runs, Python ends by the signal, though it was caught.
    assert status in (0, 130, -signal.SIGINT), bench.said
    assert "Traceback" not in bench.said and "Error" not in bench.said, bench.said
    bench.process = None
    bench.wait(lambda: not bench.list_children())


@pytest.mark.parametrize("name", IMPORTS)
def test_interrupt_while_the_command_is_imported(bench: Workbench, name: str) -> None:
    bench.start("-X", "importtime")
    bench.wait(lambda: f" {name}\n" in bench.said, name)
    expect_end(bench, bench.interrupt())


def test_interrupt_that_python_ignores_comes_again() -> None:
    """As in the callback of a weak reference, with which an import frees its lock."""
    done = subprocess.run(
        [sys.executable, "-c", IGNORING],
        capture_output=True,
        text=True,
        cwd=ROOT,
        preexec_fn=heed_interrupts,
    )
    assert (done.stdout, done.stderr) == ("ignored\ncame again\n", "")


@pytest.mark.parametrize("words", WORDS)
def test_interrupt_at_work(bench: Workbench, words: str) -> None:
    bench.start()
    bench.wait_for(words)
    expect_end(bench, bench.interrupt())


def test_interrupt_during_a_build_and_a_start(bench: Workbench) -> None:
    bench.serve()
    bench.save("  due_date: date\n", "  due_date: date\n  place: str(50)\n")
    bench.wait_for("Migrating: core.0002_")
    expect_end(bench, bench.interrupt())
    assert run_dazzle(bench.folder, "build").returncode == 0


def test_termination_ends_the_app_as_well(bench: Workbench) -> None:
    process = bench.serve().process
    assert process is not None
    process.terminate()
    assert process.wait(PATIENCE) == 128 + signal.SIGTERM
    bench.process = None
    bench.wait(lambda: not bench.list_children())


def test_app_ends_with_a_command_that_is_killed(bench: Workbench) -> None:
    process = bench.serve().process
    assert process is not None and bench.list_children()
    process.kill()
    process.wait(PATIENCE)
    bench.process = None
    bench.wait(lambda: not bench.list_children())


def test_app_that_dies_is_reported_and_started_by_the_next_save(bench: Workbench) -> None:
    bench.serve()
    for number in bench.list_children():
        os.kill(number, signal.SIGKILL)
    bench.wait_for("The app can't start.")
    assert bench.ask("/tasks/")[0] == 503
    bench.save('surface task_list "Tasks":', 'surface task_list "Chores":')
    bench.wait_for_page("/tasks/", "Chores")


def test_port_that_is_taken_is_said(bench: Workbench) -> None:
    with socket.create_server(("127.0.0.1", bench.port)):
        done = run_dazzle(bench.folder, "dev", "--port", str(bench.port))
    assert (done.returncode, done.stdout) == (1, "")
    assert f"can't serve at port {bench.port}: " in done.stderr and "`--port`" in done.stderr


def test_stack_without_an_app_is_said(bench: Workbench) -> None:
    done = run_dazzle(bench.folder, "dev", "--stack", "openapi_only", "--port", str(bench.port))
    assert (done.returncode, done.stdout) == (2, "")
    assert "nothing of the stack `openapi_only` can be served" in done.stderr
    assert not bench.app.exists()


def test_folder_without_a_project_is_said(bench: Workbench) -> None:
    done = run_dazzle(bench.folder, "dev", "nowhere", "--port", str(bench.port))
    assert done.returncode == 1
    assert "error[missing-file]" in done.stdout and "Traceback" not in done.stderr


def test_packages_that_are_missing_are_said(bench: Workbench) -> None:
    subprocess.run(["python3", "-m", "venv", "--without-pip", bench.folder / ".venv"], check=True)
    done = run_dazzle(bench.folder, "dev", "--port", str(bench.port))
    assert done.returncode == 1
    assert "pip install -r ./build/django_micro/requirements.txt" in done.stderr
    assert "Traceback" not in done.stderr + done.stdout
