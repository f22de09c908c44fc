"""What the language says of models and fields, in the words of Python."""

import ast
import re
from collections.abc import Collection, Iterator

from transformer.backends.django.code import Code
from transformer.backends.django.expressions.compiler import compile_annotation
from transformer.backends.django.identifiers import spell_attribute, spell_class
from transformer.backends.django.imports import write_imports
from transformer.backends.django.migrations.requests import Fill, Part, Rename
from transformer.backends.django.names import Names, list_reserved, spell_names
from transformer.diagnostics.resources import Data
from transformer.model import Model
from transformer.model.entity_fields import Field

# As `dump_manifest` lays them out; names are letters, and quoted where YAML takes them for more.
_ENTITIES = re.compile(rb"^entities:\n(- .*?)(?=^\w|\Z)", re.MULTILINE | re.DOTALL)
_RECORD = re.compile(rb"^(?=- )(?!\A)", re.MULTILINE)
_NAME = re.compile(rb"- name: ([A-Za-z_]\w*)\n")


def list_renames(model: Model) -> Iterator[Rename]:
    """List what was renamed: models first, then fields with their models."""
    entities = [each for each in model.entities if each.was is not None]
    fields = [each for one in model.entities for each in one.fields if each.was is not None]
    links = [each for one in model.entities for each in one.links if each.was is not None]
    if not entities and not fields and not links:
        return  # so that nearly every build spells its names once
    names, reserved = spell_names(model), list_reserved("attributes", "scope", "other")
    for entity in entities:
        yield "", spell_class(entity.was or ""), names.name_model(entity)
    for field in fields:
        was = spell_attribute(field.was or "", reserved)
        yield names.name_model(field.entity), was, names.name_attribute(field)
        since, transitions = names.entities[field.entity].since, field.entity.transitions
        if since and transitions is not None and transitions.field is field:
            yield names.name_model(field.entity), f"{(field.was or '').lower()}_since", since
    for link in links:
        was = spell_attribute(link.was or "", reserved)
        yield names.name_model(link.entity), was, names.name_link(link)


def list_declared(model: Model) -> Iterator[Part]:
    """List the models and their fields, each with its place in the manifest."""
    names = spell_names(model)
    for number, entity in enumerate(model.entities):
        place, called = f"entities/{number}", names.name_model(entity)
        yield _describe(called, "", entity.name, place)
        for index, field in enumerate(entity.fields):
            attribute = names.name_attribute(field)
            part = _describe(called, attribute, field.name, f"{place}/fields/{index}")
            part["is_private"] = field.sensitive or field.pii is not None
            part["fill"] = _write_fill(field, names)
            part["choices"] = {one.was: one.value for one in field.values or () if one.was}
            yield part
        for index, relation in enumerate(entity.relations):
            if relation.is_link:
                link = names.name_link(relation)
                yield _describe(called, link, relation.name, f"{place}/relations/{index}")


def compile_fill(field: Field, names: Names) -> Code | None:
    """Make what a query fills a field with; None if nothing says so, or no query can tell."""
    if field.fill is None:
        return None
    try:
        return compile_annotation(field.fill, field.entity, names)
    except LookupError:
        return None


def list_fill_names(model: Model, names: Names) -> frozenset[str]:
    """List the names that what fills fields refers to."""
    codes = (compile_fill(field, names) for each in model.entities for field in each.fields)
    return frozenset[str]().union(*(code.names for code in codes if code))


def _write_fill(field: Field, names: Names) -> Fill | None:
    code = compile_fill(field, names)
    if code is None:
        return None
    match code.node:
        case ast.Call(func=ast.Attribute(attr="Value"), args=[value], keywords=[]):
            code = Code(value, code.names - {"models"})
    lines = write_imports(code.names).splitlines()
    return {"code": ast.unparse(code.node), "imports": [each for each in lines if each]}


def list_earlier(manifest: Data) -> Iterator[Part]:
    """List the models and fields of an earlier manifest, as far as it is one."""
    reserved = list_reserved("attributes", "scope", "other")
    for entity in _list_records(manifest, "entities"):
        name = str(entity.get("name"))
        yield _describe(spell_class(name), "", name, "")
        for field in _list_records(entity, "fields"):
            said = str(field.get("name"))
            part = _describe(spell_class(name), spell_attribute(said, reserved), said, "")
            yield {**part, "is_private": bool(field.get("sensitive") or field.get("pii"))}
        for relation in _list_records(entity, "relations"):
            said = str(relation.get("name"))
            yield _describe(spell_class(name), spell_attribute(said, reserved), said, "")


def cut_entities(manifest: bytes, models: Collection[str]) -> bytes:
    """Cut the entities of these models out of the text of a manifest, which takes long to read."""
    found = _ENTITIES.search(manifest)
    records = _RECORD.split(found[1]) if found else []
    named = [(_NAME.match(each), each) for each in records]
    if not all(match for match, _ in named):
        return manifest
    chosen = [each for match, each in named if match and spell_class(match[1].decode()) in models]
    return b"entities:\n" + b"".join(chosen) if chosen else b"entities: []\n"


def _describe(model: str, attribute: str, name: str, place: str) -> Part:
    return {
        "model": model,
        "attribute": attribute,
        "name": name,
        "place": place,
        "is_private": False,
        "fill": None,
        "choices": {},
    }


def _list_records(holder: Data, key: str) -> "list[dict[str, Data]]":
    found = holder.get(key) if isinstance(holder, dict) else None
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []
