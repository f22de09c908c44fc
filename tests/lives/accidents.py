"""What happens to builds of an app: two at once, a full disk, a folder that is locked, and killed.

Whatever it was, a build is done or not begun, and the next one makes what it would have made.
"""

import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.output.interruptions import read_tree, replace_tree
from tests.output.killed_builds import KilledBuilds
from tests.output.quick_builds import NEXT, answer_quickly
from tests.projects import BACKEND, FIXTURES, ROOT, Done, clean_environment, run_dazzle

BEGIN = (FIXTURES / "simple_task/dsl/app.dsl").read_text(encoding="utf-8")
BUILT = BEGIN.replace("  due_date: date\n", "  due_date: date\n  size: int\n")
BUILT += "\nentity Note:\n  text: text\n"
CODE = re.compile(r"error\[([a-z-]+)\]")
LOCKED = "-dac_override,-dac_read_search"

Tree = dict[str, tuple[int, bytes]]


class Trials:
    """An app that is built, as it is before each accident and as it may be after one."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.root, self.kept = folder, folder / "root", folder / "kept"
        shutil.copytree(FIXTURES / "simple_task", self.kept)
        self.build(self.kept, BEGIN)
        self.start()
        self.build(self.root, BUILT)
        self.done = look(self.root)

    def start(self) -> None:
        """Have the app as it is before an accident."""
        replace_tree(self.kept, self.root)

    @staticmethod
    def build(root: Path, text: str) -> None:
        """Build a description, which has to work."""
        write(root, text)
        done = run_dazzle(root, "build", ".")
        assert done.returncode == 0, done.stdout + done.stderr

    def judge(self, root: Path, done: Done, wanted: Tree) -> str:
        """Tell what a build came to that may not have worked."""
        if done.returncode == 0:
            return "built" if look(root) == self.done else "half done"
        codes = CODE.findall(done.stdout)
        is_told = codes and "Traceback" not in done.stdout + done.stderr
        assert is_told, done.stdout + done.stderr
        return codes[0] if look(root) == wanted else "half done"


def look(root: Path) -> Tree:
    """Everything in a folder but what only makes the next build faster."""
    return {path: each for path, each in read_tree(root).items() if "/.dazzle/cache/" not in path}


def write(root: Path, text: str) -> None:
    """Write the description anew, since the file may be that of another folder as well."""
    file = root / "dsl/app.dsl"
    file.unlink()
    file.write_text(text, encoding="utf-8")


@contextmanager
def start_build(root: Path, *lead: str) -> Iterator[subprocess.Popen[str]]:
    """A build that runs, and is waited for."""
    code = "from transformer.cli.main import main; main()"
    process = subprocess.Popen(
        [*lead, sys.executable, "-c", code, "build", "."],
        cwd=root,
        env=clean_environment(PYTHONPATH=str(ROOT), NO_COLOR="1"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with process:
        yield process


def build_twice(trials: Trials, count: int) -> Counter[str]:
    """Start two builds at once."""
    found = Counter[str]()
    for _ in range(count):
        trials.start()
        write(trials.root, BUILT)
        with start_build(trials.root) as one, start_build(trials.root) as other:
            said = [each.communicate() for each in (one, other)]
        codes = [(CODE.findall(out) or ["built"])[0] for out, _ in said]
        is_whole = look(trials.root) == trials.done
        found[" and ".join(sorted(codes)) if is_whole else "half done"] += 1
    return found


def fill_disk(trials: Trials, rooms: range) -> Counter[str]:
    """Build on disks with so many free KiB, and again once there is room."""
    found, disk = Counter[str](), trials.folder / "disk"
    disk.mkdir()
    for free in rooms:
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", str(disk)], check=True)
        try:
            found[fill_once(trials, disk, free)] += 1
        finally:
            subprocess.run(["umount", str(disk)], check=True)
    return found


def fill_once(trials: Trials, disk: Path, free: int) -> str:
    """What comes of a build on a disk with so many free KiB."""
    root, ballast = disk / "root", disk / "ballast"
    shutil.copytree(trials.kept, root)
    write(root, BUILT)
    before = look(root)
    with ballast.open("wb") as file, suppress(OSError):
        file.write(bytes(shutil.disk_usage(disk).free - free * 1024))
    said = trials.judge(root, run_dazzle(root, "build", "."), before)
    ballast.unlink()
    trials.build(root, BUILT)
    return said if look(root) == trials.done else "half done"


def lock_folders(trials: Trials) -> Counter[str]:
    """Build where one folder of the app after the other may not be written to."""
    found = Counter[str]()
    app = Path("build") / BACKEND
    places = [
        app,
        *(app / each for each in (".dazzle", "core", "core/migrations", "pages", "records")),
    ]
    for place in [Path("build"), *places, app / ".dazzle/base", app / "core/templates/core"]:
        trials.start()
        write(trials.root, BUILT)
        locked = trials.root / place
        locked.chmod(0o555)
        before = look(trials.root)
        # Without these rights root is held to the modes of folders as anybody is.
        lead = ("setpriv", f"--bounding-set={LOCKED}", f"--inh-caps={LOCKED}")
        with start_build(trials.root, *lead) as process:
            out, err = process.communicate()
        locked.chmod(0o755)
        before[place.as_posix()] = (0o755, b"/")
        done = Done([], process.returncode, out, err)
        said = trials.judge(trials.root, done, before)
        trials.build(trials.root, BUILT)
        found[said if look(trials.root) == trials.done else "half done"] += 1
    return found


def kill_builds(folder: Path, moments: int) -> dict[str, Counter[str]]:
    """Kill builds before each change that they make, and at random moments."""
    with answer_quickly(folder):
        killed = KilledBuilds(folder)
        tried = {
            "killed before each change that it makes, each followed by each": (
                killed.kill_at_each_step(lambda step: list(NEXT))
            ),
            "killed at random moments": killed.kill_at_moments(moments, seed=1),
        }
        return {
            what: Counter(
                f"followed by {name}: as if never killed or never begun" for name, _ in each
            )
            for what, each in tried.items()
        }


def list_accidents(folder: Path, moments: int = 200) -> dict[str, Counter[str]]:
    """Let each kind of accident happen, and tell what came of it, by how often."""
    (folder / "killed").mkdir(parents=True)
    trials = Trials(folder)
    found = {
        "two builds at once": build_twice(trials, 10),
        "a disk with 0 to 96 KiB of room, once each 4 KiB": fill_disk(trials, range(0, 100, 4)),
        "a folder without write permission, of eight": lock_folders(trials),
    }
    return {**found, **kill_builds(folder / "killed", moments)}
