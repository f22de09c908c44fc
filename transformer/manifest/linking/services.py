"""Which system a call or a sync is about, where its lines leave that to what they name."""

from collections.abc import Mapping

from transformer.manifest.draft import Draft, Record


def link_services(draft: Draft) -> None:
    """Give calls and syncs the service of their foreign model, or the only one that is used."""
    manifest = draft.manifest
    declared = {service["name"] for service in manifest["services"]}
    foreign = {model["name"]: model.get("service", "") for model in manifest["foreign_models"]}
    for integration in manifest["integrations"]:
        used = integration["services"]
        only = used[0] if len(used) == 1 else ""
        for part, key in (("actions", "call"), ("syncs", "from")):
            for owner in integration[part]:
                if key in owner:
                    _imply_service(owner[key], foreign, only, declared)


def _imply_service(call: Record, foreign: Mapping[str, str], only: str, declared: set[str]) -> None:
    service = foreign.get(call.get("foreign_model", ""), only)
    if "service" not in call and service in declared:
        call["service"] = service
