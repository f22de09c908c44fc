"""The settings in `dazzle.toml`, checked against their schema."""

import re
import tomllib
from datetime import date, time
from typing import TypeAlias, TypedDict, TypeGuard

from transformer.diagnostics.problems import Problem, Span, find_closest
from transformer.diagnostics.resources import read_schema
from transformer.project.stack_rows import read_foreign_stacks, read_stacks

Toml: TypeAlias = "str | int | float | bool | date | time | list[Toml] | dict[str, Toml]"
Setting = str | bool | list[str]
"""A value that the schema permits."""


class SettingRow(TypedDict, total=False):
    """A table or a setting in the schema of `dazzle.toml`."""

    type: str
    properties: "dict[str, SettingRow]"
    enum: list[str | bool]
    minLength: int
    maxLength: int
    pattern: str
    examples: list[str]
    default: str | bool


class Settings(dict[str, Setting]):
    """Dotted key, such as `project.name` → what is set."""

    logo: dict[str, str] | None = None
    """What a manifest says of the logo, once it was read."""

    def text(self, key: str) -> str | None:
        """Find a text; None if it isn't set."""
        value = self.get(key)
        return value if isinstance(value, str) else None

    def texts(self, key: str) -> list[str] | None:
        """Find a list; None if it isn't set."""
        value = self.get(key)
        return value if isinstance(value, list) else None

    def is_on(self, key: str) -> bool:
        """Tell whether something is asked for."""
        return self.get(key) is True


def read_tables() -> dict[str, SettingRow]:
    """Read the tables that a `dazzle.toml` may have: name → the schema of one."""
    schema: SettingRow = read_schema("project")
    return schema["properties"]


_POSITION = re.compile(r"^(.*) \(at (?:line (\d+), column (\d+)|end of document)\)$", re.DOTALL)
_HEADER = re.compile(r"\s*\[+\s*([^\]]+?)\s*\]+")
_KEY = re.compile(r"\s*([A-Za-z0-9_.\"'-]+)\s*=")
DEFAULT_STACK = "micro"
_TYPES: dict[str, tuple[type, str]] = {
    "string": (str, "a text in quotes"),
    "boolean": (bool, "`true` or `false`"),
    "array": (list, "a list of texts"),
    "object": (dict, "a table"),
}


def read_settings(text: str, file: str) -> tuple[Settings, list[Problem]]:
    """Read the settings by dotted key, such as `project.name`, and the problems with them."""
    settings, problems = Settings(), list[Problem]()
    try:
        document: dict[str, Toml] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return settings, [_report_syntax(str(error), text, file)]
    except (RecursionError, ValueError) as error:
        reason = "it nests too deeply" if isinstance(error, RecursionError) else str(error)
        return settings, [Problem("toml-syntax", Span(file, 1, 1, 2), {"reason": reason})]
    places = _find_places(text, file)
    _check_table(document, read_tables(), "", (settings, problems, places))
    _check_stack(settings, problems, places)
    return settings, problems


_State = tuple[Settings, list[Problem], dict[str, Span]]


def _check_table(
    table: dict[str, Toml], known: dict[str, SettingRow], prefix: str, state: _State
) -> None:
    settings, problems, places = state
    for key, value in table.items():
        path = f"{prefix}{key}"
        place = places.get(path) or Span(next(iter(places.values())).file, 1, 1, 2)
        row = known.get(key)
        wrong = None if row is None else _find_expected(value, row)
        if row is None:
            near = find_closest(key, known)
            words = {"key": path} | ({"closest": near} if near else {})
            problems.append(Problem("unknown-setting", place, words))
        elif wrong:
            problems.append(Problem("wrong-setting", place, {"key": path, "expected": wrong}))
        elif isinstance(value, dict):
            _check_table(value, row["properties"], f"{path}.", state)
        elif _is_setting(value):
            settings[path] = value


def _is_setting(value: Toml) -> TypeGuard[Setting]:
    is_list = isinstance(value, list) and all(isinstance(item, str) for item in value)
    return is_list or isinstance(value, str | bool)


def _find_expected(value: Toml, row: SettingRow) -> str | None:
    """Describe what a setting should be; None if its value is valid."""
    if "enum" in row:
        # 1 and 0 are none of true and false.
        fits = any(type(value) is type(each) and value == each for each in row["enum"])
        return None if fits else f"one of {', '.join(map(_show_choice, row['enum']))}"
    kind, title = _TYPES[row["type"]]
    if not isinstance(value, kind):
        return title
    if isinstance(value, list) and not all(isinstance(item, str) for item in value):
        return title
    if isinstance(value, str):
        return _find_expected_text(value, row)
    return None


def _show_choice(choice: str | bool) -> str:
    """Show a choice as TOML spells it."""
    return str(choice).lower() if isinstance(choice, bool) else f'"{choice}"'


def _find_expected_text(value: str, row: SettingRow) -> str | None:
    if "\0" in value or not row.get("minLength", 0) <= len(value) <= row.get("maxLength", 4096):
        return "a text that isn't empty and not too long"
    if "pattern" in row and not re.search(row["pattern"], value):
        return f"a text such as `{row['examples'][0]}`"
    return None


def is_foreign_stack(name: str | None) -> bool:
    """Tell whether another DAZZLE has a stack of that name; the default is built instead."""
    return name in read_foreign_stacks()


def _check_stack(settings: Settings, problems: list[Problem], places: dict[str, Span]) -> None:
    stacks = read_stacks()
    for key in ("build.stack", "stack.name"):
        name = settings.text(key)
        if name is None:
            continue
        if is_foreign_stack(name):
            words = {"word": name, "instead": DEFAULT_STACK}
            problems.append(Problem("foreign-stack", places.get(key), words))
            settings[key] = DEFAULT_STACK
        elif name not in stacks:
            near = find_closest(name, stacks)
            words = {"word": name, "known": ", ".join(stacks)}
            words |= {"closest": near} if near else {}
            problems.append(Problem("unknown-stack", places.get(key), words))


def _report_syntax(message: str, text: str, file: str) -> Problem:
    match = _POSITION.match(message)
    lines = text.split("\n")
    line = int(match[2]) if match and match[2] else len(lines)
    column = int(match[3]) if match and match[3] else len(lines[-1]) + 1
    reason = (match[1] if match else message).replace("{", "(").replace("}", ")")
    return Problem("toml-syntax", Span(file, line, column, column + 1), {"reason": reason})


def locate_setting(text: str, file: str, key: str) -> Span:
    """Find the span of a setting, or else the beginning of the file."""
    places = _find_places(text, file)
    return places.get(key, places[""])


def _find_places(text: str, file: str) -> dict[str, Span]:
    """Find the span of each key, in the usual ways of writing TOML."""
    places: dict[str, Span] = {"": Span(file, 1, 1, 2)}
    table = ""
    for number, line in enumerate(text.split("\n"), 1):
        header, key = _HEADER.match(line), _KEY.match(line)
        if header:
            table = f"{header[1]}."
            places[header[1]] = Span(file, number, header.start(1) + 1, header.end(1) + 1)
        elif key:
            path = table + key[1].replace('"', "").replace("'", "")
            places.setdefault(path, Span(file, number, key.start(1) + 1, key.end(1) + 1))
    return places
