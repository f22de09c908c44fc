"""Discovery of a project: its folder, its settings and its files."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from transformer.diagnostics.problems import Problem, Span, has_errors
from transformer.project.search import SETTINGS, search_folder
from transformer.project.settings import (
    DEFAULT_STACK,
    Settings,
    locate_setting,
    read_settings,
    read_tables,
)


@dataclass(frozen=True, slots=True)
class Project:
    """A folder, or a file, that an app is built from."""

    folder: Path
    name: str
    version: str
    root: str | None
    sources: tuple[Path, ...]
    stack: str
    output: str
    app: Mapping[str, str | bool]
    """The settings under `[app]`, by their names, without the logo."""
    logo: Mapping[str, str] | None
    """What a manifest says of the logo."""
    features: tuple[str, ...]
    """The features that the settings switch on."""
    runtime_txt: bool
    unenforced: str
    """`accept` if the author accepts unenforced authorization rules, else `refuse`."""
    is_elsewhere: bool = False
    """Whether it isn't in the folder that was named but above it, or the only one below."""


_VOCABULARY = ("dazzle", "local_vocab", "manifest.yml")
_SIGNUP = {False: "closed", True: "waiting"}
"""What a manifest calls the short answers to `signup`."""

_Found = tuple[Project | None, list[Problem], dict[str, str]]


def find_project(path: Path) -> _Found:
    """Find the project at a folder, a `dazzle.toml` or a .dsl file.

    A folder with neither settings nor .dsl files stands for the project above or the only one
    below. Returns the project or None, the problems, and the texts read, by file.
    """
    problems: list[Problem] = []
    sources: dict[str, str] = {}
    if not path.exists():
        return None, [Problem("missing-file", words={"path": str(path)})], sources
    if path.is_dir() and not (path / SETTINGS).is_file() and (above := _find_above(path)):
        return above
    settings_file = path / SETTINGS if path.is_dir() else path
    settings = Settings()
    if settings_file.name == SETTINGS and settings_file.is_file():
        settings = _read_settings_file(settings_file, problems, sources)
        path = settings_file.parent
    files = _list_sources(path, settings, problems)
    if not files and not sources and path.is_dir() and (below := search_folder(path)[1]):
        return _choose_project(path, below)
    if not files and not has_errors(problems):
        code = "no-dsl" if sources else "no-project"
        problems.append(Problem(code, words={"path": show_path(path)}))
    project = None if has_errors(problems) else _make_project(path, settings, files)
    return project, problems, sources


def _find_above(path: Path) -> _Found | None:
    """Find the project around a folder, if its files lie there or the folder has none itself."""
    whole = path.resolve()
    folder = next((each for each in whole.parents if (each / SETTINGS).is_file()), None)
    if folder is None:
        return None
    project, problems, sources = find_project(folder)
    is_own = project and any(file.resolve().is_relative_to(whole) for file in project.sources)
    if is_own or not any(search_folder(path)):
        return project and replace(project, is_elsewhere=True), problems, sources
    return None


def _choose_project(path: Path, folders: list[Path]) -> _Found:
    if len(folders) > 1:
        shown = [show_path(folder) for folder in folders]
        words = {"path": show_path(path), "first": shown[0]}
        words["projects"] = "\n".join(f"  {folder}" for folder in shown)
        return None, [Problem("several-projects", words=words)], {}
    project, problems, sources = find_project(folders[0])
    return project and replace(project, is_elsewhere=True), problems, sources


def _read_settings_file(file: Path, problems: list[Problem], sources: dict[str, str]) -> Settings:
    text, problem = read_text(file)
    if problem:
        problems.append(problem)
        return Settings()
    sources[show_path(file)] = text
    settings, found = read_settings(text, show_path(file))
    problems += found
    if name := settings.text("app.logo"):
        from transformer.project.logo import LogoError, read_logo  # slow to import

        try:
            settings.logo = read_logo(file.parent, name)
        except LogoError as error:
            place = locate_setting(text, show_path(file), "app.logo")
            problems.append(Problem("bad-logo", place, {"path": name, "reason": str(error)}))
    return settings


