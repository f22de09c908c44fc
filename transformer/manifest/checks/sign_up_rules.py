"""Rights that people give themselves when they make an account of their own."""

from collections.abc import Callable, Iterator

from transformer.diagnostics.problems import Problem, Span
from transformer.model import Model
from transformer.model.entities import Entity
from transformer.model.entity_fields import Field
from transformer.model.folding import is_truth
from transformer.model.rights import Principal, find_right, list_rights_fields
from transformer.model.rules import RecordOperation
from transformer.model.sign_up import find_first_role

_CHANGES: tuple[RecordOperation, ...] = ("create", "update", "delete")


def find_sign_up_problems(model: Model, locate: Callable[[str], Span | None]) -> Iterator[Problem]:
    """Find what visitors who sign up are asked for, or get, though rules give rights by it."""
    person = model.person.entity
    if person is None or model.app.signup == "closed":
        return
    number = model.entities.index(person)
    for place, field in enumerate(person.fields):
        path = f"entities/{number}/fields/{place}"
        is_asked = field.required and field.default is None and field is not model.person.sign_in
        if is_asked and field in list_rights_fields(model):
            yield Problem("sign-up-gives-rights", locate(path), {"word": field.name})
        if field is model.person.role:
            yield from _find_given_rights(field, locate(f"{path}/default") or locate(path))


def _find_given_rights(field: Field, span: Span | None) -> Iterator[Problem]:
    """Find the first thing that rules let people do by the role that they begin with."""
    model = field.entity.model
    role = find_first_role(model)
    for entity in model.entities if role else ():
        for operation in _CHANGES:
            if role and _is_given(entity, operation, role):
                words = {"role": role, "entity": entity.name, "operation": operation}
                yield Problem("sign-up-role", span, words)
                return


def _is_given(entity: Entity, operation: RecordOperation, role: str) -> bool:
    """Tell whether a role lets people do what they couldn't do without it."""
    right = find_right(entity, operation, Principal(role))
    plain = find_right(entity, operation, Principal())
    return right != plain and not is_truth(right, truth=False)
