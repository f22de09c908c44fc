"""Expressions: whether they make sense where they stand."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from transformer.diagnostics.problems import has_errors
from transformer.manifest.draft import Draft
from transformer.manifest.records.documents import list_parts
from transformer.manifest.typing.inference import infer, infer_condition
from transformer.manifest.typing.nodes import Call, Node, Operation, Path, ValueList
from transformer.manifest.typing.paths import DEEPEST
from transformer.manifest.typing.scope import Scope, make_scope
from transformer.manifest.typing.sites import Site, list_computed, list_conditions, list_numbers
from transformer.manifest.typing.types import Typed

_IN_TURN = "this is computed from it in turn"


def check_expressions(draft: Draft) -> None:
    """Report what makes no sense, and note in `draft.meanings` what the rest means."""
    scope = make_scope(draft, infer)
    entities = list_parts(draft.document, "entities")
    computed = [list_computed(entity, f"entities/{n}") for n, entity in enumerate(entities)]
    for sites in computed:
        _check_computed(sites, scope)
    for site in list_conditions(draft.document):
        if site.entity in scope.entities:
            inner = scope.enter(scope.entities[site.entity])
            _note(draft, site, infer_condition(site.read(), site.path, inner))
    for site in list_numbers(draft.document):
        _note(draft, site, infer(site.read(), site.path, scope))
    if not has_errors(draft.problems):
        _report_endless(draft, scope, [site for sites in computed for site in sites])


def _note(draft: Draft, site: Site, typed: Typed | None) -> None:
    if typed:
        draft.meanings[site.path] = typed.node


def _check_computed(sites: Sequence[Site], scope: Scope) -> None:
    """Infer the computed values of an entity, unless they are computed from themselves."""
    uses = {site.name: {*_list_names(site.read())} for site in sites}
    told: set[str] = set()
    for site in sites:
        own = site.name
        found = _follow_computed(uses, own)
        if own not in found:
            inner = scope.enter(scope.entities[site.entity])
            inner = replace(inner, seen=frozenset({(site.entity, own)}))
            _note(scope.draft, site, infer(site.read(), site.path, inner))
        elif own not in told:
            circle = {name for name in found if own in _follow_computed(uses, name)}
            others = [other for other in sites if other.name in circle - {own}]
            related = ((_IN_TURN, other.path) for other in others)
            scope.report("computed-circle", site.path, *related, word=own)
            told |= circle


def _report_endless(draft: Draft, scope: Scope, computed: Sequence[Site]) -> None:
    """Report values that nothing else is wrong with, but that can't be computed."""
    untyped = [site for site in computed if site.path not in draft.meanings]
    in_circles = [each for each in untyped if (each.entity, each.name) in scope.circles]
    for site in in_circles[:1]:
        draft.report("computed-circle", site.path, word=site.name)
    for site in untyped[: not in_circles]:
        draft.report("too-deep", site.path, word=site.name, most=str(DEEPEST))


def _follow_computed(uses: Mapping[str, set[str]], own: str) -> set[str]:
    """The computed values of the same entity that one is computed from, at any distance."""
    found: set[str] = set()
    waiting = [*uses[own] & uses.keys()]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += uses[name] & uses.keys()
    return found


def _list_names(node: Node) -> Iterator[str]:
    """The first names of all paths in an expression."""
    match node:
        case Path((name, *_)):
            yield name
        case Operation(operands=parts) | Call(arguments=parts) | ValueList(parts):
            for part in parts:
                yield from _list_names(part)
