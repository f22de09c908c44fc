"""A plain `dazzle build` where nothing is new, which is told before arguments are parsed.

What parses them takes as long to import as all the rest of such a build.
"""

import gc
from pathlib import Path

from transformer.cli import console
from transformer.cli.build_requests import BuildRequest
from transformer.cli.incremental import build_incrementally
from transformer.project.stack_backends import UnavailableError


def tell_unchanged() -> bool:
    """Tell what `dazzle build` does here, if that is nothing; whether it was told."""
    gc.disable()
    try:
        result = build_incrementally(BuildRequest(Path()), may_write=False)
    except UnavailableError:
        return False  # which the command explains
    if result is None or not result.is_done:
        return False
    console.say_result(result, as_json=False, is_trial=False)
    return True
