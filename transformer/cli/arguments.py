"""The arguments and options that several commands take."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Option

HERE = Path()

ProjectPath = Annotated[
    Path, Argument(help="A project's folder or a .dsl file; without it, the current folder.")
]
AsJson = Annotated[bool, Option("--json", help="Print one JSON object, for programs.")]
Strict = Annotated[bool, Option("--strict", help="Count warnings as errors.")]
StackName = Annotated[str | None, Option("--stack", help="What to build: see `dazzle stacks`.")]
Backends = Annotated[
    list[str] | None, Option("--backend", help="A backend, by name or folder; repeatable.")
]
OutputFolder = Annotated[Path | None, Option("--output", help="Where the backends' folders go.")]
ManifestFile = Annotated[Path | None, Option("--manifest", help="Build from a manifest in a file.")]
AllowLoss = Annotated[bool, Option("--allow-data-loss", help="Let migrations lose values of rows.")]
Force = Annotated[bool, Option("--force", help="Replace files changed by hand, and keep them.")]
Check = Annotated[bool, Option("--check", help="Write nothing; exit with 2 if anything would be.")]
