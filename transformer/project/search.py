"""What lies below a folder: .dsl files, and projects of their own."""

import os
from pathlib import Path

SETTINGS = "dazzle.toml"
_VIRTUAL_ENVIRONMENT = "pyvenv.cfg"


def search_folder(folder: Path) -> tuple[list[Path], list[Path]]:
    """The .dsl files below a folder, and the folders of other projects, whose files don't count.

    Both in an order that is the same on every machine. Hidden folders and virtual environments,
    one of which may hold dazzle with its examples, are passed over.
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
