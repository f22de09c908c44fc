"""Completion of enumerations, entities and their fields."""

import re
from collections import Counter
from collections.abc import Mapping

from transformer.dsl.tables.grammar_rows import KeyKind, Modifier, TypeRow, read_grammar
from transformer.manifest.completion.default_values import convert_default
from transformer.manifest.completion.inverses import name_inverses
from transformer.manifest.completion.link_inverses import name_link_inverses
from transformer.manifest.draft import Draft
from transformer.manifest.entity_members import find_uniqueness
from transformer.manifest.inflection import (
    kebab_name,
    kebab_text,
    pluralize_title,
    snake_name,
    snake_plural,
    title_from_name,
)
from transformer.manifest.linking.embedding import list_embeddings
from transformer.manifest.records.entity_drafts import EntityDraft
from transformer.manifest.records.field_drafts import Automatic, FieldDraft
from transformer.manifest.records.manifest_draft import ManifestDraft
from transformer.manifest.records.value_drafts import ChoiceDraft, OrderDraft
from transformer.manifest.table_rows import read_addresses
from transformer.model.naming import make_unique

_END = re.compile(r"(?<!\\)(?:\\\\)*\$$")
_FLAGS = re.compile(r"\(\?[aimsux]+\)")
_DISPLAYED = ("name", "title", "label", "subject", "email")
_AUTOMATIC: Mapping[Modifier, Automatic] = {"auto_add": "created", "auto_update": "updated"}


def complete_entities(draft: Draft) -> None:
    """Complete entities and enumerations."""
    manifest = draft.manifest
    for enum in manifest["enums"]:
        enum.setdefault("title", title_from_name(enum["name"]))
        _title_choices(enum["values"])
    slugs: set[str] = set()
    addresses = set(read_addresses()["reserved"])
    shown = _list_shown(manifest)
    for entity in manifest["entities"]:
        _complete_names(entity, slugs, addresses, manifest["app"]["language"])
        _complete_key(entity)
        for field in entity["fields"]:
            _complete_field(field)
        _complete_behavior(entity)
        entity.setdefault("display", choose_display(entity))
        entity["order"] = _choose_order(entity)
        entity["deletable"] = entity["name"] in shown
    _close_shared_parts(manifest)
    name_inverses(manifest)
    name_link_inverses(manifest)


def _title_choices(choices: list[ChoiceDraft]) -> None:
    """Give every value a title; a title that would not be unique is the value itself."""
    given = [choice.get("title", "").strip() for choice in choices]
    titles = [title or _imply_title(c["value"]) for title, c in zip(given, choices, strict=True)]
    counts = Counter(title.casefold() for title in titles)
    for own, title, choice in zip(given, titles, choices, strict=True):
        is_clear = own or counts[title.casefold()] == 1
        choice["title"] = title if is_clear else choice["value"]


def _imply_title(value: str) -> str:
    is_name = value.isascii() and value.isidentifier()
    return title_from_name(value) if is_name else value[0].upper() + value[1:]


def _complete_names(
    entity: EntityDraft, slugs: set[str], addresses: set[str], language: str
) -> None:
    name = entity["name"]
    entity.setdefault("title", title_from_name(name))
    from_plural = kebab_text(entity.get("plural", ""), language)
    entity.setdefault("plural", pluralize_title(entity["title"]))
    entity["slug"] = make_unique(snake_name(name), slugs)
    slugs.add(entity["slug"])
    wanted = from_plural or kebab_name(snake_plural(name))
    table = read_addresses()
    if wanted in table["reserved"]:
        wanted = f"{wanted}-{table['suffix']}"
    address = make_unique(wanted, addresses, "-")
    addresses.add(address)
    entity["address"] = f"/{address}/"


def _complete_key(entity: EntityDraft) -> None:
    key = next((field for field in entity["fields"] if "pk" in field["modifiers"]), None)
    if key is None:
        key = {"name": "id", "type": "uuid", "modifiers": {"pk": None}}
        entity["fields"].insert(0, key)
    entity["key"] = key["name"]


def _complete_field(field: FieldDraft) -> None:
    modifiers, row = field["modifiers"], read_grammar()["types"][field["type"]]
    field.setdefault("title", title_from_name(field["name"]))
    if field["type"] == "str":
        field.setdefault("length", 255)
    if "values" in field:
        _title_choices(field["values"])
    if "default" in field and (default := convert_default(field["default"], field)):
        field["default"] = default
    if "pattern" in field:
        field["pattern"] = anchor_pattern(field["pattern"])
    field["required"] = "required" in modifiers or "pk" in modifiers
    _complete_source(field, row.get("key"))
    _complete_store(field, row)
    _complete_reference(field)


