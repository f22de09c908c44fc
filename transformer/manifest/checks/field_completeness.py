"""Invariants of each field in a completed manifest."""

from collections.abc import Iterator

from transformer.dsl.tables.grammar_rows import read_grammar
from transformer.manifest.records.entity_drafts import EntityDraft
from transformer.manifest.records.field_drafts import FieldDraft
from transformer.manifest.records.manifest_draft import ManifestDraft

ManifestFault = tuple[str, str]

_PARTS = ("length", "digits", "places", "currency", "values", "enum", "target", "target_kind")
_MODIFIERS = {"minimum": "min", "maximum": "max", "pattern": "regex", "searchable": "searchable"}


def find_field_faults(
    field: FieldDraft, entity: EntityDraft, manifest: ManifestDraft
) -> Iterator[ManifestFault]:
    """Find what is wrong with a field: each time a property and the reason."""
    yield from check_type_parts(field)
    yield from check_modifiers(field)
    yield from check_source(field, entity)
    if field["type"] == "ref":
        yield from check_reference(field, manifest)
    if "enum" in field:
        yield from check_shared_values(field, manifest)


def check_type_parts(field: FieldDraft) -> Iterator[ManifestFault]:
    """Check that a field has the properties that its type needs, and no other type's."""
    parts = read_grammar()["types"][field["type"]].get("parts", ())
    permitted = {part.removesuffix("?") for part in parts}
    for part in parts:
        if not part.endswith("?") and part not in field:
            yield "type", f"a field of type `{field['type']}` needs `{part}`"
    for part in (*_PARTS, "on_delete", "inverse"):
        if part in field and part not in permitted:
            yield part, f"a field of type `{field['type']}` can't have `{part}`"


def check_modifiers(field: FieldDraft) -> Iterator[ManifestFault]:
    """Check that bounds, patterns and search stand only with types that they apply to."""
    suits = read_grammar()["types"][field["type"]].get("suits", ())
    for part, modifier in _MODIFIERS.items():
        if part in field and modifier not in suits:
            yield part, f"a field of type `{field['type']}` can't have `{part}`"
    if "pattern_message" in field and "pattern" not in field:
        yield "pattern_message", "`pattern_message` needs a `pattern`"
    if "pii" in field and not field.get("sensitive"):
        yield "pii", "`pii` needs `sensitive: true`"


def check_source(field: FieldDraft, entity: EntityDraft) -> Iterator[ManifestFault]:
    """Check that a value comes from people or from the app, and a key is never null."""
    automatic, is_key = field.get("automatic"), field["name"] == entity["key"]
    row = read_grammar()["types"][field["type"]]
    kind = row.get("key") if is_key else None
    moments = ("created", "updated") if "auto_add" in row.get("suits", ()) else ()
    if is_key and (kind is None or field["nullable"] or field["unique"] != "always"):
        yield "name", "a key needs a type for keys, `nullable: false` and `unique: always`"
    if automatic and automatic not in ((kind,) if is_key else moments):
        yield "automatic", f"`{automatic}` doesn't fit this field"
    if is_key and kind in ("uuid", "sequence") and automatic != kind:
        yield "automatic", f"a key of this type must be `{kind}`"
    wanted = "never" if automatic else "create" if is_key else None
    if (wanted and field["input"] != wanted) or (not wanted and field["input"] == "create"):
        yield "input", f"`{field['input']}` doesn't fit this field"
    if automatic and "default" in field:
        yield "default", "an automatic value has no default"


def check_reference(field: FieldDraft, manifest: ManifestDraft) -> Iterator[ManifestFault]:
    """Check that a reference's target exists, and that its rule of deletion is possible."""
    entities = {entity["name"] for entity in manifest["entities"]}
    kind, target = field.get("target_kind"), field.get("target")
    if kind == "entity" and target not in entities:
        yield "target", f"there is no entity `{target}`"
    if kind == "account" and (target != "User" or target in entities):
        yield "target_kind", "an account must be called `User`, and no entity may be"
    if field.get("on_delete") == "nullify" and not field["nullable"]:
        yield "on_delete", "`nullify` needs `nullable: true`"


def check_shared_values(field: FieldDraft, manifest: ManifestDraft) -> Iterator[ManifestFault]:
    """Check that the values of a field are those of the enumeration that it names."""
    shared = {enum["name"]: enum["values"] for enum in manifest["enums"]}
    if field["enum"] not in shared:
        yield "enum", f"there is no enum `{field['enum']}`"
    elif field.get("values") != shared[field["enum"]]:
        yield "values", f"the values differ from those of the enum `{field['enum']}`"
