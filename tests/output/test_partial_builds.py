"""Builds of what an edit has an effect on: they leave what a build of the whole leaves."""

import json
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from random import Random
from unittest.mock import patch

import pytest

from tests.output.test_last_build import APP, MEMORY, read_tree, write
from tests.random_projects import write_project
from transformer.backends.django.migrations import changes
from transformer.cli.build_requests import BuildRequest
from transformer.cli.console import make_record
from transformer.cli.incremental import build_incrementally
from transformer.cli.pipeline import build_project
from transformer.manifest.loading import excerpts

MODES = ("list", "view", "create", "edit")
TYPES = ("str(50)", "int", "text", "date", "bool=false", "email", "decimal(8,2)", "datetime")
HEAD = re.compile(r"entity Link\d+:\n")
ASKED = int(os.environ.get("RANDOM_PARTS", "2"))
HERE = BuildRequest(Path())
NO_FILES: Mapping[str, str] = {}


def write_chain(size: int) -> str:
    """A project whose entities refer to one another in chains of five."""
    lines = ['app chain "Chain"']
    for number in range(size):
        lines += [f"entity Link{number}:", "  title: str(200) required", "  size: int"]
        lines += [f"  before: ref Link{number - 1}"] * bool(number % 5)
        for mode in MODES:
            lines += [f'surface link{number}_{mode} "Link {number}":']
            lines += [f"  uses entity Link{number}", f"  mode: {mode}"]
    return "\n".join(lines) + "\n"


