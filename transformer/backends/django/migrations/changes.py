"""The migrations of a project: never rewritten, and one more where its models changed."""

import ast
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from transformer.backends.django.migrations.account_model import (
    check_account_model,
    find_account_model,
)
from transformer.backends.django.migrations.addresses import find_databases
from transformer.backends.django.migrations.declared import list_earlier
from transformer.backends.django.migrations.kept_functions import keep_functions
from transformer.backends.django.migrations.replaceable import list_replaceable
from transformer.backends.django.migrations.requests import APP, Answer, Part, Rename, Request
from transformer.backends.django.migrations.stale_names import list_stale_names
from transformer.output.folder import Folder
from transformer.output.history import Additions, Consent, Files, History
from transformer.output.outcome import BuildError, Finding
from transformer.output.paths import MANIFEST
from transformer.output.plan import Plan
from transformer.output.record import fingerprint

PACKAGES = (f"{APP}/", "pages/")
HISTORY = f"{APP}/migrations"
INITIAL = f"{HISTORY}/0001_initial.py"
FUNCTIONS = "pages/functions"
MODELS = f"{APP}/models.py"
MINUTES = 20
"""How long Django may compare models; a thousand entities take it minutes."""


_SAID = re.compile(rb"^ *(?:- )?((?:was|fill): ?.*)$", re.MULTILINE)
"""What the manifest says about rows that are there, and not about the models."""


@dataclass(frozen=True, slots=True)
class Migrations(History):
    """The migrations of a project; what `renames` names keeps its data when the models change."""

    renames: tuple[Rename, ...] = ()
    declare: Callable[[], Iterable[Part]] = tuple
    """Lists what the language says of the models, where it takes that."""

    def find_files(self, folder: Folder) -> tuple[str, ...]:
        """List the migrations that a folder has, and the modules that only they may need."""
        found = find_migrations(folder)
        return (*found, *_find_needed(folder, found)) if found else found

    def complete_files(self, folder: Folder, files: Files, standing: Iterable[str]) -> Files:
        """Keep the functions of the models that migrations call.

        Raises OSError or BuildError.
        """
        return keep_functions(folder, files, MODELS, standing)

    def omit_first(self, files: Files, standing: Iterable[str]) -> Files:
        """Leave out the first migration, if there is any migration already."""
        return omit_initial(files, standing)

    def make_additions(
        self,
        folder: Folder,
        files: Files,
        record: Mapping[str, str],
        standing: Iterable[str],
        plan: Plan,
        consent: Consent,
    ) -> Additions:
        """Make the migrations that lead from the ones in the folder to the models in `files`.

        Raises BuildError if Django can't tell.
        """
        standing = [*standing]
        if not standing or INITIAL not in files:
            return Additions()
        check_account_model(folder, files)
        if not _is_due(folder, files, record, standing, plan):
            return Additions()
        request = self._ask(folder, record, consent)
        with tempfile.TemporaryDirectory(prefix="dazzle-") as stage:
            _copy_app(folder, files, Path(stage))
            answer = _run_autodetector(Path(stage), folder.root, files, request)
        return _read_answer(answer, folder, files)

    def _ask(self, folder: Folder, record: Mapping[str, str], consent: Consent) -> Request:
        """Ask for what leads from the migrations in the folder to the models."""
        replaceable = list_replaceable(folder, find_migrations(folder), INITIAL, record)
        return {
            "renames": list(self.renames),
            "parts": list(self.declare()),
            "earlier": _read_earlier(folder),
            "replaceable": [_name(path) for path in replaceable],
            "databases": find_databases(folder),
            "allow_loss": consent.allow_loss,
            "answers": consent.answers,
        }


def _name(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".py")


def _is_due(
    folder: Folder, files: Files, record: Mapping[str, str], history: Iterable[str], plan: Plan
) -> bool:
    """Tell whether Django has to be asked, as what it looks at isn't as the last build left it."""
    history = [*history]
    lost = any(p.startswith(f"{HISTORY}/") and p not in files and p not in history for p in record)
    return lost or _says_otherwise(folder, files) or _models_changed(files, record, plan)


def _says_otherwise(folder: Folder, files: Files) -> bool:
    """Tell whether another thing is said about rows that are there than in the last build."""
    before, now = folder.read_file(MANIFEST), files.get(MANIFEST)
    return bool(before and now and before != now and _SAID.findall(before) != _SAID.findall(now))


