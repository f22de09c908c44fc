"""What must hold for services, foreign models and what is done with them."""

import re
from collections.abc import Mapping

from transformer.manifest.draft import Draft, Record
from transformer.manifest.members import list_members
from transformer.manifest.typing.inference import infer
from transformer.manifest.typing.paths import follow_person
from transformer.manifest.typing.scope import Scope, make_scope

_CRON_PART = "(?:[*]|[0-9A-Za-z]+(?:-[0-9A-Za-z]+)?)(?:/[1-9][0-9]*)?"
_CRON_FIELD = re.compile(f"{_CRON_PART}(?:,{_CRON_PART})*")
# Minutes, hours, days of the month, months, days of the week.
_CRON_BOUNDS = ((0, 59), (0, 23), (1, 31), (1, 12), (0, 7))


def check_connections(draft: Draft) -> None:
    """Report what services, foreign models, actions and syncs lack."""
    manifest = draft.manifest
    for number, model in enumerate(manifest["foreign_models"]):
        for part, words in (("fields", "a field"), ("key", "`key: …`")):
            if not model.get(part):
                _miss(draft, f"foreign_models/{number}", model["name"], words)
    integrations: list[Record] = manifest["integrations"]
    if integrations:
        scope = make_scope(draft, infer)
        for number, integration in enumerate(integrations):
            _check_integration(scope, integration, f"integrations/{number}")


def _check_integration(scope: Scope, integration: Record, path: str) -> None:
    for index, action in enumerate(integration["actions"]):
        if not _names_service(action.get("call"), integration):
            _miss(scope.draft, f"{path}/actions/{index}", action["name"], "`call …`")
        _check_values(scope, action, f"{path}/actions/{index}")
    for index, sync in enumerate(integration["syncs"]):
        place = f"{path}/syncs/{index}"
        _check_sync(scope.draft, sync, place)
        _check_values(scope, sync, place)
        if not _names_service(sync.get("from"), integration):
            _miss(scope.draft, place, sync["name"], "`from …`")


def _names_service(call: Record | None, integration: Record) -> bool:
    """Whether it is said, or implied by a name that is reported if nothing has it."""
    if call is None:
        return False
    return bool({"service", "foreign_model"} & call.keys()) or len(integration["services"]) == 1


def _miss(draft: Draft, path: str, word: str, missing: str) -> None:
    """Report that a line is missing, unless a broken line may be it."""
    if not draft.may_lack(path):
        draft.report("missing-line", path, word=word, missing=missing)


def _check_sync(draft: Draft, sync: Record, path: str) -> None:
    needs = {"mode": "`mode: scheduled`", "entity": "`into entity …`", "match": "`match on:`"}
    for part, words in needs.items():
        if not sync.get(part):
            _miss(draft, path, sync["name"], words)
    schedule = sync.get("schedule")
    if schedule is None and sync.get("mode") == "scheduled":
        _miss(draft, path, sync["name"], '`schedule: "0 2 * * *"`')
    if schedule is not None and not _is_schedule(schedule):
        draft.report("bad-schedule", f"{path}/schedule", word=schedule)


def _is_schedule(text: str) -> bool:
    """Whether a text has the five fields of cron, with numbers that there are."""
    fields = text.split()
    if len(fields) != len(_CRON_BOUNDS) or not all(map(_CRON_FIELD.fullmatch, fields)):
        return False
    return all(
        low <= int(number) <= high
        for field, (low, high) in zip(fields, _CRON_BOUNDS, strict=True)
        for number in re.findall(r"(?<![0-9A-Za-z/])[0-9]+", field)
    )


def _check_values(scope: Scope, owner: Record, path: str) -> None:
    """Report values that come from a field that isn't there."""
    fields = _list_origins(scope.draft, owner)
    for group in ("arguments", "values"):
        for index, pair in enumerate(owner.get(group, ())):
            source = pair["source"]
            place = f"{path}/{group}/{index}/source/path/1"
            if source.get("from") == "current_user" and source["path"]:
                names = f"{path}/{group}/{index}/source/path"
                follow_person(source["path"], names, scope, 1)
            name, known = fields.get(source.get("from", ""), ("", []))
            if known and source["path"] and source["path"][0] not in known:
                code = "unknown-foreign-field" if source["from"] == "foreign" else "unknown-field"
                scope.draft.report_unknown(code, place, source["path"][0], known, entity=name)


def _list_origins(draft: Draft, owner: Record) -> Mapping[str, tuple[str, list[str]]]:
    """What a form, a foreign record and a record are here, with their fields, where known."""
    manifest = draft.manifest
    entities = {entity["name"]: entity for entity in manifest["entities"]}
    foreign = {model["name"]: model for model in manifest["foreign_models"]}
    surfaces = {surface["name"]: surface for surface in manifest["surfaces"]}
    answer: Record = owner.get("response") or owner.get("from") or {}
    surface: Record = surfaces.get(owner.get("when", ""), {})
    form = entities.get(surface.get("entity", ""))
    entity = entities.get(answer.get("entity", owner.get("entity", "")), form)
    model = foreign.get(answer.get("foreign_model", ""))
    found = {"form": form, "entity": entity, "foreign": model}
    return {
        origin: (record["name"], _list_names(record)) for origin, record in found.items() if record
    }


def _list_names(record: Record) -> list[str]:
    is_foreign = "service" in record
    return [field["name"] for field in record["fields"]] if is_foreign else list_members(record)
