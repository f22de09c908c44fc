"""Which migrations the next build may make anew, as far as that can be told without a database."""

import subprocess
from collections.abc import Iterable, Mapping

from transformer.output.folder import Folder
from transformer.output.record import fingerprint

_SECONDS = 20


def list_replaceable(
    folder: Folder, history: Iterable[str], initial: str, record: Mapping[str, str]
) -> list[str]:
    """List the migrations that nobody has edited and git, where there is one, hasn't committed."""
    own = [
        path
        for path in history
        if path != initial and path in record and _is_untouched(folder, path, record[path])
    ]
    return [path for path in own if not _is_committed(folder, path)] if own else []


def _is_untouched(folder: Folder, path: str, mark: str) -> bool:
    content = folder.read_file(path)
    return content is not None and fingerprint(content) == mark


def _is_committed(folder: Folder, path: str) -> bool:
    """Tell whether any commit has a file, or nobody knows."""
    above = (folder.root, *folder.root.parents)
    if not any((each / ".git").exists() for each in above):
        return False
    command = ["git", "log", "--all", "--max-count=1", "--format=%H", "--", path]
    try:
        done = subprocess.run(
            command, cwd=folder.root, capture_output=True, timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return True
    return done.returncode != 0 or bool(done.stdout.strip())
