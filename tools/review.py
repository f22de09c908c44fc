"""What changes in the output of the examples from a commit to the work tree: `make review`.

Both build every example, each by its own code; a hunk that stands in many files is shown once.
"""

import argparse
import io
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from tests.projects import run_dazzle
from tools.hunks import Comparison, Hunk, compare_files

ROOT = Path(__file__).resolve().parent.parent
RECORD = ".dazzle"  # what a build notes for the next one
NAMED = 3


def export_commit(repository: Path, commit: str, folder: Path) -> None:
    """Write the files of a commit into a folder; the repository is left as it is.

    Exits with git's message if there is no such commit.
    """
    command = ["git", "archive", "--format=zip", commit]
    done = subprocess.run(command, cwd=repository, capture_output=True, check=False)
    if done.returncode:
        sys.exit(done.stderr.decode())
    with zipfile.ZipFile(io.BytesIO(done.stdout)) as archive:
        archive.extractall(folder)


def build_examples(checkout: Path) -> dict[str, bytes]:
    """Build the examples of a checkout by its own code: `<example>/<backend>/…` → content.

    Exits with the command's message if one can't be built.
    """
    folders = [path for path in checkout.glob("fixtures/*/") if path.name != "problems"]
    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(os.cpu_count()) as pool:
        output = Path(scratch, "output")
        build = partial(_build_example, checkout, output, DAZZLE_CACHE=str(Path(scratch, "cache")))
        list(pool.map(build, folders))
        return {
            path.relative_to(output).as_posix(): path.read_bytes()
            for path in output.rglob("*")
            if path.is_file() and RECORD not in path.parts
        }


def _build_example(checkout: Path, output: Path, project: Path, **variables: str) -> None:
    folder = output / project.name
    backends = sorted(checkout.glob("transformer/backends/*/backend.yaml"))
    chosen = [word for path in backends for word in ("--backend", path.parent.name)]
    for words in (
        ["build", str(project), "--output", str(folder), *chosen],
        ["manifest", str(project), "--output", str(folder / "manifest.yaml")],
    ):
        done = run_dazzle(checkout, *words, PYTHONPATH=str(checkout), **variables)
        if done.returncode:
            sys.exit(f"{project}: {done.stdout}{done.stderr}")


def report_comparison(found: Comparison, named: int | None = NAMED) -> Iterator[str]:
    """The lines that tell of a comparison; at most `named` files of each hunk are named."""
    changed = {path for paths in found.hunks.values() for path in paths}
    yield f"Distinct hunks: {len(found.hunks)}, in {_count_files(changed)}"
    for title, paths in (
        ("Only there now", found.added),
        ("Only there before", found.removed),
        ("Changed, and not text", found.binary),
    ):
        if paths:
            yield f"\n{title}: {_count_files(paths)}"
            yield from (f"  {path}" for path in paths)
    for hunk, paths in sorted(found.hunks.items(), key=lambda row: -len(set(row[1]))):
        yield ""
        yield from _name_files(paths, named)
        yield from _show_hunk(hunk)


def _name_files(paths: Sequence[str], named: int | None) -> Iterator[str]:
    files = list(dict.fromkeys(paths))
    times = f", {len(paths)} times" if len(paths) > len(files) else ""
    yield f"This hunk in {_count_files(files)}{times}:"
    yield from (f"  {path}" for path in files[:named])
    if named is not None and len(files) > named:
        yield f"  and {len(files) - named} more"


def _show_hunk(hunk: Hunk) -> Iterator[str]:
    for sign, lines in (
        (" ", hunk.before),
        ("-", hunk.removed),
        ("+", hunk.added),
        (" ", hunk.after),
    ):
        yield from (f"    {sign} {line}" for line in lines)


def _count_files(files: Collection[str]) -> str:
    return "1 file" if len(files) == 1 else f"{len(files):,} files"


def main() -> None:
    """Compare the work tree with the commit that is given, and print what differs."""
    parser = argparse.ArgumentParser(prog="python -m tools.review", description=__doc__)
    parser.add_argument("base", nargs="?", default="HEAD", help="the commit before; HEAD if none")
    parser.add_argument("--all", action="store_true", help="name every file that a hunk stands in")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        export_commit(ROOT, options.base, Path(scratch))
        old = build_examples(Path(scratch))
    new = build_examples(ROOT)
    for line in report_comparison(compare_files(old, new), None if options.all else NAMED):
        print(line)


if __name__ == "__main__":
    main()