def anchor_pattern(pattern: str) -> str:
    r"""Anchor a regular expression at both ends; one that has both stays as it is.

    >>> anchor_pattern("[a-z]+|x"), anchor_pattern("(?i)a+"), anchor_pattern("^a$")
    ('^(?:[a-z]+|x)$', '(?i)^a+$', '^a$')
    >>> anchor_pattern(r"^[0-9]+\$")
    '^^[0-9]+\\$$'
    """
    if pattern.startswith("^") and _END.search(pattern) and "|" not in pattern:
        return pattern
    match = _FLAGS.match(pattern)
    flags = match[0] if match else ""
    body = pattern.removeprefix(flags)
    if "x" in flags:
        body += "\n"  # where a comment would end
    return f"{flags}^(?:{body})$" if "|" in body else f"{flags}^{body}$"


def _complete_behavior(entity: EntityDraft) -> None:
    """Exclude the fields that the app itself counts or notes from every form."""
    removal, versions = entity.get("soft_delete", {}), entity.get("versions", {})
    kept = {removal.get("field"), removal.get("person"), versions.get("field")}
    for field in entity["fields"]:
        if field["name"] in kept:
            field["input"] = "never"


def _close_shared_parts(manifest: ManifestDraft) -> None:
    """Exclude from forms to which of several owners a part belongs."""
    entities = {entity["name"]: entity for entity in manifest["entities"]}
    embeddings = list(list_embeddings(manifest))
    counts = Counter(each["target"] for each in embeddings)
    for relation in embeddings:
        if counts[relation["target"]] > 1:
            for field in entities[relation["target"]]["fields"]:
                if field["name"] == relation.get("via"):
                    field["input"] = "never"


def _complete_source(field: FieldDraft, kind: KeyKind | None) -> None:
    """Decide who gives the value: people, or the app."""
    modifiers = field["modifiers"]
    field["input"] = "always"
    if "pk" in modifiers:
        field["input"] = "create" if kind == "natural" else "never"
        if kind and kind != "natural":
            field["automatic"] = kind
    for modifier, source in _AUTOMATIC.items():
        if modifier in modifiers:
            field["automatic"], field["input"] = source, "never"


def _complete_store(field: FieldDraft, row: TypeRow) -> None:
    modifiers = field["modifiers"]
    is_bool = field["type"] == "bool"
    if is_bool and not field["required"] and "default" not in field and "optional" not in modifiers:
        field["default"] = {"value": False}
    field["unique"] = find_uniqueness(field)
    always_there = field["required"] or ("automatic" in field and field["type"] != "ref")
    is_empty_text = row.get("empty") == "text" and field["unique"] == "no"
    is_plain_bool = is_bool and "default" in field and "optional" not in modifiers
    field["nullable"] = not (always_there or is_empty_text or is_plain_bool)


def _complete_reference(field: FieldDraft) -> None:
    if field["type"] != "ref":
        return
    modifiers = field["modifiers"]
    asked = next((rule for rule in ("cascade", "restrict", "nullify") if rule in modifiers), None)
    field["on_delete"] = asked or ("restrict" if field["required"] else "nullify")


def choose_display(entity: EntityDraft) -> str | None:
    """Choose the field that names a record where the entity doesn't say one."""
    named = {field["name"]: field for field in entity["fields"]}
    for name in _DISPLAYED:
        if name in named and read_grammar()["types"][named[name]["type"]].get("names"):
            return name
    texts = (field["name"] for field in entity["fields"] if field["type"] == "str")
    return next(texts, None)


def _choose_order(entity: EntityDraft) -> list[OrderDraft]:
    types = read_grammar()["types"]
    made = (f for f in entity["fields"] if f.get("automatic") == "created")
    # A person (`ref User auto_add`) or a time of day doesn't tell the age of a record.
    created = next((f["name"] for f in made if "dated" in types[f["type"]]), None)
    if created:
        return [{"field": created, "descending": True}]
    if entity["display"]:
        return [{"field": entity["display"], "descending": False}]
    return []


def _list_shown(manifest: ManifestDraft) -> set[str]:
    """List the entities with a list or a view."""
    surfaces = (each for each in manifest["surfaces"] if each["mode"] in ("list", "view"))
    return {each["entity"] for each in surfaces if "entity" in each}
