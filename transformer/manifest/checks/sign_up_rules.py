"""Rights that people give themselves when they make an account of their own."""

from collections.abc import Callable, Iterator

from transformer.diagnostics.problems import Problem, Span
from transformer.model import Model
from transformer.model.rights import list_rights_fields


def find_sign_up_problems(model: Model, locate: Callable[[str], Span | None]) -> Iterator[Problem]:
    """Find what visitors who sign up are asked for, though rules give rights by it."""
    person = model.person.entity
    if person is None or model.app.signup == "closed":
        return
    number = model.entities.index(person)
    for place, field in enumerate(person.fields):
        is_asked = field.required and field.default is None and field is not model.person.sign_in
        if is_asked and field in list_rights_fields(model):
            span = locate(f"entities/{number}/fields/{place}")
            yield Problem("sign-up-gives-rights", span, {"word": field.name})
