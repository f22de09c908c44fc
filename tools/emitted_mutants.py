"""Mutants of what decides upon rights: what is asked of an app then must be noticed.

Each changes one thing in a module of an app, or in the compiler that makes it. Interpreters of
rules judge it in apps of all kinds of rules, what people try by hand in one with accounts, and then
the tests that an app brings along.
"""

import json
import os
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from tests import projects
from tests.projects import ROOT, BuiltProject
from tools.rights_court import Court
from tools.rights_mutants import SUBJECTS, EmittedMutant, make_mutants

PAGE = ROOT / "docs" / "mutants.md"
REASONS = Path(__file__).with_name("mutant_reasons.yaml")
KNOWN = ROOT / "build" / "mutants_of_rights.jsonl"
SEED = 1
JOBS = 2
NICE = 19
TIMEOUT = 1800  # as there may be little time for it
UNTRIED, STAGES = "unnoticed 0", 2
TITLE = "## Rights in apps"
HEADING = f"""{TITLE}

Written by `make mutants-of-rights`. Each mutant changes one thing in a module of a built app that
decides upon rights, or in the compiler that makes its rules. Interpreters of rules judge it, then
what people [try by hand](security.md) and the app's own tests. Of a compiler that makes the same
apps there is nothing to judge. What ran out of time is counted apart.
"""
UNKNOWN = "No reason is known: a test is missing."
RESULTS = {
    "unbuilt": "by the build",
    "interpreted": "by interpreters",
    "attempted": "by hand",
    "tested": "by the app's tests",
    "timeout": "out of time",
    "same": "same apps",
    "survived": "survived",
}


def choose(mutants: Sequence[EmittedMutant], most: int) -> list[EmittedMutant]:
    """Choose so many mutants of each subject at most, the same ones each time."""
    mixed = sorted(mutants, key=lambda each: sha256(f"{SEED} {each.source}".encode()).digest())
    found: list[EmittedMutant] = []
    for name, subject in SUBJECTS.items():
        found += [each for each in mixed if each.subject == name][: min(most, subject.most)]
    return found


def list_modules(subject: str, apps: Mapping[str, BuiltProject]) -> Iterator[tuple[str, str]]:
    """The modules of a subject, each with its text."""
    app = SUBJECTS[subject].app
    root = apps[app].folder if app else ROOT
    for path in sorted((root / subject).glob("*.py")) or [root / subject]:
        yield path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")


def read_known(*, again: bool) -> dict[str, str]:
    """What became of mutants in earlier runs; of those that lived it is asked again, if wanted."""
    lines = KNOWN.read_text(encoding="utf-8").splitlines() if KNOWN.exists() else []
    known = {row["key"]: row["result"] for row in map(json.loads, lines)}
    open_results = ("survived", "timeout") if again else ()
    return {key: result for key, result in known.items() if result not in open_results}


def note(mutant: EmittedMutant, result: str) -> None:
    """Keep what became of a mutant, so that a run that was stopped goes on there."""
    row = {"key": mutant.key, "result": result, "place": mutant.place}
    row |= {"function": mutant.function, "change": mutant.change}
    with KNOWN.open("a", encoding="utf-8") as file:
        file.write(f"{json.dumps(row)}\n")


def try_all_mutants(most: int, *, again: bool = False) -> list[tuple[EmittedMutant, str]]:
    """Try mutants of each subject; return all that there are, and what became of each."""
    KNOWN.parent.mkdir(exist_ok=True)
    with TemporaryDirectory() as text:
        court = Court(Path(text))
        mutants = [
            each
            for subject in SUBJECTS
            for place, source in list_modules(subject, court.apps)
            for each in make_mutants(place, source)
        ]
        known = read_known(again=again)
        chosen = choose(mutants, most)
        for stage in range(STAGES):
            before = f"unnoticed {stage}"
            found = [each for each in chosen if known.get(each.key, UNTRIED) == before]
            for each, result in judge_all(court, found, stage):
                known[each.key] = result
                note(each, result)
        court.close()
    return [(each, known.get(each.key, UNTRIED)) for each in mutants]


def judge_all(
    court: Court, mutants: Sequence[EmittedMutant], stage: int
) -> Iterator[tuple[EmittedMutant, str]]:
    """Judge mutants, some at once; each comes with what became of it as soon as that is known."""
    with ThreadPoolExecutor(JOBS) as pool:
        judged = {pool.submit(court.judge, each, stage): each for each in mutants}
        yield from ((judged[each], each.result()) for each in as_completed(judged))


def name_result(result: str) -> str:
    """What nobody has noticed so far has survived so far."""
    return "survived" if result.startswith("unnoticed") and result != UNTRIED else result


def print_section(mutants: Sequence[tuple[EmittedMutant, str]]) -> str:
    """Print a row per subject, and each survivor with the reason why it gives no right."""
    rows = [f"| | mutants | tried | {' | '.join(RESULTS.values())} |"]
    rows.append("| --- " * (len(RESULTS) + 3) + "|")
    for name, subject in SUBJECTS.items():
        found = Counter(name_result(result) for each, result in mutants if each.subject == name)
        counts = [found.total(), found.total() - found[UNTRIED], *(found[r] for r in RESULTS)]
        rows.append(f"| {subject.title} (`{name}`) | {' | '.join(map(str, counts))} |")
    reasons = {
        (row["function"], row["change"].strip()): row["reason"]
        for row in yaml.safe_load(REASONS.read_text(encoding="utf-8"))
    }
    parts = [
        f"`{each.place}`, `{each.function}`: {reasons.get((each.name, each.change), UNKNOWN)}\n\n"
        f"```diff\n{each.change}\n```\n"
        for each, result in mutants
        if name_result(result) == "survived"
    ]
    later = sum(name_result(result) != result for _, result in mutants)
    note = f"Of those that survived, the app's own tests haven't judged {later} yet.\n"
    notes = [note] if later else []
    return "\n".join([HEADING, *rows, "", *notes, *(parts or ["None survived."])])


def main() -> None:
    """Try mutants, and write their part of the page."""
    os.nice(NICE)
    projects.TIMEOUT = TIMEOUT
    numbers = [int(each) for each in sys.argv[1:] if each.isdigit()]
    mutants = try_all_mutants(next(iter(numbers), 10_000), again="--again" in sys.argv)
    page = PAGE.read_text(encoding="utf-8").partition(TITLE)[0].rstrip()
    PAGE.write_text(f"{page}\n\n{print_section(mutants).rstrip()}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