def _make_project(path: Path, settings: Settings, files: list[Path]) -> Project:
    folder = path if path.is_dir() else path.parent
    return Project(
        folder=folder,
        name=settings.text("project.name") or path.resolve().stem or "app",
        version=settings.text("project.version") or "0.1.0",
        root=settings.text("project.root"),
        sources=tuple(files),
        stack=settings.text("build.stack") or settings.text("stack.name") or DEFAULT_STACK,
        output=settings.text("build.output") or "build",
        app=_list_app_settings(settings),
        logo=settings.logo,
        features=tuple(name for name, on in _collect_table(settings, "features").items() if on),
        runtime_txt=settings.is_on("deploy.runtime_txt"),
        unenforced=settings.text("build.unenforced") or "refuse",
    )


def _list_app_settings(settings: Settings) -> dict[str, str | bool]:
    """List what a manifest says of the app."""
    app = _collect_table(settings, "app")
    signup = app["signup"]
    return {**app, "signup": signup if isinstance(signup, str) else _SIGNUP[signup]}


def _collect_table(settings: Settings, table: str) -> dict[str, str | bool]:
    """Collect all settings of a table but a logo; absent ones get the default of the schema."""
    rows = read_tables()[table]["properties"]
    values = {key: settings.get(f"{table}.{key}", row.get("default")) for key, row in rows.items()}
    return {k: v for k, v in values.items() if isinstance(v, str | bool) and k != "logo"}


def _list_sources(path: Path, settings: Settings, problems: list[Problem]) -> list[Path]:
    """List the project's .dsl files, in the same order on every machine."""
    if not path.is_dir():
        return [path]
    paths = settings.texts("modules.paths")
    if paths is None:
        is_usual = (path / "dsl").is_dir() and not (path / "dsl" / SETTINGS).is_file()
        paths = ["./dsl"] if is_usual else ["."]
    found: dict[Path, Path] = {}
    for name in paths:
        folder = path / name
        if not _is_folder(folder):
            problems.append(Problem("missing-folder", words={"path": show_path(folder)}))
            continue
        for file in search_folder(folder)[0]:
            found.setdefault(file.resolve(), file)
    return list(found.values())


def list_read_files(project: Project) -> list[Path]:
    """List the files that a project's manifest is made of, whether they are there or not."""
    return [project.folder / SETTINGS, *project.sources, find_vocabulary(project)]


def find_vocabulary(project: Project) -> Path:
    """Find where patterns of the project's own stand, if it has any."""
    return project.folder.joinpath(*_VOCABULARY)


def _is_folder(path: Path) -> bool:
    """Tell whether a path is a folder; one that no folder can have is not."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def read_text(file: Path) -> tuple[str, Problem | None]:
    """Read a text file, with `\\n` line ends and no byte-order mark.

    Returns an empty text and the problem if it can't be read.
    """
    shown = show_path(file)
    try:
        content = file.read_bytes() if file.is_file() else None
    except OSError as error:
        reason = error.strerror or "it can't be read"
        return "", Problem("unreadable-file", words={"path": shown, "reason": reason})
    if content is None:
        return "", Problem("missing-file", words={"path": shown})
    return decode_text(content, shown)


def decode_text(content: bytes, shown: str) -> tuple[str, Problem | None]:
    """Decode the bytes of a text file, with `\\n` line ends and no byte-order mark.

    Returns an empty text and the problem if they are not UTF-8 text.
    """
    if b"\0" in content:
        return "", Problem("binary-file", _place_of(content, content.index(0), shown))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return "", Problem("not-utf8", _place_of(content, error.start, shown))
    return text.replace("\r\n", "\n").replace("\r", "\n"), None


def _place_of(content: bytes, offset: int, file: str) -> Span:
    before = content[:offset].replace(b"\r\n", b"\n")
    column = len(before) - (before.rfind(b"\n") + 1) + 1
    return Span(file, before.count(b"\n") + 1, column, column + 1)


def show_path(path: Path) -> str:
    """Spell a path as people are shown it: relative to the current folder if it lies below that."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()
