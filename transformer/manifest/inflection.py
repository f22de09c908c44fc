"""Inflection: titles, English plurals, and names in snake or kebab case."""

import re
import unicodedata
from functools import cache

from transformer.manifest.table_rows import read_addresses, read_plurals

_NO_ADDRESS = re.compile(r"[^a-z0-9]+")
_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+[a-z]*")


def split_name(name: str) -> list[str]:
    """Split a name into words, as they are spelled in it.

    >>> split_name("MaintenanceTask"), split_name("HTTPLog_2fa")
    (['Maintenance', 'Task'], ['HTTP', 'Log', '2fa'])
    """
    return _WORDS.findall(name) or ["record"]


@cache
def title_from_name(name: str) -> str:
    """Spell a name as a title.

    >>> title_from_name("MaintenanceTask"), title_from_name("created_at"), title_from_name("id")
    ('Maintenance task', 'Created at', 'ID')
    """
    words = [_spell_word(word) for word in split_name(name)]
    return " ".join([words[0][0].upper() + words[0][1:], *words[1:]])


def _spell_word(word: str) -> str:
    if word.lower() in read_plurals()["capitals"]:
        return word.upper()
    return word if len(word) > 1 and word.isupper() and word.isalpha() else word.lower()


def lower_title(title: str) -> str:
    """Spell a title as it stands within a sentence; capitals that mean something stay.

    >>> lower_title("Service item"), lower_title("VAT return"), lower_title("Service Item")
    ('service item', 'VAT return', 'Service Item')
    """
    first, *others = re.split(r"(\s+)", title)
    is_plain = first[1:] == first[1:].lower() and len(first) > 1
    if not is_plain or any(word != word.lower() for word in others):
        return title
    return title[0].lower() + title[1:]


def pluralize_title(title: str) -> str:
    """Put a title into the plural; one that is not English stays the same.

    >>> pluralize_title("Point of sale"), pluralize_title("Staff"), pluralize_title("할 일")
    ('Points of sale', 'Staff', '할 일')
    """
    words = re.split(r"(\s+)", title)
    heads = read_plurals()["heads"]
    stop = next((i for i, word in enumerate(words) if i > 1 and word.lower() in heads), len(words))
    index = stop - 1 if stop == len(words) else stop - 2
    words[index] = pluralize_word(words[index])
    return "".join(words)


def pluralize_word(word: str) -> str:
    """Put a word into the plural, in the case of the word."""
    if not word.isascii() or not word[-1:].isalpha():
        return word
    small = word.lower()
    plural = _find_plural(small)
    if word.isupper() and len(word) > 1:
        return word + plural[len(small) :] if plural.startswith(small) else plural.upper()
    kept = next(
        (n for n, pair in enumerate(zip(small, plural, strict=False)) if pair[0] != pair[1]), None
    )
    kept = min(len(small), len(plural)) if kept is None else kept
    return word[:kept] + plural[kept:]


def _find_plural(word: str) -> str:
    english = read_plurals()
    if word in english["same"] or word in _list_plurals():
        return word
    if word in english["words"]:
        return english["words"][word]
    for row in english["endings"]:
        if word.endswith(row["ending"]):
            return word.removesuffix(row["ending"]) + row["plural"]
    return f"{word}s"


def snake_name(name: str) -> str:
    """Spell a name in snake case, with a letter first.

    >>> snake_name("MaintenanceTask"), snake_name("_2fa")
    ('maintenance_task', 'the_2fa')
    """
    snake = "_".join(split_name(name)).lower()
    return snake if snake[0].isalpha() else f"the_{snake}"


def snake_plural(name: str) -> str:
    """Spell the plural of a name in snake case.

    >>> snake_plural("MaintenanceTask"), snake_plural("PointOfSale")
    ('maintenance_tasks', 'points_of_sale')
    """
    return pluralize_title(snake_name(name).replace("_", " ")).replace(" ", "_").lower()


def kebab_name(name: str) -> str:
    """Spell a name as a part of an address.

    >>> kebab_name("task_list")
    'task-list'
    """
    return "-".join(split_name(name)).lower()


def kebab_text(text: str, language: str) -> str:
    """Spell a text as a part of an address; empty if no letter has a Latin one.

    >>> kebab_text("Ärzte & Pfleger", "de"), kebab_text("Élèves", "fr"), kebab_text("할 일", "en")
    ('aerzte-pfleger', 'eleves', '')
    """
    letters = read_addresses()["letters"]
    spelled = str.maketrans(letters["any"] | letters.get(language, {}))
    plain = unicodedata.normalize("NFC", text).lower().translate(spelled)
    plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return _NO_ADDRESS.sub("-", plain).strip("-")


@cache
def _list_plurals() -> frozenset[str]:
    return frozenset(plural.lower() for plural in read_plurals()["words"].values())
