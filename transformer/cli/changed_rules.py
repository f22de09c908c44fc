"""Which protection a build would give or take: transitions, what is kept, and who may come in."""

from collections.abc import Callable, Iterator, Mapping

from transformer.model import Model
from transformer.model.access_rights import describe
from transformer.model.audiences import write_access
from transformer.model.entities import Entity
from transformer.model.sign_up import find_first_role
from transformer.model.surfaces import Surface
from transformer.model.transition_rights import group_transitions, join_guards

_NOTHING = "nothing"
_KEPT: Mapping[str, Callable[[Entity], str]] = {
    "audit": lambda entity: ", ".join(entity.audit),
    "track": lambda entity: "true" if entity.transitions and entity.transitions.track else "",
    "soft_delete": lambda entity: entity.soft_delete.field_name if entity.soft_delete else "",
    "tenant": lambda entity: entity.tenant.name if entity.tenant else "",
    "versions": lambda entity: entity.versions.field_name if entity.versions else "",
}
"""What an entity says once about its records: word of the language → its value."""


def list_changed_rules(before: Model, after: Model) -> Iterator[str]:
    """List the rules that are otherwise, of what was there before and will be there after."""
    yield from _compare("access", before.app.access, after.app.access)
    yield from _compare("sign-up", _describe_sign_up(before), _describe_sign_up(after))
    earlier = {each.name: each for each in before.entities}
    for entity in after.entities:
        if old := earlier.get(entity.name):
            yield from _compare_entities(old, entity)
    known = {each.name: each for each in before.surfaces}
    for page in after.surfaces:
        old_access = _describe_access(known.get(page.name, page))
        yield from _compare(f"{page.name}: access", old_access, _describe_access(page))


def _compare_entities(old: Entity, new: Entity) -> Iterator[str]:
    for word, describe_value in _KEPT.items():
        yield from _compare(f"{new.name}: {word}", describe_value(old), describe_value(new))
    earlier, later = _describe_transitions(old), _describe_transitions(new)
    for change in dict.fromkeys([*later, *earlier]):
        was, now = _find_guard(old, change, earlier), _find_guard(new, change, later)
        yield from _compare(f"{new.name}: {change}", was, now)


def _describe_transitions(entity: Entity) -> dict[str, str]:
    """Describe what each transition of an entity asks for."""
    guards = ((name, join_guards(rules)) for name, rules in group_transitions(entity).items())
    told = ((name, describe(guard)) for name, guard in guards)
    return {name: said if isinstance(said, str) else "allowed" for name, said in told}


def _find_guard(entity: Entity, change: str, found: Mapping[str, str]) -> str:
    return found.get(change, "not allowed" if entity.transitions else "allowed")


def _describe_sign_up(model: Model) -> str:
    """Describe how people sign up, and with which role."""
    role = find_first_role(model)
    return f"{model.app.signup}, as {role}" if role else model.app.signup


def _describe_access(page: Surface) -> str:
    return write_access(page.access)


def _compare(name: str, old: str, new: str) -> Iterator[str]:
    if old != new:
        yield f"{name}: {old or _NOTHING} → {new or _NOTHING}"
