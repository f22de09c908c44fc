"""Checks of personas, workspaces and states."""

from transformer.manifest.draft import Draft
from transformer.manifest.entity_members import list_roles
from transformer.manifest.records.people_drafts import RegionDraft


def check_people(draft: Draft) -> None:
    """Report personas without a role, and workspaces and regions that show nothing."""
    manifest = draft.manifest
    roles = list_roles(manifest)
    for number, persona in enumerate(manifest["personas"]):
        if roles and persona["name"] not in roles:
            words = {"word": persona["name"], "roles": ", ".join(roles)}
            draft.report("persona-without-role", f"personas/{number}", **words)
    for number, workspace in enumerate(manifest["workspaces"]):
        path = f"workspaces/{number}"
        if not workspace["regions"] and not draft.may_lack(path):
            draft.report("empty-workspace", path, word=workspace["name"])
        for index, region in enumerate(workspace["regions"]):
            _check_region(draft, region, f"{path}/regions/{index}")


def _check_region(draft: Draft, region: RegionDraft, path: str) -> None:
    shows = "entity" in region or "surface" in region or region["aggregates"]
    if not shows and f"{path}/source" not in draft.places and not draft.may_lack(path):
        draft.report("empty-region", path, word=region["name"])
    if region.get("limit", 1) < 1:
        draft.report("bad-limit", f"{path}/limit", word=str(region["limit"]))


def check_tenants(draft: Draft) -> None:
    """Report tenants that aren't records."""
    for number, entity in enumerate(draft.manifest["entities"]):
        name = entity.get("tenant")
        for field in entity["fields"]:
            if field["name"] == name and field.get("type") != "ref":
                draft.report("not-a-tenant", f"entities/{number}/tenant", word=field["name"])


def check_states(draft: Draft) -> None:
    """Report transitions between states that don't exist."""
    for number, entity in enumerate(draft.manifest["entities"]):
        transitions = entity.get("transitions", {})
        path = f"entities/{number}/transitions"
        name = transitions.get("field")
        fields = [field for field in entity["fields"] if field["name"] == name]
        states = [choice["value"] for field in fields for choice in field.get("values", ())]
        if any("values" not in field and "enum" not in field for field in fields):
            draft.report("not-a-state-field", f"{path}/field", word=fields[0]["name"])
        if transitions and not transitions["rules"] and not draft.may_lack(path):
            draft.report("empty-transitions", path, word=entity["name"])
        for index, rule in enumerate(transitions.get("rules", ())):
            if rule.get("after") == 0:
                draft.report("no-time", f"{path}/rules/{index}/after")
            for end in ("from", "to"):
                if states and end in rule and rule[end] not in states:
                    words = {"name": str(name), "known": ", ".join(states)}
                    place = f"{path}/rules/{index}/{end}"
                    draft.report_unknown("impossible-transition", place, rule[end], states, **words)
