"""Rules of authorization that change nothing: they allow or deny nothing, or repeat others."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from transformer.diagnostics.problems import Problem, Span
from transformer.model import Model
from transformer.model.entities import Entity
from transformer.model.expressions import Expression
from transformer.model.folding import fold, is_truth
from transformer.model.rights import (
    OPERATIONS,
    Principal,
    assume,
    describe_scope,
    find_scopes,
    implies,
    join,
    join_grants,
    list_conditions,
    list_permits,
    negate,
)
from transformer.model.rules import Permission, RecordOperation, Scope


@dataclass(frozen=True, slots=True)
class Rule:
    """A line of an entity: its place in the manifest, and what it says."""

    path: str
    kind: str
    """`permit`, `forbid` or `scope`."""
    operation: RecordOperation
    condition: Expression
    operations: tuple[RecordOperation, ...]
    """Those that it decides about: a scope also about others that have none."""
    roles: tuple[str, ...] = ()


_CODES = {"permit": "allows-nothing", "scope": "allows-nothing", "forbid": "denies-nothing"}
_ALREADY = "this line says so already"


def list_rules(entity: Entity, path: str) -> Iterator[Rule]:
    """List the lines of an entity, with conditions that are folded."""
    for number, each in enumerate(entity.permissions):
        yield _read_rule(each, f"{path}/permissions/{number}", entity)
    for number, scope in enumerate(entity.scopes):
        yield _read_rule(scope, f"{path}/scopes/{number}", entity)


def _read_rule(rule: Permission | Scope, path: str, entity: Entity) -> Rule:
    own = rule.operation
    if isinstance(rule, Permission):
        return Rule(path, rule.effect, own, fold(rule.condition, entity), (own,))
    condition = fold(describe_scope(rule), entity)
    served = tuple(each for each in OPERATIONS if rule in find_scopes(entity, each))
    return Rule(path, "scope", own, condition, served, rule.personas)


def find_idle_rules(model: Model, locate: Callable[[str], Span | None]) -> Iterator[Problem]:
    """Find the lines that change nothing; one that stands for several rules if they all do."""
    for number, entity in enumerate(model.entities):
        rules = list(list_rules(entity, f"entities/{number}"))
        lines: dict[Span | None, list[Rule]] = {}
        for rule in rules:
            lines.setdefault(locate(rule.path), []).append(rule)
        for span, alike in lines.items():
            found = [_find_problem(rule, rules, entity, locate) for rule in alike]
            if found[0] and all(found):
                yield replace(found[0], span=span)


def _find_problem(
    rule: Rule, rules: Sequence[Rule], entity: Entity, locate: Callable[[str], Span | None]
) -> Problem | None:
    words = {"entity": entity.name}
    if all(_is_idle(rule, each, entity) for each in rule.operations):
        return Problem(_CODES[rule.kind], words=words)
    if not any(_may_anybody(rule, each, entity) for each in rule.operations):
        return Problem(_CODES[rule.kind], words=words | {"roles": " or ".join(rule.roles)})
    wider = _find_wider(rule, rules)
    place = locate(wider.path) if wider else None
    related = ((_ALREADY, place),) if place else ()
    return Problem("redundant-rule", words=words, related=related) if wider else None


def _is_idle(rule: Rule, operation: RecordOperation, entity: Entity) -> bool:
    """Tell whether a line makes no difference, whatever the record and whoever asks."""
    if rule.kind == "forbid":
        allowed = fold(join_grants(entity, operation), entity)
        return implies(allowed, fold(negate(rule.condition), entity))
    bans = list_conditions(entity, "forbid", operation)
    is_denied = implies(rule.condition, fold(join("or", bans), entity))
    return is_denied or not _is_possible(list_permits(entity, operation), entity)


def _may_anybody(rule: Rule, operation: RecordOperation, entity: Entity) -> bool:
    """Tell whether something is permitted to any of those that a line is for, if it names them."""
    permits = join("or", list_permits(entity, operation))
    asked = [assume(permits, Principal(role), entity.model) for role in rule.roles]
    return not asked or _is_possible(asked, entity)


def _is_possible(conditions: Iterable[Expression], entity: Entity) -> bool:
    """Tell whether any of some conditions could be true."""
    return not all(is_truth(fold(each, entity), truth=False) for each in conditions)


def _find_wider(rule: Rule, rules: Sequence[Rule]) -> Rule | None:
    """Find a line that says all that a line says; of two that say the same, the first one."""
    own = rules.index(rule)
    for number, other in enumerate(rules):
        is_alike = (other.kind, other.operation) == (rule.kind, rule.operation)
        if number == own or not (is_alike and implies(rule.condition, other.condition)):
            continue
        if number < own or not implies(other.condition, rule.condition):
            return other
    return None
