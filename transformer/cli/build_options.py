"""What several commands take that say what to build."""

import inspect
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, get_type_hints

from transformer.cli.arguments import (
    HERE,
    AllowLoss,
    Backends,
    Force,
    ManifestFile,
    OutputFolder,
    ProjectPath,
    StackName,
    Strict,
)

if TYPE_CHECKING:
    from transformer.cli.pipeline import BuildRequest

Command = Callable[..., None]


class BuildOptions(TypedDict):
    """The project, and how to build it."""

    project: ProjectPath
    stack: StackName
    backend: Backends
    output: OutputFolder
    manifest_file: ManifestFile
    strict: Strict
    force: Force
    allow_loss: AllowLoss


_DEFAULTS: dict[str, Path | bool] = {
    "project": HERE,
    "strict": False,
    "force": False,
    "allow_loss": False,
}
"""What an option is without being said, where that isn't nothing."""


def takes_options(command: Command) -> Command:
    """Let a command, which has them as `**options`, list these options among its own."""
    own = inspect.signature(command).parameters.values()
    shared = [
        inspect.Parameter(
            name, inspect.Parameter.KEYWORD_ONLY, default=_DEFAULTS.get(name), annotation=said
        )
        for name, said in get_type_hints(BuildOptions, include_extras=True).items()
    ]
    listed = [each for each in own if each.kind is not inspect.Parameter.VAR_KEYWORD]
    signature = inspect.Signature([*shared, *listed])
    setattr(command, "__signature__", signature)  # noqa: B010 - which types know nothing of
    return command


def make_request(options: BuildOptions, *, is_trial: bool = False) -> "BuildRequest":
    """Make the request of what was said."""
    from transformer.cli.pipeline import BuildRequest
    from transformer.output.history import Consent

    return BuildRequest(
        options["project"],
        options["stack"],
        options["backend"] or (),
        options["output"],
        options["manifest_file"],
        options["strict"],
        options["force"],
        Consent(options["allow_loss"]),
        is_trial,
    )
