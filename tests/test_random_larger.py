"""What holds for every valid project over the whole language, tried with random ones.

The environment variable RANDOM_PROJECTS says how many; `make soak` tries many.
"""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.random_larger import join_blocks, larger_projects, write_blocks
from transformer.diagnostics.problems import has_errors
from transformer.diagnostics.resources import read_schema
from transformer.dsl.formatter.text_layout import lay_out_text
from transformer.manifest import dump_manifest, read_manifest, read_project

ASKED = os.environ.get("RANDOM_PROJECTS")
VALIDATOR = Draft202012Validator(read_schema("manifest"))

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


def manifest_of(text: str) -> dict[str, Any]:
    """The manifest of a project of one file, which has no errors."""
    with tempfile.TemporaryDirectory() as name:
        file = Path(name, "sample.dsl")
        file.write_text(text, encoding="utf-8")
        analysis = read_project(file)
        assert not has_errors(analysis.problems), (analysis.problems, text)
        assert analysis.manifest is not None
        return analysis.manifest


@repeat(60)
@given(larger_projects())
def test_manifest_is_valid_and_survives_yaml(blocks: list[str]) -> None:
    manifest = manifest_of(join_blocks(blocks))
    VALIDATOR.validate(manifest)
    with tempfile.TemporaryDirectory() as name:
        file = Path(name, "manifest.yaml")
        file.write_text(dump_manifest(manifest), encoding="utf-8")
        again = read_manifest(file)
    assert [problem for problem in again.problems if problem.level == "error"] == []
    assert again.manifest == manifest


@repeat(60)
@given(larger_projects())
def test_layout_changes_no_meaning_and_is_final(blocks: list[str]) -> None:
    text = join_blocks(blocks)
    laid_out = lay_out_text(text)
    assert manifest_of(laid_out) == manifest_of(text)
    assert lay_out_text(laid_out) == laid_out


@repeat(40)
@given(larger_projects(), st.randoms(use_true_random=False))
def test_order_of_blocks_means_nothing_but_order(blocks: list[str], random: Random) -> None:
    shuffled = random.sample(blocks, len(blocks))
    manifest, other = (manifest_of(join_blocks(each)) for each in (blocks, shuffled))
    for key, value in manifest.items():
        if isinstance(value, list):
            assert sort_records(other[key]) == sort_records(value), key
        else:
            assert other[key] == value, key


def sort_records(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The records by name, without what goes by which of several comes first."""
    kept: list[dict[str, Any]] = drop_dependent(records)
    return sorted(kept, key=lambda each: str(each.get("name", each)))


def drop_dependent(value: Any) -> Any:
    """The value without what is numbered where two would be the same."""
    if isinstance(value, list):
        return [drop_dependent(item) for item in value]
    if isinstance(value, dict):
        return {key: drop_dependent(part) for key, part in value.items() if key not in DEPENDENT}
    return value


DEPENDENT = {"address", "slug", "inverse"}


def test_projects_say_something_of_everything() -> None:
    manifests = [manifest_of(join_blocks(write_blocks(Random(seed), 3))) for seed in range(40)]
    empty = {"extensions", "enums"}
    for key, value in manifests[0].items():
        if isinstance(value, list) and key not in empty:
            assert any(manifest[key] for manifest in manifests), key


def test_project_is_the_same_for_the_same_seed() -> None:
    assert write_blocks(Random(3), 3) == write_blocks(Random(3), 3)
    assert write_blocks(Random(3), 3) != write_blocks(Random(4), 3)
