"""Search of a folder for .dsl files and projects."""

import os
from pathlib import Path

SETTINGS = "dazzle.toml"
_VIRTUAL_ENVIRONMENT = "pyvenv.cfg"


def search_folder(folder: Path) -> tuple[list[Path], list[Path]]:
    """Find the .dsl files below a folder, and the folders of other projects there.

    The files of other projects don't count. Both lists have the same order on every machine. Hidden
    folders and virtual environments, one of which may hold dazzle with its examples, are skipped.
    """
    files: list[Path] = []
    projects: list[Path] = []
    for place, folders, names in os.walk(folder):
        here = Path(place)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        is_project = SETTINGS in names
        if here != folder and (is_project or _VIRTUAL_ENVIRONMENT in names):
            folders.clear()
            projects += [here] if is_project else []
        else:
            files += [here / name for name in sorted(names) if name.endswith(".dsl")]
    return [file for file in files if file.is_file()], projects
