"""Checks of services, foreign models and integrations."""

import re
from collections.abc import Iterable, Mapping

from transformer.dsl.parser.values import Value
from transformer.manifest.draft import Draft
from transformer.manifest.entity_members import list_members
from transformer.manifest.records.connection_drafts import (
    CallAnswerDraft,
    CallDraft,
    CallingDraft,
    IntegrationDraft,
    OriginDraft,
    PairDraft,
    SyncDraft,
)
from transformer.manifest.records.entity_drafts import EntityDraft
from transformer.manifest.typing.inference import infer
from transformer.manifest.typing.path_inference import follow_person
from transformer.manifest.typing.scope import Scope, make_scope

_CRON_PART = "(?:[*]|[0-9A-Za-z]+(?:-[0-9A-Za-z]+)?)(?:/[1-9][0-9]*)?"
_CRON_FIELD = re.compile(f"{_CRON_PART}(?:,{_CRON_PART})*")
# Minutes, hours, days of the month, months, days of the week.
_CRON_BOUNDS = ((0, 59), (0, 23), (1, 31), (1, 12), (0, 7))


def check_connections(draft: Draft) -> None:
    """Report what services, foreign models, actions and syncs lack."""
    manifest = draft.manifest
    for number, model in enumerate(manifest["foreign_models"]):
        for part, words in ((model.get("fields"), "a field"), (model.get("key"), "`key: …`")):
            if not part:
                _miss(draft, f"foreign_models/{number}", model["name"], words)
    if manifest["integrations"]:
        scope = make_scope(draft, infer)
        for number, integration in enumerate(manifest["integrations"]):
            _check_integration(scope, integration, f"integrations/{number}")


def _check_integration(scope: Scope, integration: IntegrationDraft, path: str) -> None:
    for index, action in enumerate(integration["actions"]):
        _check_action(scope, action, integration, f"{path}/actions/{index}")
    for index, sync in enumerate(integration["syncs"]):
        place = f"{path}/syncs/{index}"
        _check_sync(scope, sync, place)
        if not _names_service(sync.get("from"), integration):
            _miss(scope.draft, place, sync["name"], "`from …`")


def _check_action(
    scope: Scope, action: CallingDraft, integration: IntegrationDraft, path: str
) -> None:
    if not _names_service(action.get("call"), integration):
        _miss(scope.draft, path, action["name"], "`call …`")
    origins = _list_action_origins(scope.draft, action)
    _check_values(scope, action.get("arguments", ()), origins, f"{path}/arguments")
    _check_values(scope, action.get("values", ()), origins, f"{path}/values")


def _names_service(call: CallDraft | CallAnswerDraft | None, integration: IntegrationDraft) -> bool:
    """Tell whether the service is named, or implied by a name that is checked elsewhere."""
    if call is None:
        return False
    return bool({"service", "foreign_model"} & call.keys()) or len(integration["services"]) == 1


def _miss(draft: Draft, path: str, word: str, missing: str) -> None:
    """Report a missing line, unless an unparsed line may be it."""
    if not draft.may_lack(path):
        draft.report("missing-line", path, word=word, missing=missing)


def _check_sync(scope: Scope, sync: SyncDraft, path: str) -> None:
    draft = scope.draft
    schedule = sync.get("schedule")
    needs = (
        (sync.get("mode"), "`mode: scheduled`"),
        (sync.get("entity"), "`into entity …`"),
        (sync.get("match"), "`match on:`"),
        (schedule is not None or sync.get("mode") != "scheduled", '`schedule: "0 2 * * *"`'),
    )
    for part, words in needs:
        if not part:
            _miss(draft, path, sync["name"], words)
    if schedule is not None and not _is_schedule(schedule):
        draft.report("bad-schedule", f"{path}/schedule", word=schedule)
    origins = _list_sync_origins(scope.draft, sync)
    _check_values(scope, sync.get("values", ()), origins, f"{path}/values")


def _is_schedule(text: str) -> bool:
    """Tell whether a text has the five fields of cron, with numbers in their bounds."""
    fields = text.split()
    if len(fields) != len(_CRON_BOUNDS) or not all(map(_CRON_FIELD.fullmatch, fields)):
        return False
    return all(
        low <= int(number) <= high
        for field, (low, high) in zip(fields, _CRON_BOUNDS, strict=True)
        for number in re.findall(r"(?<![0-9A-Za-z/])[0-9]+", field)
    )


# The origins of a value, each with the name of its record and those of the fields.
_Origins = Mapping[str, tuple[str, list[str]]]


def _check_values(scope: Scope, pairs: Iterable[PairDraft], origins: _Origins, path: str) -> None:
    """Report values from fields that don't exist."""
    for index, pair in enumerate(pairs):
        source = pair["source"]
        if not isinstance(source, Value) and "from" in source and source["path"]:
            _check_source(scope, source, origins, f"{path}/{index}/source")


def _check_source(scope: Scope, source: OriginDraft, origins: _Origins, path: str) -> None:
    names, origin = source["path"], source["from"]
    if origin == "current_user":
        follow_person(names, f"{path}/path", scope, 1)
    name, known = origins.get(origin, ("", []))
    if known and names[0] not in known:
        code = "unknown-foreign-field" if origin == "foreign" else "unknown-field"
        scope.draft.report_unknown(code, f"{path}/path/1", names[0], known, entity=name)


def _list_action_origins(draft: Draft, action: CallingDraft) -> _Origins:
    """List what values of an action can come from, as far as it is known."""
    surfaces = {surface["name"]: surface for surface in draft.manifest["surfaces"]}
    surface, answer = surfaces.get(action.get("when", "")), action.get("response")
    form = _find_entity(draft, surface.get("entity") if surface else None)
    entity = _find_entity(draft, answer.get("entity")) if answer else None
    model = answer.get("foreign_model") if answer else None
    return _list_origins(draft, form, entity or form, model)


def _list_sync_origins(draft: Draft, sync: SyncDraft) -> _Origins:
    """List what values of a sync can come from, as far as it is known."""
    answer = sync.get("from")
    entity = _find_entity(draft, sync.get("entity"))
    return _list_origins(draft, None, entity, answer.get("foreign_model") if answer else None)


def _list_origins(
    draft: Draft, form: EntityDraft | None, entity: EntityDraft | None, model: str | None
) -> _Origins:
    origins = {
        each["name"]: (each["name"], [field["name"] for field in each["fields"]])
        for each in draft.manifest["foreign_models"]
    }
    found = {"foreign": origins[model]} if model in origins else {}
    for origin, record in (("form", form), ("entity", entity)):
        if record:
            found[origin] = (record["name"], list_members(record))
    return found


def _find_entity(draft: Draft, name: str | None) -> EntityDraft | None:
    return {each["name"]: each for each in draft.manifest["entities"]}.get(name or "")
