"""Which system a call or a sync is about, where its lines leave that to what they name."""

from collections.abc import Iterator

from transformer.manifest.draft import Draft
from transformer.manifest.records.connection_drafts import (
    CallAnswerDraft,
    CallDraft,
    IntegrationDraft,
)


def link_services(draft: Draft) -> None:
    """Give calls and syncs the service of their foreign model, or the only one in use."""
    manifest = draft.manifest
    declared = {service["name"] for service in manifest["services"]}
    foreign = {model["name"]: model.get("service", "") for model in manifest["foreign_models"]}
    for integration in manifest["integrations"]:
        used = integration["services"]
        only = used[0] if len(used) == 1 else ""
        for call, model in _list_calls(integration):
            service = foreign.get(model, only)
            if "service" not in call and service in declared:
                call["service"] = service


def _list_calls(integration: IntegrationDraft) -> Iterator[tuple[CallDraft | CallAnswerDraft, str]]:
    """List the calls of services, each with the foreign model that it names."""
    for action in integration["actions"]:
        if "call" in action:
            yield action["call"], ""
    for sync in integration["syncs"]:
        if "from" in sync:
            yield sync["from"], sync["from"].get("foreign_model", "")
