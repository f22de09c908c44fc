"""What a wheel carries besides the files of the checkout: tables as JSON and templates as Python.

Reading tables with strictyaml and compiling templates take longer than a whole build. What is
derived of a checkout is kept in the person's cache folder; this fills such a folder for a wheel.
"""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_TARGET = "transformer/_data/derived"


class DerivedData(BuildHookInterface):
    """The step of a build that derives the data."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Put what is derived into a wheel; an editable one reads the checkout itself."""
        if version == "editable":
            return
        self._scratch = TemporaryDirectory()
        # Mako goes through sets, whose order would make no two wheels alike.
        environment = {**os.environ, "PYTHONHASHSEED": "0", "DAZZLE_CACHE": self._scratch.name}
        command = [sys.executable, __file__, self.root]
        subprocess.run(command, env=environment, check=True)
        build_data["force_include"][self._scratch.name] = _TARGET

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Leave nothing behind."""
        if version != "editable":
            self._scratch.cleanup()


def derive_data(checkout: Path) -> None:
    """Fill the cache folder with what is derived from the tables and templates of a checkout.

    Raises OSError if the folder can't be written to.
    """
    sys.path.insert(0, str(checkout))
    from transformer.diagnostics.resources import cache_folder, read_record
    from transformer.engine.templates import load_template

    backends = checkout / "transformer" / "backends"
    for table in sorted([*(checkout / "mappings").rglob("*.yaml"), *backends.glob("*/*.yaml")]):
        read_record(table)
    for template in sorted(backends.rglob("*.mako")):
        load_template(template)
    folder = cache_folder()
    if folder is None or len(list(folder.iterdir())) < 2:
        raise OSError("what is derived for the wheel could not be kept")


if __name__ == "__main__":
    derive_data(Path(sys.argv[1]))
