"""Functions of the models that earlier migrations call, kept where the models no longer do."""

import ast
import re
import sys
from collections.abc import Iterable, Iterator, Mapping

from transformer.output.folder import Folder

_MODULE = "models"
_FUNCTION = re.compile(rb"^def (\w+)", re.MULTILINE)
_COMMENT = "# Earlier migrations call what follows."


def keep_functions(
    folder: Folder, files: Mapping[str, bytes], models: str, history: Iterable[str]
) -> dict[str, bytes]:
    """Add to the new models the functions that migrations of the folder need and they lack.

    Such a function is the default of a field that has another one now, or is gone. It is taken
    from the models that are in the folder. Raises OSError or BuildError.
    """
    new, old = files.get(models), folder.read_file(models)
    if new is None or old is None or new == old:
        return dict(files)
    if {*_FUNCTION.findall(old)} <= {*_FUNCTION.findall(new)}:
        return dict(files)  # without parsing either, which takes long for many models
    tree = ast.parse(new)
    gone = _list_functions(_parse(old)) - _list_functions(tree)
    # Few builds lose a function, and only those have to read all migrations.
    called = (name for path in history for name in _list_names(folder.read_file(path)))
    wanted = gone.intersection(called) if gone else gone
    if not wanted:
        return dict(files)
    kept = _cut_functions(old, wanted, _list_bound(tree))
    text = new.decode().rstrip("\n")
    return {**files, models: "\n\n\n".join([text, _COMMENT, *kept]).encode() + b"\n"}


def _list_functions(tree: ast.Module) -> set[str]:
    """List the functions of a module."""
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def _list_names(source: bytes | None) -> Iterator[str]:
    """List the names of the models' module that a migration uses."""
    for node in ast.walk(_parse(source)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").endswith(_MODULE):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.Attribute) and ast.unparse(node.value).endswith(f".{_MODULE}"):
            yield node.attr


def _parse(source: bytes | None) -> ast.Module:
    try:
        return ast.parse(source or b"")
    except (SyntaxError, ValueError):
        return ast.Module([], [])  # Django's own words for it come later


def _list_bound(tree: ast.Module) -> set[str]:
    """List the names that a module gives a meaning at its top level."""
    names: set[str] = set()
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            names |= {alias.asname or alias.name.split(".")[0] for alias in node.names}
    return names


def _cut_functions(old: bytes, wanted: set[str], bound: set[str]) -> Iterator[str]:
    """Cut the functions out as they are written, with the imports that they no longer find."""
    tree = _parse(old)
    imports = dict(_list_imports(tree))
    text = old.decode(errors="replace")
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name in wanted:
            lines = (ast.get_source_segment(text, node) or "").split("\n")
            used = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
            own = {name for each in node.body for name, _ in _list_imports(ast.Module([each], []))}
            lacking = [imports[name] for name in (used & imports.keys()) - bound - own]
            body = node.body[0].lineno - node.lineno
            yield "\n".join([*lines[:body], *_lay_out_imports(lacking), *lines[body:]])


def _lay_out_imports(statements: Iterable[str]) -> Iterator[str]:
    """Lay out imports in the body of a function, those of the standard library first."""
    groups: dict[bool, list[str]] = {False: [], True: []}
    for statement in _unite_imports(statements):
        is_foreign = statement.split()[1].split(".")[0] not in sys.stdlib_module_names
        groups[is_foreign].append(f"    {statement}")
    for group in groups.values():
        yield from [*group, ""] if group else ()


def _unite_imports(statements: Iterable[str]) -> list[str]:
    """Import names of the same module by one statement."""
    names: dict[str, list[str]] = {}
    for statement in sorted(statements):
        start, _, name = statement.rpartition(" ")
        names.setdefault(start if start.startswith("from ") else statement, []).append(name)
    return [
        f"{start} {', '.join(found)}" if start.startswith("from ") else start
        for start, found in names.items()
    ]


def _list_imports(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """List the names that a module imports, each with the statement that does it."""
    for node in tree.body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            for alias in node.names:
                one = (
                    ast.Import([alias])
                    if isinstance(node, ast.Import)
                    else ast.ImportFrom(node.module, [alias], node.level)
                )
                yield alias.asname or alias.name.split(".")[0], ast.unparse(one)
