"""Processes in which mutants are judged one after the other: each starts once, for many."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.projects import ROOT, clean_environment


class JudgingProcess:
    """A process of `tools.mutated_process` in a folder, which starts when it is asked first."""

    def __init__(self, folder: Path, *words: str) -> None:
        self.folder, self.words = folder, words
        self.process: subprocess.Popen[str] | None = None

    def ask(self, said: Mapping[str, object]) -> Any:
        """What becomes of a mutant."""
        process = self.process = self.process or self.start()
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(f"{json.dumps(said)}\n")
        process.stdin.flush()
        return json.loads(process.stdout.readline())

    def start(self) -> "subprocess.Popen[str]":
        here = clean_environment(PYTHONPATH=str(ROOT), DATA_DIR=str(self.folder.parent))
        return subprocess.Popen(
            [sys.executable, "-m", "tools.mutated_process", *self.words],
            cwd=self.folder,
            env=here,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def close(self) -> None:
        """Let the process end, as there is nothing more to judge."""
        if self.process and self.process.stdin:
            self.process.stdin.close()
            self.process.wait()
