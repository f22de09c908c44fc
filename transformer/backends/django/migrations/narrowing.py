"""The part of an app that can have changed: all that Django has to look at.

What it leaves out are models whose class is as it was, and as the migrations leave it. Whatever
isn't laid out as a build lays it out is looked at as a whole.
"""

import ast
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from transformer.output.statements import cut_statements

_CLASS = re.compile(r"(?:@[^\n]*\n)*class (\w+)(?:\((.*?)\))?:", re.DOTALL)
_IMPORT = re.compile(r"(?:from|import)\b")
_OPERATIONS = re.compile(r"^    operations = \[(?:\n(.*)^    )?\]\n\Z", re.MULTILINE | re.DOTALL)
_OPERATION = re.compile(r"^(?=        [^\s)\]}])", re.MULTILINE)
_OF_MODELS = r"Create|Delete"
_TARGET = re.compile(
    rf' {{8}}(?:migrations\.(?:{_OF_MODELS})Model\(\s*name|[\w.]+\(\s*model_name)="(\w+)"'
)
_WORD = re.compile(r"\w+")
_PLAIN = "models.Model"


class Narrowed(NamedTuple):
    """The part of an app that Django has to look at."""

    names: frozenset[str]
    """The models that are in it."""
    files: Mapping[str, bytes]
    """The models and the migrations: path → text."""

    def has_all(self, migrations: Iterable[str]) -> bool:
        """Tell whether migrations are about nothing but these models."""
        about = [_list_targets(text) for text in migrations]
        names = {name.lower() for name in self.names}
        return all(each is not None and {name for name, _ in each} <= names for each in about)


class _Module(NamedTuple):
    """A module, cut into the statements at its top level."""

    statements: tuple[str, ...]
    classes: Mapping[str, str]
    """Name → text."""
    others: tuple[str, ...]
    """Those that are neither classes nor imports."""


def narrow_app(
    path: str, left: Mapping[str, bytes], models: bytes, account: str, recent: Collection[str]
) -> Narrowed | None:
    """Narrow an app down to what can have changed; None if that can't be told.

    `left` are its migrations, and under `path` the models that they lead to; `models` are those
    that they shall lead to. What `recent` migrations are about counts as changed, since they may be
    made anew.
    """
    texts = {each: text.decode(errors="replace") for each, text in left.items()}
    was, now = _cut_module(texts.pop(path)), _cut_module(models.decode(errors="replace"))
    about = {each: _list_targets(text) for each, text in texts.items()}
    if was is None or now is None or was.others != now.others or None in about.values():
        return None
    touched = {name for each in recent for name, _ in about[each] or ()}
    changed = _list_changed(was.classes, now.classes, touched)
    there = _find_standing([about[each] or [] for each in about if each not in recent], was, now)
    if not changed or there is None:
        return None
    names = _add_needed({*_add_dependents(changed, was, now), account, there}, was, now)
    models_cut = "".join(_select_statements(now.statements, names))
    if not _is_whole(models_cut):
        return None
    cut = {each: _select_operations(text, names).encode() for each, text in texts.items()}
    return Narrowed(frozenset(names), {**cut, path: models_cut.encode()})


def _find_standing(
    migrations: Iterable[list[tuple[str, str]]], was: _Module, now: _Module
) -> str | None:
    """Find a model that is there before and after, if there is any.

    Without one Django would take what it makes for the first migration of the app.
    """
    same = {name.lower(): name for name in was.classes.keys() & now.classes.keys()}
    return next((same[name] for each in migrations for name, _ in each if name in same), None)


def _is_whole(text: str) -> bool:
    try:
        ast.parse(text)
    except SyntaxError:
        return False
    return True


def _cut_module(text: str) -> _Module | None:
    """Cut a module into its statements; None if two classes have the same name."""
    statements = cut_statements(text)
    found = [(match[1], each) for each in statements if (match := _CLASS.match(each))]
    classes = dict(found)
    rest = (each.rstrip() for each in statements if not _CLASS.match(each))
    others = (each for each in rest if not _IMPORT.match(each))
    return _Module(statements, classes, tuple(others)) if len(classes) == len(found) else None


def _list_changed(
    old: Mapping[str, str], new: Mapping[str, str], touched: Collection[str]
) -> set[str]:
    """List the classes that aren't as they were, with those that are `touched`; none if unknown.

    Blank lines behind a class don't count.
    """
    names = {name.lower(): name for name in {**old, **new}}
    if not {*touched} <= names.keys():
        return set()
    same = {name for name in old if old[name].rstrip() == new.get(name, "").rstrip()}
    changed = {name for name in names.values() if name not in same}
    return {*changed, *(names[each] for each in touched)} if changed else changed


def _add_dependents(changed: set[str], was: _Module, now: _Module) -> set[str]:
    """Add the classes that are made of changed ones.

    Those are their subclasses and, of one that is no model but a list of choices or a kind of
    queries, all that name it.
    """
    found, waiting = set(changed), list(changed)
    while waiting:
        name = waiting.pop()
        for module in (was, now):
            is_model = _find_bases(module.classes.get(name, "")) in (_PLAIN, None)
            for other, text in module.classes.items():
                place = (_find_bases(text) or "") if is_model else text
                if other not in found and name in place and name in _WORD.findall(place):
                    found.add(other)
                    waiting.append(other)
    return found


def _find_bases(text: str) -> str | None:
    match = _CLASS.match(text)
    return match[2] or "" if match else None


def _add_needed(names: set[str], was: _Module, now: _Module) -> set[str]:
    """Add the classes that these name, and those that they name in turn."""
    found, waiting = set[str](), list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            texts = (module.classes.get(name, "") for module in (was, now))
            words = {word for text in texts for word in _WORD.findall(text)}
            waiting += [word for word in words if word in now.classes or word in was.classes]
    return found


def _select_statements(statements: Iterable[str], names: Collection[str]) -> Iterator[str]:
    for each in statements:
        match = _CLASS.match(each)
        if match is None or match[1] in names:
            yield each


def _list_targets(migration: str) -> list[tuple[str, str]] | None:
    """List the operations of a migration, each with its model in lower case before it.

    None if not all of them are about one model, or it is laid out otherwise.
    """
    body = _OPERATIONS.search(migration)
    if body is None:
        return None
    operations = [each for each in _OPERATION.split(body[1] or "") if each]
    targets = [match[1].lower() for each in operations if (match := _TARGET.match(each))]
    return list(zip(targets, operations, strict=True)) if len(targets) == len(operations) else None


def _select_operations(migration: str, names: Collection[str]) -> str:
    body = _OPERATIONS.search(migration)
    lower = {name.lower() for name in names}
    chosen = [each for name, each in _list_targets(migration) or () if name in lower]
    if body is None or body[1] is None:
        return migration
    return migration[: body.start(1)] + "".join(chosen) + migration[body.end(1) :]
