"""A field's line to a field of the draft: its type, its modifiers, what contradicts what."""

from collections.abc import Mapping
from typing import NamedTuple

from transformer.diagnostics.problems import Problem
from transformer.dsl.parser.dialects import Quote
from transformer.dsl.parser.phrases import Wording
from transformer.dsl.parser.productions import Said
from transformer.dsl.parser.tree import Block
from transformer.dsl.parser.types import KEPT
from transformer.dsl.tables.dialects import read_dialects
from transformer.dsl.tables.grammar import WordTable, read_grammar
from transformer.manifest.draft import Draft
from transformer.manifest.lowering.extensions import carry_extension
from transformer.manifest.records.documents import Document, Part, open_list

# Beyond this many digits a bound is as good as none, and Python refuses to read it.
_LONGEST_BOUND = 30


class _Field(NamedTuple):
    """A field in the making: its record, the modifiers that it has, its type and its path."""

    record: Part
    said: Part
    type: str
    path: str


def lower_field(draft: Draft, entity: Part, block: Block, path: str) -> None:
    """Add the field to the entity; `said` holds the modifiers that defaults decide about."""
    fields, said = open_list(entity, "fields"), Part()
    wording: Wording = block.said["type"].value
    inner = f"{path}/fields/{len(fields)}"
    field = _Field({"said": said}, said, wording.name, inner)
    fields.append(field.record)
    draft.set(inner, field.record, "name", block.said["name"])
    draft.places[inner] = block.said["name"].span
    _lower_type(draft, field, wording, block.said["type"])
    modifiers: list[Said] = block.said["modifiers"].value
    for modifier in modifiers:
        _lower_modifier(draft, field, modifier)


def lower_belonging(draft: Draft, entity: Part, block: Block, path: str) -> None:
    """Add the reference that `belongs_to` is another word for."""
    target = block.said["target"]
    said = {**block.said, "type": Said(Wording("ref", {"target": target}), target.span)}
    lower_field(draft, entity, Block("field", said, block.span), path)


def lower_shown_field(draft: Draft, section: Part, block: Block, path: str) -> None:
    """Add a field that a section shows, with its attributes."""
    fields, shown = open_list(section, "fields"), Part()
    inner = f"{path}/fields/{len(fields)}"
    fields.append(shown)
    draft.places[inner] = block.said["field"].span
    draft.set(inner, shown, "field", block.said["field"])
    attributes: list[Wording] = [each.value for each in block.said["attributes"].value]
    kept = [each for each in attributes if _carry_kept(draft, inner, each, "attributes")]
    said = [(each.name, each.parts["value"]) for each in attributes if each not in kept]
    if "title" in block.said:
        said.insert(0, ("title", block.said["title"]))
    for key, value in said:
        if not _is_blank(value):
            draft.set_once(inner, shown, key, value)


def _lower_type(draft: Draft, field: _Field, wording: Wording, said: Said) -> None:
    path, record = field.path, field.record
    record["type"] = wording.name
    draft.places[f"{path}/type"] = said.span
    if _carry_kept(draft, path, wording, "types"):
        return
    for key, part in wording.parts.items():
        if key == "values":
            choices: list[Said] = part.value
            record[key] = [_lower_choice(draft, each, n, path) for n, each in enumerate(choices)]
            draft.places[f"{path}/{key}"] = part.span
        else:
            draft.set(path, record, key, part)


def _carry_kept(draft: Draft, path: str, wording: Wording, table: WordTable) -> bool:
    """Carry what only larger dialects know of a word, if it says such a thing."""
    kept = wording.parts.get(KEPT)
    if kept is None:
        return False
    quote: Quote = kept.value
    row = read_dialects()[table].get(wording.name, {})
    is_rule = row.get("rule") == "yes" or quote.is_rule
    carry_extension(draft, path, wording.name, [quote.text], kept.span, is_rule=is_rule)
    return True


def _lower_choice(draft: Draft, item: Said, number: int, path: str) -> Part:
    value, title = _unpack_choice(item)
    draft.places[f"{path}/values/{number}"] = item.span
    return {"value": value.value, "title": title.value if title else ""}


def _unpack_choice(item: Said) -> tuple[Said, Said | None]:
    choice: tuple[Said, Said | None] = item.value
    return choice


def _lower_modifier(draft: Draft, field: _Field, said: Said) -> None:
    wording: Wording = said.value
    if _carry_kept(draft, field.path, wording, "modifiers") and "value" not in wording.parts:
        return
    problem = _find_contradiction(draft, field, wording.name, said)
    if problem:
        draft.problems.append(problem)
        return
    field.said[wording.name] = said.span
    draft.places[f"{field.path}/said/{wording.name}"] = said.span
    if key := read_grammar()["modifiers"][wording.name].get("property"):
        _put_modifier(draft, field, key, wording, said)


def _put_modifier(draft: Draft, field: _Field, key: str, wording: Wording, said: Said) -> None:
    """Put what a modifier says into the property that it sets, and those beside it."""
    parts = {name: part for name, part in wording.parts.items() if name != KEPT}
    value = parts.pop("value", None)
    if value is None or key == "pattern" or not _is_blank(value):
        field.record[key] = _lower_value(wording.name, value) if value else True
        draft.places[f"{field.path}/{key}"] = value.span if value else said.span
    for name, part in parts.items():
        if not _is_blank(part):
            draft.set(field.path, field.record, name, part)
    if key == "pii":
        field.record["sensitive"] = True
        if value is None:
            del field.record["pii"]


def _is_blank(said: Said) -> bool:
    """Whether it is a text that says nothing, which counts as not said."""
    return isinstance(said.value, str) and not said.value.strip()


def _lower_value(modifier: str, said: Said) -> Document:
    """The value of a modifier in the manifest's words: bounds are numbers there."""
    value: Document = said.value
    if modifier not in ("min", "max") or not isinstance(value, str):
        return value
    return float(value) if "." in value or len(value) > _LONGEST_BOUND else int(value)


def _find_contradiction(draft: Draft, field: _Field, name: str, said: Said) -> Problem | None:
    """What speaks against the modifier: the type, itself said before, or another one."""
    table = read_grammar()["modifiers"][name]
    if name in field.said:
        return _contradict(draft, "duplicate-modifier", field, said, name, {"word": name})
    for other in table.get("excludes", ()):
        if other in field.said:
            words = {"word": name, "other": other}
            return _contradict(draft, "contradiction", field, said, other, words)
    row = read_grammar()["types"][field.type]
    suits = name in row.get("suits", ()) or table.get("any") == "yes"
    if suits and (name != "default" or "default" in row) and (name != "pk" or "key" in row):
        return None
    code = "unfit-key" if name == "pk" else "unfit-modifier"
    fitting = ", ".join(row.get("suits", ()))
    words = {"word": name, "type": field.type} | ({"fitting": fitting} if fitting else {})
    return Problem(code, said.span, words)


def _contradict(
    draft: Draft, code: str, field: _Field, said: Said, other: str, words: Mapping[str, str]
) -> Problem:
    related = (("the other one is here", draft.places[f"{field.path}/said/{other}"]),)
    return Problem(code, said.span, words, related)
