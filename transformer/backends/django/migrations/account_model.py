"""The model of the people who sign in, which no project can change once it has tables."""

import re

from transformer.output.folder import Folder
from transformer.output.history import Files
from transformer.output.outcome import BuildError

_SETTINGS = "app/settings.py"
_MODEL = re.compile(rb"^AUTH_USER_MODEL *= *[\"']([\w.]+)[\"']", re.MULTILINE)
_DJANGO = "auth.User"


def find_account_model(files: Files) -> str:
    """Find the model that a project's settings name; Django's own where they name none."""
    found = _MODEL.search(files.get(_SETTINGS, b""))
    return found[1].decode() if found else _DJANGO


def check_account_model(folder: Folder, files: Files) -> None:
    """Refuse another model than that of the project in the folder.

    Raises BuildError.
    """
    standing = folder.read_file(_SETTINGS)
    if standing is None or _SETTINGS not in files:
        return
    was, now = find_account_model({_SETTINGS: standing}), find_account_model(files)
    if was == now:
        return
    if was == _DJANGO:
        raise BuildError("accounts-of-django", model=now)
    raise BuildError("accounts-of-another", was=was, model=now)
