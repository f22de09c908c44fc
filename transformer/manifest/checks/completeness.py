"""Invariants of a completed manifest that backends rely on; checked for hand-written ones only."""

from collections.abc import Iterable, Iterator

from transformer.manifest.checks.field_completeness import ManifestFault, find_field_faults
from transformer.manifest.checks.rule_completeness import find_rule_faults
from transformer.manifest.draft import Draft
from transformer.manifest.entity_members import is_person, list_lines
from transformer.manifest.records.entity_drafts import EntityDraft
from transformer.manifest.records.field_drafts import FieldDraft
from transformer.manifest.records.manifest_draft import LogoDraft, ManifestDraft
from transformer.manifest.records.surface_drafts import SurfaceDraft
from transformer.manifest.table_rows import read_addresses

_NEEDS_KEY = {"view": True, "edit": True, "list": False, "create": False, "custom": False}


def check_completeness(draft: Draft) -> None:
    """Report violated invariants of a completed manifest."""
    manifest = draft.manifest
    faults = [*_find_entity_faults(manifest), *_find_surface_faults(manifest)]
    faults += [*_find_clashes(manifest), *find_rule_faults(manifest)]
    if "logo" in manifest["app"]:
        faults += _find_logo_faults(manifest["app"]["logo"])
    for path, reason in faults:
        draft.report("manifest-fault", path, path=path.replace("/", "."), reason=reason)


def _find_logo_faults(logo: LogoDraft) -> Iterator[ManifestFault]:
    from transformer.project.logo import find_logo_fault  # slow to import

    if reason := find_logo_fault(logo["name"], logo["data"]):
        yield "app/logo", f"the logo can't be used: {reason}"


def _find_entity_faults(manifest: ManifestDraft) -> Iterator[ManifestFault]:
    for number, entity in enumerate(manifest["entities"]):
        path = f"entities/{number}"
        if entity["key"] not in {field["name"] for field in entity["fields"]}:
            yield f"{path}/key", f"there is no field `{entity['key']}`"
        if entity["address"].count("/") != 2 or "{" in entity["address"]:
            yield f"{path}/address", "the address of an entity must have one part, as in `/tasks/`"
        for index, field in enumerate(entity["fields"]):
            for part, reason in find_field_faults(field, entity, manifest):
                yield f"{path}/fields/{index}/{part}", reason


def _find_surface_faults(manifest: ManifestDraft) -> Iterator[ManifestFault]:
    entities = {entity["name"]: entity for entity in manifest["entities"]}
    firsts: set[tuple[str, str]] = set()
    for number, surface in enumerate(manifest["surfaces"]):
        path, entity = f"surfaces/{number}", entities.get(surface.get("entity", ""))
        if surface["address"].count("{key}") != _NEEDS_KEY[surface["mode"]]:
            yield f"{path}/address", f"`{{key}}` doesn't fit the mode `{surface['mode']}`"
        if entity is None:
            continue
        group = (entity["name"], surface["mode"])
        if surface["default"] != (group not in firsts):
            yield f"{path}/default", "only the first surface of an entity and mode is the default"
        firsts.add(group)
        yield from _find_form_faults(surface, entity, manifest, path)


def _find_form_faults(
    surface: SurfaceDraft, entity: EntityDraft, manifest: ManifestDraft, path: str
) -> Iterator[ManifestFault]:
    fields = {field["name"]: field for field in entity["fields"]}
    links = {each["name"] for each in entity["relations"] if each["kind"] == "many_to_many"}
    links.update(list_lines(entity))
    mode = surface["mode"]
    asked = {preset["field"] for preset in surface["presets"]}
    for number, preset in enumerate(surface["presets"]):
        if not is_person(fields.get(preset["field"], FieldDraft()), manifest):
            yield f"{path}/presets/{number}", "a preset needs a reference to the signed-in person"
    for number, section in enumerate(surface["sections"]):
        for index, item in enumerate(section["fields"]):
            # What is no field, such as a computed value, is only ever shown.
            source = fields[item["field"]]["input"] if item["field"] in fields else "never"
            is_fixed = source == "never" or (source == "create" and mode == "edit")
            asked |= set() if item.get("readonly") else {item["field"]}
            is_asked = not item.get("readonly") and item["field"] not in links
            if mode in ("create", "edit", "custom") and is_fixed and is_asked:
                place = f"{path}/sections/{number}/fields/{index}"
                yield place, "the field can't be an input here, so it must be read-only"
    for name, field in fields.items():
        is_needed = field["required"] and field["input"] != "never" and "default" not in field
        if mode == "create" and is_needed and name not in asked:
            yield f"{path}/sections", f"the required field `{name}` is missing"


def _find_clashes(manifest: ManifestDraft) -> Iterator[ManifestFault]:
    """Find addresses, slugs and inverses that are duplicates or that the app reserves."""
    reserved = [f"/{name}/" for name in read_addresses()["reserved"]]
    own = [address for address in reserved if address != "/page/"]
    entities = manifest["entities"]
    yield from _find_taken("slug", [entity["slug"] for entity in entities], ())
    yield from _find_taken("address", [entity["address"] for entity in entities], reserved)
    seen: set[str] = set()
    for number, surface in enumerate(manifest["surfaces"]):
        address = surface["address"]
        if address in seen or address.startswith(tuple(own)):
            yield f"surfaces/{number}/address", f"`{address}` is a duplicate or reserved"
        seen.add(address)
    yield from _find_inverse_clashes(manifest)


def _find_taken(
    part: str, values: Iterable[str], reserved: Iterable[str]
) -> Iterator[ManifestFault]:
    """Find duplicates among what entities have in one of their properties."""
    used = set(reserved)
    for number, value in enumerate(values):
        if value in used:
            yield f"entities/{number}/{part}", f"`{value}` is a duplicate or reserved"
        used.add(value)


def _find_inverse_clashes(manifest: ManifestDraft) -> Iterator[ManifestFault]:
    fields = [
        (f"entities/{number}/fields/{index}", entity["name"], field)
        for number, entity in enumerate(manifest["entities"])
        for index, field in enumerate(entity["fields"])
    ]
    taken = {(owner, field["name"].lower()) for _, owner, field in fields}
    for entity in manifest["entities"]:
        others = [each for each in entity["relations"] if "via" not in each]
        taken |= {(entity["name"], each["name"].lower()) for each in [*entity["computed"], *others]}
    for path, _, field in fields:
        if field["type"] == "ref" and "inverse" in field and "target" in field:
            inverse = (field["target"], field["inverse"]["name"].lower())
            if inverse in taken:
                yield f"{path}/inverse/name", f"`{inverse[1]}` is a duplicate"
            taken.add(inverse)