def _read_earlier(folder: Folder) -> list[Part] | None:
    """Read what the last build said of the models; None if there is no manifest of it."""
    text = folder.read_file(MANIFEST)
    if text is None:
        return None
    import yaml  # which takes a while, and few builds need it

    try:
        return list(list_earlier(yaml.load(text, yaml.CSafeLoader)))
    except (yaml.YAMLError, UnicodeDecodeError):
        return None


def _find_needed(folder: Folder, history: Iterable[str]) -> tuple[str, ...]:
    """Find the functions of queries that a folder has, if a migration fills rows by them."""
    modules = folder.list_modules(FUNCTIONS)
    needs = (b"functions." in (folder.read_file(path) or b"") for path in history)
    return modules if modules and any(needs) else ()


def find_migrations(folder: Folder) -> tuple[str, ...]:
    """Find the migrations that a folder has."""
    return tuple(
        path
        for path in folder.list_modules(HISTORY)
        if path.rpartition("/")[0] == HISTORY and not path.endswith("/__init__.py")
    )


def omit_initial(files: Files, history: Iterable[str]) -> dict[str, bytes]:
    """Leave out the first migration, if there is any migration already."""
    return {path: text for path, text in files.items() if path != INITIAL or not history}


def _models_changed(files: Files, record: Mapping[str, str], plan: Plan) -> bool:
    changed = {
        path
        for path in (*files, *plan.removed)
        if path.startswith(f"{APP}/") and path.endswith(".py") and not path.startswith(HISTORY)
        if path in plan.writes or path not in files or record.get(path) != fingerprint(files[path])
    }
    return bool(changed) and not changed.isdisjoint(_follow_imports(files))


def _follow_imports(files: Files) -> set[str]:
    """List the models and every module of the app that they import, directly or not."""
    reached: set[str] = set()
    waiting = [MODELS]
    while waiting:
        path = waiting.pop()
        if path not in reached and path in files:
            reached.add(path)
            waiting += _list_imports(files[path])
    return reached


def _list_imports(source: bytes) -> Iterator[str]:
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return  # Django's own words for it come later
    for node in tree.body:
        for name in _name_imports(node):
            if name.split(".")[0] == APP:
                yield name.replace(".", "/") + ".py"


def _name_imports(node: ast.stmt) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        module = ".".join(filter(None, (APP if node.level else "", node.module)))
        yield module
        yield from (f"{module}.{alias.name}" for alias in node.names)


def _copy_app(folder: Folder, files: Files, stage: Path) -> None:
    """Copy the app, and the modules that come with it, which the folder may not have yet."""
    present = {path: folder.read_file(path) or b"" for path in folder.list_modules(APP)}
    for path, text in {**present, **omit_initial(files, (INITIAL,))}.items():
        if path.startswith(PACKAGES) and path.endswith(".py"):
            place = stage / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(text)


def _run_autodetector(stage: Path, project: Path, files: Files, request: Request) -> str:
    """Run the autodetector, in a process of its own since Django's settings are global."""
    module = "transformer.backends.django.migrations.autodetector"
    account = find_account_model(files)
    try:
        done = subprocess.run(
            [sys.executable, "-B", "-m", module, account, str(stage), str(project)],
            cwd=Path(__file__).resolve().parents[4],
            env={**os.environ, "PYTHONHASHSEED": "0", "PYTHONIOENCODING": "utf-8"},
            input=json.dumps(request),
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=MINUTES * 60,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise BuildError("migration-timeout", minutes=str(MINUTES)) from error
    if done.returncode or not done.stdout:
        last = done.stderr.strip().rpartition("\n")[2] or f"exit status {done.returncode}"
        raise BuildError("migration-failed", reason=last)
    return done.stdout


def _read_answer(text: str, folder: Folder, files: Files) -> Additions:
    answer: Answer = json.loads(text)
    renamed = [(model, old, new) for model, old, new in answer["renamed"]]
    made = {f"{HISTORY}/{one['name']}.py": one["text"].encode() for one in answer["migrations"]}
    return Additions(
        made,
        removed=tuple(f"{HISTORY}/{name}.py" for name in answer["replaced"]),
        notes=tuple(list_stale_names(folder, files, renamed)),
        operations=tuple(answer["operations"]),
        findings=tuple(Finding(**found) for found in answer["findings"]),
    )
