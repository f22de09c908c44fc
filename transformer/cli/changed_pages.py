"""Which pages a build would change, in words of the language."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import attrgetter

from transformer.model import Model
from transformer.model.surfaces import Item, Surface
from transformer.model.ux import Ux

_PAGE: Mapping[str, Callable[[Surface], str | None]] = {
    "title": attrgetter("title"),
    "description": attrgetter("description"),
    "entity": attrgetter("entity_name"),
    "mode": attrgetter("mode"),
    "address": attrgetter("address"),
    "purpose": lambda page: _get_ux(page).purpose,
    "sort": lambda page: ", ".join(
        f"{each.field_name} desc" if each.descending else each.field_name
        for each in _get_ux(page).sort
    ),
    "empty": lambda page: _get_ux(page).empty,
}
"""What a page says once: word of the language → its value."""

_NAMES: Mapping[str, Callable[[Surface], Iterable[str]]] = {
    "field": lambda page: (each.field_name for each in page.items),
    "show": lambda page: _get_ux(page).show_names,
    "filter": lambda page: _get_ux(page).filter_names,
    "search": lambda page: _get_ux(page).search_names,
    "action": lambda page: (each.name for each in page.actions),
    "attention": lambda page: (each.level for each in _get_ux(page).attentions),
    "for": lambda page: (each.persona for each in _get_ux(page).variants),
}
"""What a page says any number of times: word of the language → the names."""

_FIELD: Mapping[str, Callable[[Item], str | bool | None]] = {
    word: attrgetter(word)
    for word in ("title", "help", "placeholder", "widget", "readonly", "hidden")
}
"""What a page says of a field: word of the language → its value."""


def list_changed_pages(before: Model, after: Model) -> Iterator[str]:
    """List the pages that are new, gone or different, each with what is."""
    old, new = ({page.name: page for page in model.surfaces} for model in (before, after))
    for name, page in new.items():
        if name not in old:
            yield f"{name}: new, “{page.title}” at {page.address}"
        elif repr(page) != repr(old[name]):
            changes = list(_compare_pages(old[name], page)) or ["different in its details"]
            yield from (f"{name}: {change}" for change in changes)
    gone = (page for name, page in old.items() if name not in new)
    yield from (f"{page.name}: gone, and {page.address} with it" for page in gone)


def _compare_pages(old: Surface, new: Surface) -> Iterator[str]:
    for word, read in _PAGE.items():
        yield from _compare_values(word, read(old), read(new))
    for word, list_names in _NAMES.items():
        yield from _compare_names(word, list(list_names(old)), list(list_names(new)))
    earlier = {each.field_name: each for each in old.items}
    for each in new.items:
        if before := earlier.get(each.field_name):
            for word, get_value in _FIELD.items():
                name = f"field {each.field_name}: {word}"
                yield from _compare_values(name, get_value(before), get_value(each))


def _compare_values(word: str, old: str | bool | None, new: str | bool | None) -> Iterator[str]:
    if old != new:
        yield f"{word}: {_spell(old)} → {_spell(new)}"


def _compare_names(word: str, old: list[str], new: list[str]) -> Iterator[str]:
    added = [each for each in new if each not in old]
    removed = [each for each in old if each not in new]
    if added:
        yield f"{word}: with {', '.join(added)}"
    if removed:
        yield f"{word}: without {', '.join(removed)}"
    if old != new and not (added or removed):
        yield f"{word}: in the order {', '.join(new)}"


def _spell(value: str | bool | None) -> str:
    return "nothing" if value in (None, "") else str(value)


def _get_ux(page: Surface) -> Ux:
    return page.ux or Ux()