@contextmanager
def be_in(folder: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def hold_to_whole(folder: Path) -> bool:
    """Hold an incremental build to one of a copy that remembers nothing; whether it was one."""
    return compare_with_whole(folder)[0]


def compare_with_whole(folder: Path) -> tuple[bool, set[str]]:
    """Hold an incremental build to one of a copy; whether it was one, and what it told of.

    The copy remembers nothing, and there Django is shown all models, too.
    """
    twin = folder.with_name(f"{folder.name}-twin")
    shutil.rmtree(twin, ignore_errors=True)
    shutil.copytree(folder, twin)
    (twin / MEMORY).unlink(missing_ok=True)
    with be_in(twin), patch.object(changes, "narrow_app", return_value=None):
        whole = build_project(HERE)
    with be_in(folder):
        part = build_incrementally(HERE)
        result = part or build_project(HERE)
    said, expected = (make_record(each.problems, each) for each in (result, whole))
    said.pop("seconds"), expected.pop("seconds")
    assert json.dumps(said) == json.dumps(expected)
    assert read_tree(folder) == read_tree(twin)
    shutil.rmtree(twin)
    return part is not None, {problem.code for problem in result.problems}


def begin(place: Path, text: str, files: Mapping[str, str] = NO_FILES) -> Path:
    """A project after its first two builds: the second one remembers its first migration, too."""
    folder = place / "chain"
    write(folder / "app.dsl", text)
    for path, content in files.items():
        write(folder / path, content)
    hold_to_whole(folder)
    hold_to_whole(folder)
    assert (folder / MEMORY).is_file()
    return folder


@pytest.fixture
def chain(tmp_path: Path) -> Path:
    """A project of 40 entities after its first build."""
    return begin(tmp_path, write_chain(40))


NEW_FIELD = [("Link7:\n", "Link7:\n  extra: str(50)\n")]
EDITS = {
    "a new field": NEW_FIELD,
    "a new number": [("Link7:\n", "Link7:\n  extra: int\n")],
    "a longer text": [("Link7:\n  title: str(200)", "Link7:\n  title: str(300)")],
    "two entities": [("Link7:\n", "Link7:\n  one: str\n"), ("Link12:\n", "Link12:\n  two: int\n")],
}
LARGER_EDITS = {
    "what is changed in lists": [("Link7:\n", "Link7:\n  extra: bool=false\n")],
    "a title": [('link7_create "Link 7"', 'link7_create "A link"')],
    "a field less": [
        ("Link7:\n  title: str(200) required\n  size: int\n", "Link7:\n  size: int\n")
    ],
    "a constraint": [("Link7:\n  title: str(200) required", "Link7:\n  title: str(200) unique")],
    "a reference": [("Link7:\n", "Link7:\n  after: ref Link12\n")],
    "another name": [("Link7:\n  title: str(200)", "Link7:\n  heading: str(200) was=title")],
    "another entity": [("entity Link7:\n", "entity More:\n  name: str\nentity Link7:\n")],
    "something wrong": [("Link7:\n", "Link7:\n  extra: strng\n")],
}


def edit(folder: Path, changes: list[tuple[str, str]]) -> None:
    text = (folder / "app.dsl").read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    write(folder / "app.dsl", text)


@pytest.mark.parametrize("changes", EDITS.values(), ids=EDITS)
def test_an_edit_of_entities_takes_no_whole_build(
    chain: Path, changes: list[tuple[str, str]]
) -> None:
    edit(chain, changes)
    assert hold_to_whole(chain)
    assert hold_to_whole(chain)


TOLD = {
    "a field less": {"migration-drops"},
    "a constraint": {"migration-needs-unique-values"},
    "another entity": {"unshown-entity"},
    "something wrong": {"unknown-type"},
}
"""What there is to say of an edit, if anything is."""
PARTIAL = {"a reference", "another name", "a title", "what is changed in lists"}
"""The edits that take no whole build even so."""


@pytest.mark.parametrize("name", LARGER_EDITS)
def test_whatever_else_is_edited_comes_out_as_ever(chain: Path, name: str) -> None:
    edit(chain, LARGER_EDITS[name])
    assert compare_with_whole(chain) == (name in PARTIAL, TOLD.get(name, set()))
    hold_to_whole(chain)


def test_edits_by_hand_are_merged_all_the_same(chain: Path) -> None:
    with (chain / APP / "core/models.py").open("a") as file:
        file.write("\n\nclass Own(models.Model):\n    name = models.CharField(max_length=9)\n")
    assert not hold_to_whole(chain)  # an edit by hand is found by a whole build
    edit(chain, NEW_FIELD)
    hold_to_whole(chain)
    assert "class Own" in (chain / APP / "core/models.py").read_text()


def edit_randomly(random: Random, text: str) -> str:
    """Edit a line or two of a project, not always into a valid one."""
    lines = text.split("\n")
    heads = [number for number, line in enumerate(lines) if line.startswith("entity ")]
    for _ in range(random.choice([1, 1, 2])):
        way = random.choice(["add", "add", "drop", "type", "title", "required"])
        place = random.choice(heads) + 1
        if way == "add":
            lines[place - 1] += f"\n  extra_{random.randint(0, 99)}: {random.choice(TYPES)}"
        elif way == "title":
            surfaces = [n for n, line in enumerate(lines) if line.startswith("surface ")]
            if surfaces:
                number = random.choice(surfaces)
                name = lines[number].split(" ")[1].rstrip(":")
                lines[number] = f'surface {name} "Title {random.randint(0, 9)}":'
        else:
            inside = [n for n in range(place, len(lines)) if lines[n].startswith("  ")][:4]
            number = random.choice(inside) if inside else place
            old = lines[number]
            lines[number] = {
                "drop": "",
                "type": old.partition(":")[0] + f": {random.choice(TYPES)}",
                "required": old + " required",
            }[way]
    return "\n".join(lines)


@pytest.mark.parametrize("seed", range(ASKED))
def test_random_edits_of_random_projects(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(excerpts, "_LARGEST", 1.0)  # or few would be small enough
    random = Random(seed)
    folder = tmp_path / "random"
    write(folder / "app.dsl", write_project(random, random.choice([6, 9, 14])))
    hold_to_random_edits(random, folder, 3)


@pytest.mark.long
def test_many_random_edits_of_an_entity_take_no_whole_build(tmp_path: Path) -> None:
    types = cycle(f"  {name}: {kind}\n" for kind in TYPES for name in ("own", "other"))
    text = HEAD.sub(lambda head: head[0] + next(types) + next(types), write_chain(40))
    parts = 0
    for seed in range(ASKED):
        write(tmp_path / str(seed) / "app.dsl", text)
        parts += hold_to_random_edits(Random(seed), tmp_path / str(seed), 4)
    assert parts


def hold_to_random_edits(random: Random, folder: Path, count: int) -> int:
    """Hold incremental builds after edits to whole ones; how many of them were no whole ones."""
    hold_to_whole(folder)
    parts = 0
    for _ in range(count):
        text = (folder / "app.dsl").read_text(encoding="utf-8")
        write(folder / "app.dsl", edit_randomly(random, text))
        if hold_to_whole(folder):
            parts += 1
        else:  # perhaps since it isn't valid: the next edit is of one that is
            write(folder / "app.dsl", text)
            hold_to_whole(folder)
    return parts


def test_a_function_that_others_call_too_is_not_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "chain"
    text = write_chain(40)
    for number in (7, 32):
        text = text.replace(f"Link{number}:\n", f"Link{number}:\n  due: date=today + 7d\n")
    write(folder / "app.dsl", text)
    hold_to_whole(folder)
    edit(folder, [("Link7:\n  due: date=today + 7d", "Link7:\n  due: date=today + 9d")])
    hold_to_whole(folder)


def test_what_another_entity_still_needs_stays(tmp_path: Path) -> None:
    folder = tmp_path / "chain"
    text = write_chain(40)
    for number in (7, 32):
        text = text.replace(f"Link{number}:\n", f"Link{number}:\n  face: image\n")
    write(folder / "app.dsl", text)
    hold_to_whole(folder)
    edit(folder, [("Link7:\n  face: image", "Link7:\n  face: str(50)")])
    hold_to_whole(folder)
