"""The arguments and options that several commands take."""

from pathlib import Path
from typing import Annotated

import typer

HERE = Path()

ProjectPath = Annotated[
    Path, typer.Argument(help="A project's folder or a .dsl file; without it, the current folder.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object, for programs.")]
Strict = Annotated[bool, typer.Option("--strict", help="Count warnings as errors.")]
StackName = Annotated[
    str | None, typer.Option("--stack", help="What to build: see `dazzle stacks`.")
]
Backends = Annotated[
    list[str] | None, typer.Option("--backend", help="A backend, by name or folder; repeatable.")
]
OutputFolder = Annotated[
    Path | None, typer.Option("--output", help="Where the backends' folders go.")
]
ManifestFile = Annotated[
    Path | None, typer.Option("--manifest", help="Build from a manifest in a file.")
]
Force = Annotated[bool, typer.Option("--force", help="Overwrite files that were changed by hand.")]
