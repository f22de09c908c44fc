"""What somebody may send to the API, to try it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from transformer.backends.django_micro.site import SitePlan
from transformer.backends.django_rest.viewset_classes import find_pages
from transformer.model.entity_fields import Field

_TEXTS = {"str", "text"}


@dataclass(frozen=True, slots=True)
class ApiExample:
    """A record that is made by a request: the address, and what is sent."""

    address: str
    body: str


def find_examples(plan: SitePlan) -> Iterator[ApiExample]:
    """Find records that texts alone make, then others with a placeholder for what they refer to."""
    found = []
    for entity in plan.model.entities:
        if page := find_pages(entity, plan).get("create"):
            needed = [
                each.shown.field for each in plan.inputs[page] if _is_needed(each.shown.field)
            ]
            body = {field.name: _show_value(field) for field in needed}
            example = ApiExample(entity.address.strip("/"), _spell(body))
            found.append((not all(field.type in _TEXTS for field in needed), example))
    yield from (example for _, example in sorted(found, key=lambda pair: pair[0]))


def _is_needed(field: Field) -> bool:
    return field.required and field.default is None


def _show_value(field: Field) -> str:
    if field.values:
        return field.values[0].value
    if field.type == "email":
        return "name@example.com"
    return "A first one" if field.type in _TEXTS else "…"


def _spell(body: dict[str, str]) -> str:
    """Spell what is sent so that a shell takes it between single quotes."""
    return json.dumps(body, ensure_ascii=False).replace("'", "’")
