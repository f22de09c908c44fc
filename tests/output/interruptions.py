"""Builds that die in the middle: in a process of their own, at any change that they make."""

import os
import shutil
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

from transformer.output.folder import Folder
from transformer.output.lock import Locks
from transformer.output.swap import take_back

KILLED = 9
CHANGES = {"open", "os.chmod", "os.mkdir", "os.remove", "os.rename", "os.rmdir"}
WRITING = os.O_WRONLY | os.O_RDWR

Action = Callable[[], object]


def run_forked(action: Action) -> int:
    """The exit status of a process that does what is asked, 0 if it gets to the end."""
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            action()
            status = 0
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def die_at(step: int, root: Path, action: Action) -> bool:
    """Do something that ends right before its change number `step` below a folder.

    False if it was done before that.
    """

    def act() -> None:
        left = step

        def watch(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal left
            if event in CHANGES and is_change(event, arguments, root):
                if left == 0:
                    os._exit(KILLED)
                left -= 1

        sys.addaudithook(watch)
        action()

    status = run_forked(act)
    assert status in (0, KILLED)
    return status == KILLED


def is_change(event: str, arguments: tuple[object, ...], root: Path) -> bool:
    """Whether what Python is about to do changes something below a folder."""
    path, last = arguments[0], arguments[-1]
    if not isinstance(path, str | bytes | os.PathLike):
        return False
    if event == "open":
        if not (isinstance(last, int) and last & WRITING):
            return False
    elif last != -1:
        return True  # relative to a folder that is being cleared away
    return os.fsdecode(path).startswith(str(root))


def read_tree(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Everything below a folder, with modes; folders too, since nothing may be left of them."""
    return {
        path.relative_to(folder).as_posix(): (
            path.stat().st_mode & 0o777,
            path.read_bytes() if path.is_file() else b"/",
        )
        for path in folder.rglob("*")
    }


def replace_tree(source: Path, target: Path) -> None:
    """Have in a folder what another one has. The files are the same: builds exchange them whole."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target, copy_function=os.link)


def recover(folder: Path) -> None:
    """Take back what a build did that died, as the next one does first."""
    with Locks() as locks:
        locks.add(Folder(folder))
        take_back(Folder(folder), locks)
