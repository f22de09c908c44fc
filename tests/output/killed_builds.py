"""Builds of an app that are killed, at each change they make or at any moment, and the next one."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from random import Random

from tests.output.interruptions import die_at, read_tree, replace_tree, run_forked
from tests.output.quick_builds import BEFORE, KILLED, NEXT, build, build_all

Choose = Callable[[int], list[str]]
"""What is built after a step, by the names of `NEXT`."""


class KilledBuilds:
    """A project that is built twice, and what the third build makes if nobody kills the second."""

    def __init__(self, folder: Path) -> None:
        self.kept, self.root = folder / "kept", folder / "root"
        build_all(self.kept, BEFORE)
        self.undone = {
            name: build_all(folder / f"u {name}", BEFORE, dsl) for name, dsl in NEXT.items()
        }
        self.done = {
            name: build_all(folder / f"d {name}", BEFORE, KILLED, dsl) for name, dsl in NEXT.items()
        }
        trees = {str(tree) for tree in (*self.undone.values(), *self.done.values())}
        assert len(trees) == 5

    def kill_at_each_step(self, choose: Choose) -> Iterator[tuple[str, bool | None]]:
        """Kill the second build before each change, and tell what the next one has found."""
        for step in count():
            for name in choose(step):
                replace_tree(self.kept, self.root)
                if not die_at(step, self.root / "build", lambda: build(self.root, KILLED)):
                    return
                yield name, self._go_on(name)

    def kill_at_moments(self, times: int, seed: int) -> Iterator[tuple[str, bool | None]]:
        """Kill the second build at random moments, and tell what the next one has found."""
        random = Random(seed)
        for number in range(times):
            name = list(NEXT)[number % len(NEXT)]
            if not number % 20:  # as busy as the machine is now
                seconds = self._measure()
            is_over = True
            while is_over:
                replace_tree(self.kept, self.root)
                is_over = self._kill(random.uniform(0, seconds))
            yield name, self._go_on(name)

    def _measure(self) -> float:
        replace_tree(self.kept, self.root)
        start = time.perf_counter()
        assert run_forked(lambda: build(self.root, KILLED)) == 0
        return time.perf_counter() - start

    def _kill(self, seconds: float) -> bool:
        """Kill a build after so many seconds, and tell whether it was over before."""
        child = os.fork()
        if child == 0:
            try:
                build(self.root, KILLED)
            finally:
                os._exit(0)
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != -signal.SIGKILL

    def _go_on(self, name: str) -> bool | None:
        """Build what comes next, and tell whether it found the killed one done, if that matters."""
        assert run_forked(lambda: build(self.root, NEXT[name])) == 0, name
        found, undone, done = read_tree(self.root), self.undone[name], self.done[name]
        assert found in (undone, done), name
        return None if undone == done else found == done
