"""The migrations of a project: never rewritten, and one more where its models changed."""

import ast
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from transformer.backends.django.migrations.account_model import (
    check_account_model,
    find_account_model,
)
from transformer.backends.django.migrations.addresses import find_databases
from transformer.backends.django.migrations.autodetector_process import (
    ask_autodetector,
    try_autodetector,
)
from transformer.backends.django.migrations.declared import cut_entities, list_earlier
from transformer.backends.django.migrations.kept_functions import keep_functions
from transformer.backends.django.migrations.narrowing import Narrowed, narrow_app
from transformer.backends.django.migrations.needed_modules import find_needed, read_needed
from transformer.backends.django.migrations.replaceable import list_replaceable
from transformer.backends.django.migrations.requests import APP, Answer, Part, Rename, Request
from transformer.backends.django.migrations.stale_names import list_stale_names
from transformer.output.folder import Folder
from transformer.output.history import Additions, Consent, Files, History
from transformer.output.outcome import Finding
from transformer.output.paths import MANIFEST
from transformer.output.plan import Plan
from transformer.output.record import fingerprint

HISTORY = f"{APP}/migrations"
INITIAL = f"{HISTORY}/0001_initial.py"
MODELS = f"{APP}/models.py"
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
        return (*found, *find_needed(folder, found)) if found else found

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
        return _read_answer(self._detect(folder, files, record, consent), folder, files)

    def _detect(
        self, folder: Folder, files: Files, record: Mapping[str, str], consent: Consent
    ) -> Answer:
        """Detect what the app lacks, if possible by what can have changed alone."""
        replaceable = list_replaceable(folder, find_migrations(folder), INITIAL, record)
        needed = read_needed(folder, find_migrations(folder))
        app = {**needed, **omit_initial(files, (INITIAL,))}
        if part := self._narrow(folder, files, record, replaceable):
            request = self._ask(folder, replaceable, consent, part)
            answer = try_autodetector(folder, {**app, **part.files}, request)
            if answer and part.has_all(each["text"] for each in answer["migrations"]):
                return answer
        return ask_autodetector(folder, app, self._ask(folder, replaceable, consent))

    def _ask(
        self,
        folder: Folder,
        replaceable: Iterable[str],
        consent: Consent,
        part: Narrowed | None = None,
    ) -> Request:
        """Ask for what leads from the migrations in the folder to the models."""
        parts = list(self.declare())
        return {
            "renames": list(self.renames),
            "parts": [each for each in parts if part is None or each["model"] in part.names],
            "earlier": _read_earlier(folder, part),
            "replaceable": [_name(path) for path in replaceable],
            "databases": find_databases(folder),
            "allow_loss": consent.allow_loss,
            "answers": consent.answers,
        }

    def _narrow(
        self, folder: Folder, files: Files, record: Mapping[str, str], replaceable: Iterable[str]
    ) -> Narrowed | None:
        """Narrow the app down to what can have changed; None if that isn't sure.

        It is where the last build left models and migrations, and nothing is said about rows.
        """
        found = {path: folder.read_file(path) or b"" for path in find_migrations(folder)}
        left = {**found, MODELS: folder.read_file(MODELS) or b""}
        lost = [path for path in record if path.startswith(f"{HISTORY}/") and path not in files]
        if self.renames or not {*lost} <= {*found} or _SAID.search(files.get(MANIFEST, b"")):
            return None
        if any(fingerprint(text) != record.get(path) for path, text in left.items()):
            return None
        account = find_account_model(files).rpartition(".")[2]
        part = narrow_app(MODELS, left, files[MODELS], account, [*replaceable])
        return part if part and not _has_other_changes(folder, files, part) else None


def _has_other_changes(folder: Folder, files: Files, part: Narrowed) -> bool:
    """Tell whether a module that the models import isn't as it was."""
    reached = _follow_imports({**files, **part.files}) - {MODELS}
    return any(folder.read_file(path) != files[path] for path in reached)


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


def _read_earlier(folder: Folder, narrowed: Narrowed | None) -> list[Part] | None:
    """Read what the last build said of the models; None if there is no manifest of it."""
    text = folder.read_file(MANIFEST)
    if text is None:
        return None
    import yaml  # which takes a while, and few builds need it

    if narrowed:
        text = cut_entities(text, narrowed.names)
    try:
        return list(list_earlier(yaml.load(text, yaml.CSafeLoader)))
    except (yaml.YAMLError, UnicodeDecodeError):
        return None


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
    if MODELS in plan.writes:
        return True
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


def _read_answer(answer: Answer, folder: Folder, files: Files) -> Additions:
    renamed = [(model, old, new) for model, old, new in answer["renamed"]]
    made = {f"{HISTORY}/{one['name']}.py": one["text"].encode() for one in answer["migrations"]}
    return Additions(
        made,
        removed=tuple(f"{HISTORY}/{name}.py" for name in answer["replaced"]),
        notes=tuple(list_stale_names(folder, files, renamed)),
        operations=tuple(answer["operations"]),
        findings=tuple(Finding(**found) for found in answer["findings"]),
        is_traced=False,
    )
