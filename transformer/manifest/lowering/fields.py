"""A field's line to a field of the draft: its type, its modifiers, what contradicts what."""

from collections.abc import Mapping
from typing import Any

from transformer.diagnostics.problems import Problem, Span
from transformer.diagnostics.resources import read_table
from transformer.dsl.parser.phrases import Wording
from transformer.dsl.parser.productions import Said
from transformer.dsl.parser.tree import Block
from transformer.dsl.parser.types import KEPT
from transformer.manifest.draft import Draft, Record
from transformer.manifest.lowering.extensions import carry_extension

# Beyond this many digits a bound is as good as none, and Python refuses to read it.
_LONGEST_BOUND = 30


def lower_field(draft: Draft, entity: Record, block: Block, path: str) -> None:
    """Add the field to the entity; `said` holds the modifiers that defaults decide about."""
    field: Record = {"said": {}}
    inner = f"{path}/fields/{len(entity['fields'])}"
    entity["fields"].append(field)
    draft.set(inner, field, "name", block.said["name"])
    draft.places[inner] = block.said["name"].span
    _lower_type(draft, field, block.said["type"], inner)
    for modifier in block.said["modifiers"].value:
        _lower_modifier(draft, field, modifier, inner)


def lower_belonging(draft: Draft, entity: Record, block: Block, path: str) -> None:
    """Add the reference that `belongs_to` is another word for."""
    target = block.said["target"]
    said = {**block.said, "type": Said(Wording("ref", {"target": target}), target.span)}
    lower_field(draft, entity, Block("field", said, block.span), path)


def lower_shown_field(draft: Draft, section: Record, block: Block, path: str) -> None:
    """Add a field that a section shows, with its attributes."""
    inner = f"{path}/fields/{len(section['fields'])}"
    shown: Record = {}
    section["fields"].append(shown)
    draft.places[inner] = block.said["field"].span
    draft.set(inner, shown, "field", block.said["field"])
    attributes = [each.value for each in block.said["attributes"].value]
    kept = [each for each in attributes if _carry_kept(draft, inner, each, "attributes")]
    said = [(each.name, each.parts["value"]) for each in attributes if each not in kept]
    if "title" in block.said:
        said.insert(0, ("title", block.said["title"]))
    for key, value in said:
        if not _is_blank(value):
            draft.set_once(inner, shown, key, value)


def _lower_type(draft: Draft, field: Record, said: Said, path: str) -> None:
    wording: Wording = said.value
    field["type"] = wording.name
    draft.places[f"{path}/type"] = said.span
    if _carry_kept(draft, path, wording, "types"):
        return
    for key, part in wording.parts.items():
        if key == "values":
            field[key] = [_lower_choice(draft, item, n, path) for n, item in enumerate(part.value)]
            draft.places[f"{path}/{key}"] = part.span
        else:
            draft.set(path, field, key, part)


def _carry_kept(draft: Draft, path: str, wording: Wording, table: str) -> bool:
    """Carry what only larger dialects know of a word, if it says such a thing."""
    kept = wording.parts.get(KEPT)
    if kept is None:
        return False
    row = read_table("language/dialects")[table].get(wording.name, {})
    is_rule = row.get("rule") == "yes" or kept.value.is_rule
    carry_extension(draft, path, wording.name, [kept.value.text], kept.span, is_rule=is_rule)
    return True


def _lower_choice(draft: Draft, item: Said, number: int, path: str) -> Record:
    value, title = item.value
    draft.places[f"{path}/values/{number}"] = item.span
    return {"value": value.value, "title": title.value if title else ""}


def _lower_modifier(draft: Draft, field: Record, said: Said, path: str) -> None:
    wording: Wording = said.value
    if _carry_kept(draft, path, wording, "modifiers") and "value" not in wording.parts:
        return
    name, table = wording.name, read_table("language/grammar")["modifiers"]
    problem = _find_contradiction(field, said, table)
    if problem:
        draft.problems.append(problem)
        return
    field["said"][name] = said.span
    draft.places[f"{path}/said/{name}"] = said.span
    if property_name := table[name].get("property"):
        _put_modifier(draft, field, property_name, said, path)


def _put_modifier(draft: Draft, field: Record, key: str, said: Said, path: str) -> None:
    """Put what a modifier says into the property that it sets, and those beside it."""
    parts = {name: part for name, part in said.value.parts.items() if name != KEPT}
    value = parts.pop("value", None)
    if value is None or key == "pattern" or not _is_blank(value):
        field[key] = _lower_part(said.value.name, value.value) if value else True
        draft.places[f"{path}/{key}"] = value.span if value else said.span
    for name, part in parts.items():
        if not _is_blank(part):
            draft.set(path, field, name, part)
    if key == "pii":
        field["sensitive"] = True
        if value is None:
            del field["pii"]


def _is_blank(said: Said) -> bool:
    """Whether it is a text that says nothing, which counts as not said."""
    return isinstance(said.value, str) and not said.value.strip()


def _lower_part(modifier: str, value: Any) -> Any:
    """The value of a modifier in the manifest's words: bounds are numbers there."""
    if modifier not in ("min", "max"):
        return value
    return float(value) if "." in value or len(value) > _LONGEST_BOUND else int(value)


def _find_contradiction(field: Record, said: Said, table: Mapping[str, Any]) -> Problem | None:
    """What speaks against the modifier: the type, itself said before, or another one."""
    name, others = said.value.name, field["said"]
    kind = field["type"]
    if name in others:
        return _contradict("doubled-modifier", said, others[name], word=name)
    for other in table[name].get("excludes", ()):
        if other in others:
            return _contradict("contradiction", said, others[other], word=name, other=other)
    row = read_table("language/grammar")["types"][kind]
    suits = name in row.get("suits", ()) or table[name].get("any") == "yes"
    if suits and (name != "default" or "default" in row) and (name != "pk" or "key" in row):
        return None
    code = "unfit-key" if name == "pk" else "unfit-modifier"
    fitting = ", ".join(row.get("suits", ()))
    words = {"word": name, "type": kind} | ({"fitting": fitting} if fitting else {})
    return Problem(code, said.span, words)


def _contradict(code: str, said: Said, place: Span, **words: str) -> Problem:
    return Problem(code, said.span, words, (("the other one is here", place),))
