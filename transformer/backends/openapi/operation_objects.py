"""What can be done at an address: the operations of OpenAPI."""

from collections.abc import Iterator
from string import Template

from transformer.backends.openapi.body_schemas import (
    find_form,
    has_files,
    list_chosen,
    name_body,
    needs_files,
)
from transformer.backends.openapi.objects import (
    Content,
    Operation,
    Parameter,
    RequestBody,
    Security,
    refer_to,
)
from transformer.backends.openapi.openapi_rows import OperationRow, Trait, read_access
from transformer.backends.openapi.parameters import list_parameters
from transformer.backends.openapi.responses import list_responses
from transformer.backends.openapi.rights_text import write_rights, write_transitions
from transformer.backends.openapi.schemas import spell_prose
from transformer.model.entities import Entity
from transformer.model.removal import is_soft
from transformer.model.surfaces import Surface
from transformer.model.versions import keeps_versions

PAGES = ("page", "page_size")
NOBODY: Security = {}
"""What somebody signs in with who doesn't."""
_TOKEN: Security = {"bearer": []}
_SESSION: Security = {"session": []}
_KEPT = {"create", "update", "delete"}
"""What leaves an entry; reading doesn't."""


def list_traits(entity: Entity) -> set[Trait]:
    """List what an entity has of what operations need."""
    modes = {surface.mode for surface in entity.surfaces if surface.default}
    transitions, is_put_away = entity.transitions, is_soft(entity)
    found: dict[Trait, bool] = {
        "view": "view" in modes,
        "edit": "edit" in modes,
        "deletable": entity.deletable,
        "final": not is_put_away,
        "soft": is_put_away,
        "changeable": entity.deletable or find_form(entity) is not None,
        "choices": bool(list_chosen(entity)),
        "transitions": transitions is not None and any(r.is_manual for r in transitions.rules),
        "tracked": transitions is not None and transitions.track,
        "audited": keeps_versions(entity) or not _KEPT.isdisjoint(entity.audit),
        "versions": keeps_versions(entity),
    }
    return {name for name, is_so in found.items() if is_so}


def describe_operation(
    entity: Entity, surface: Surface | None, name: str, row: OperationRow
) -> Operation:
    """Describe what a surface does or, without one, what else is done with records."""
    title = Template(row.get("title", "")).substitute(title=entity.title, plural=entity.plural)
    operation: Operation = {
        "operationId": surface.name if surface else f"{name}-{entity.slug}",
        "summary": surface.title if surface else title,
        "description": "\n\n".join(_list_paragraphs(entity, surface, row)),
        "tags": [entity.name],
        "security": list_security(row["method"], is_open=_is_open(entity, surface, row)),
    }
    if parameters := list(_list_parameters(entity, surface, row)):
        operation["parameters"] = parameters
    if body := _describe_request(entity, surface, row):
        operation["requestBody"] = body
    operation["responses"] = dict(list_responses(entity, surface, row))
    return operation


def _list_paragraphs(entity: Entity, surface: Surface | None, row: OperationRow) -> Iterator[str]:
    if surface and surface.description:
        yield spell_prose(surface.description)
    yield row["told"]
    if "right" in row:
        yield from write_rights(entity, row["right"], surface or _find_page(entity, row))
    if "{state}" in row["place"]:
        yield from write_transitions(entity)


def _find_page(entity: Entity, row: OperationRow) -> Surface | None:
    """Find the page whose rules hold for what has no page of its own."""
    pages = {each.mode: each for each in entity.surfaces if each.default}
    return next((pages[mode] for mode in row.get("ruled", ()) if mode in pages), None)


def list_security(method: str, *, is_open: bool) -> list[Security]:
    """List the ways to sign in for a method; what changes something asks a cookie for more."""
    session = _SESSION if method == "get" else {**_SESSION, "csrf": []}
    return [*([NOBODY] if is_open else []), session, _TOKEN]


def _is_open(entity: Entity, surface: Surface | None, row: OperationRow) -> bool:
    """Tell whether nobody has to sign in."""
    page = surface or _find_page(entity, row)
    if page and page.access and page.access.to != "public":
        return False
    if page and page.access and (surface or row["access"] == "reading"):
        return True
    return read_access()[entity.model.app.access][row["access"]] == "anyone"


def _list_parameters(
    entity: Entity, surface: Surface | None, row: OperationRow
) -> Iterator[Parameter]:
    names = [*(PAGES if "pages" in row else ()), *row.get("asks", ())]
    for name in names:
        yield {"$ref": f"#/components/parameters/{name}"}
    if surface and row.get("page") == "list":
        yield from list_parameters(entity, surface)


def _describe_request(
    entity: Entity, surface: Surface | None, row: OperationRow
) -> RequestBody | None:
    if "sends" in row:
        schema = refer_to(f"{entity.name}{row['sends']}")
        return {"required": True, "content": {"application/json": {"schema": schema}}}
    if surface is None or "takes" not in row:
        return None
    whole = name_body(surface)
    if not has_files(entity, surface, row):
        return {"required": True, "content": {"application/json": {"schema": refer_to(whole)}}}
    content: Content = {"multipart/form-data": {"schema": refer_to(whole)}}
    if not needs_files(entity, surface, row):
        content["application/json"] = {"schema": refer_to(name_body(surface, ".json"))}
    return {"required": True, "content": content}
