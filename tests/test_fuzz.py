"""Whatever the files hold, what comes of them is a manifest or problems, and soon.

FUZZ_EXAMPLES says how many examples there are of each kind; `make fuzz` tries many.
"""

import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, given, settings

from tests.fuzz_texts import file_contents, toml_contents, vocabularies, yaml_contents
from tests.test_hostile_inputs import limit_time
from transformer.diagnostics.problems import has_errors, serialize_problem
from transformer.diagnostics.reports import describe_problem
from transformer.diagnostics.resources import fixture_folder
from transformer.manifest import Analysis, read_manifest, read_project

ASKED = os.environ.get("FUZZ_EXAMPLES")
SECONDS = 5
USE = b"entity A:\n  x: int\n@use a()\n"

Trial = Callable[[], None]


def repeat(times: int) -> Callable[[Trial], Trial]:
    """As many examples as are asked for, else so many that are the same in every run."""
    return settings(
        max_examples=int(ASKED or times),
        derandomize=ASKED is None,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )


def expect_report(files: dict[str, bytes], read: Callable[[Path], Analysis], start: str) -> None:
    """The files are read, and everything that is wrong can be told to people and programs."""
    with tempfile.TemporaryDirectory() as name, limit_time(SECONDS):
        for path, content in files.items():
            file = Path(name, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        analysis = read(Path(name, start))
        assert (analysis.manifest is None) == has_errors(analysis.problems)
        for problem in analysis.problems:
            assert describe_problem(problem, analysis.sources)
            json.dumps(serialize_problem(problem)).encode("utf-8")
            assert problem.span is None or problem.span.line >= 1 <= problem.span.column


@repeat(300)
@given(file_contents())
def test_dsl(content: bytes) -> None:
    expect_report({"a.dsl": content}, read_project, "")


@repeat(60)
@given(toml_contents())
def test_settings(content: bytes) -> None:
    expect_report({"dazzle.toml": content, "a.dsl": USE[:18]}, read_project, "")


@repeat(100)
@given(yaml_contents() | vocabularies())
def test_vocabulary(content: bytes) -> None:
    files = {"a.dsl": USE, "dazzle/local_vocab/manifest.yml": content}
    expect_report(files, read_project, "")


@repeat(60)
@given(yaml_contents())
def test_manifest(content: bytes) -> None:
    expect_report({"m.yaml": content}, read_manifest, "m.yaml")


def test_what_is_tried_is_not_all_nonsense() -> None:
    assert read_project(fixture_folder("simple_task")).manifest is not None
