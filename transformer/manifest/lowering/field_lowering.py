"""Lowering of a field's line: its type, its modifiers, and contradictions."""

from collections.abc import Mapping
from typing import NamedTuple

from transformer.diagnostics.problems import Problem
from transformer.dsl.parser.dialects import Quote
from transformer.dsl.parser.phrases import Specifier
from transformer.dsl.parser.productions import Located
from transformer.dsl.parser.specifiers import KEPT
from transformer.dsl.parser.tree import Block
from transformer.dsl.tables.dialect_rows import read_dialects
from transformer.dsl.tables.grammar_rows import WordTable, read_grammar
from transformer.manifest.draft import Draft
from transformer.manifest.lowering.extensions import add_extension
from transformer.manifest.records.documents import Document, Part, open_list

# Python refuses to convert very long digits; no bound needs so many.
_LONGEST_BOUND = 30


class _Field(NamedTuple):
    """A field in the making: its record, the modifiers that it has, its type and its path."""

    record: Part
    modifiers: Part
    type: str
    path: str


def lower_field(draft: Draft, entity: Part, block: Block, path: str) -> None:
    """Add the field to the entity; `modifiers` holds what defaults depend on."""
    fields, known = open_list(entity, "fields"), Part()
    specifier: Specifier = block.captures["type"].value
    inner = f"{path}/fields/{len(fields)}"
    field = _Field({"modifiers": known}, known, specifier.name, inner)
    fields.append(field.record)
    draft.set(inner, field.record, "name", block.captures["name"])
    draft.places[inner] = block.captures["name"].span
    _lower_type(draft, field, specifier, block.captures["type"])
    modifiers: list[Located] = block.captures["modifiers"].value
    for modifier in modifiers:
        _lower_modifier(draft, field, modifier)


def lower_belonging(draft: Draft, entity: Part, block: Block, path: str) -> None:
    """Add the reference that `belongs_to` is a synonym of."""
    target = block.captures["target"]
    captures = {
        **block.captures,
        "type": Located(Specifier("ref", {"target": target}), target.span),
    }
    lower_field(draft, entity, Block("field", captures, block.span), path)


def lower_shown_field(draft: Draft, section: Part, block: Block, path: str) -> None:
    """Add a field that a section shows, with its attributes."""
    fields, shown = open_list(section, "fields"), Part()
    inner = f"{path}/fields/{len(fields)}"
    fields.append(shown)
    draft.places[inner] = block.captures["field"].span
    draft.set(inner, shown, "field", block.captures["field"])
    attributes: list[Specifier] = [each.value for each in block.captures["attributes"].value]
    kept = [each for each in attributes if _add_kept(draft, inner, each, "attributes")]
    values = [(each.name, each.parts["value"]) for each in attributes if each not in kept]
    if "title" in block.captures:
        values.insert(0, ("title", block.captures["title"]))
    for key, value in values:
        if not _is_blank(value):
            draft.set_once(inner, shown, key, value)


def _lower_type(draft: Draft, field: _Field, specifier: Specifier, located: Located) -> None:
    path, record = field.path, field.record
    record["type"] = specifier.name
    draft.places[f"{path}/type"] = located.span
    if _add_kept(draft, path, specifier, "types"):
        return
    for key, part in specifier.parts.items():
        if key == "values":
            choices: list[Located] = part.value
            record[key] = [_lower_choice(draft, each, n, path) for n, each in enumerate(choices)]
            draft.places[f"{path}/{key}"] = part.span
        else:
            draft.set(path, record, key, part)


def _add_kept(draft: Draft, path: str, specifier: Specifier, table: WordTable) -> bool:
    """Keep what only larger dialects know of a specifier, if there is such a part."""
    kept = specifier.parts.get(KEPT)
    if kept is None:
        return False
    quote: Quote = kept.value
    row = read_dialects()[table].get(specifier.name, {})
    is_rule = row.get("rule") == "yes" or quote.is_rule
    add_extension(draft, path, specifier.name, [quote.text], kept.span, is_rule=is_rule)
    return True


def _lower_choice(draft: Draft, item: Located, number: int, path: str) -> Part:
    value, title, was = _unpack_choice(item)
    inner = f"{path}/values/{number}"
    draft.places[inner] = item.span
    choice: Part = {"value": value.value, "title": title.value if title else ""}
    if was:
        draft.set(inner, choice, "was", was)
    return choice


def _unpack_choice(item: Located) -> tuple[Located, Located | None, Located | None]:
    choice: tuple[Located, Located | None, Located | None] = item.value
    return choice


def _lower_modifier(draft: Draft, field: _Field, located: Located) -> None:
    specifier: Specifier = located.value
    if _add_kept(draft, field.path, specifier, "modifiers") and "value" not in specifier.parts:
        return
    problem = _find_contradiction(draft, field, specifier.name, located)
    if problem:
        draft.problems.append(problem)
        return
    field.modifiers[specifier.name] = located.span
    draft.places[f"{field.path}/modifiers/{specifier.name}"] = located.span
    if key := read_grammar()["modifiers"][specifier.name].get("property"):
        _put_modifier(draft, field, key, specifier, located)


def _put_modifier(
    draft: Draft, field: _Field, key: str, specifier: Specifier, located: Located
) -> None:
    """Set the property of a modifier, and those of its other parts."""
    parts = {name: part for name, part in specifier.parts.items() if name != KEPT}
    value = parts.pop("value", None)
    if value and isinstance(value.value, dict):  # an expression, whose parts have places
        draft.set_once(field.path, field.record, key, value)
        return
    if value is None or key == "pattern" or not _is_blank(value):
        field.record[key] = _lower_value(specifier.name, value) if value else True
        draft.places[f"{field.path}/{key}"] = value.span if value else located.span
    for name, part in parts.items():
        if not _is_blank(part):
            draft.set(field.path, field.record, name, part)
    if key == "pii":
        field.record["sensitive"] = True
        if value is None:
            del field.record["pii"]


def _is_blank(located: Located) -> bool:
    """Tell whether it is an empty text, which counts as absent."""
    return isinstance(located.value, str) and not located.value.strip()


def _lower_value(modifier: str, located: Located) -> Document:
    """Convert the value of a modifier to the manifest's: bounds are numbers there."""
    value: Document = located.value
    if modifier not in ("min", "max") or not isinstance(value, str):
        return value
    return float(value) if "." in value or len(value) > _LONGEST_BOUND else int(value)


def _find_contradiction(draft: Draft, field: _Field, name: str, located: Located) -> Problem | None:
    """Find what contradicts a modifier: the type, a duplicate, or another modifier."""
    table = read_grammar()["modifiers"][name]
    if name in field.modifiers:
        return _contradict(draft, "duplicate-modifier", field, located, name, {"word": name})
    for other in table.get("excludes", ()):
        if other in field.modifiers:
            words = {"word": name, "other": other}
            return _contradict(draft, "contradiction", field, located, other, words)
    row = read_grammar()["types"][field.type]
    suits = name in row.get("suits", ()) or table.get("any") == "yes"
    if suits and (name != "default" or "default" in row) and (name != "pk" or "key" in row):
        return None
    code = "unfit-key" if name == "pk" else "unfit-modifier"
    fitting = ", ".join(row.get("suits", ()))
    words = {"word": name, "type": field.type} | ({"fitting": fitting} if fitting else {})
    return Problem(code, located.span, words)


def _contradict(
    draft: Draft, code: str, field: _Field, located: Located, other: str, words: Mapping[str, str]
) -> Problem:
    related = (("the other one is here", draft.places[f"{field.path}/modifiers/{other}"]),)
    return Problem(code, located.span, words, related)
