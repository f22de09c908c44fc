"""Checks of expressions: types, cycles of computed fields, depth."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from transformer.diagnostics.problems import has_errors
from transformer.manifest.draft import Draft
from transformer.manifest.records.documents import list_parts
from transformer.manifest.typing.inference import infer
from transformer.manifest.typing.nodes import Call, Constant, Node, Operation, Path, ValueList
from transformer.manifest.typing.path_inference import DEEPEST
from transformer.manifest.typing.scope import Scope, infer_condition, make_scope
from transformer.manifest.typing.sites import (
    Site,
    list_aggregates,
    list_computed,
    list_conditions,
    list_fills,
)
from transformer.manifest.typing.value_types import Typed

_MOMENTS = ("date", "datetime", "time")
_IN_TURN = "this depends on it in turn"


def check_expressions(draft: Draft) -> None:
    """Report invalid expressions, and put the resolved trees of the others in `draft.resolved`."""
    scope = make_scope(draft, infer)
    entities = list_parts(draft.document, "entities")
    computed = [list_computed(entity, f"entities/{n}") for n, entity in enumerate(entities)]
    for sites in computed:
        _check_computed(sites, scope)
    for number, entity in enumerate(entities):
        for site in list_fills(entity, f"entities/{number}"):
            _check_fill(site, scope)
    for site in list_conditions(draft.document):
        if site.entity in scope.entities:
            inner = scope.enter(scope.entities[site.entity])
            _note(draft, site, infer_condition(site.read(), site.path, inner))
    for site in list_aggregates(draft.document):
        _note(draft, site, infer(site.read(), site.path, scope))
    # What an unparsed line may declare has no type either.
    if not draft.broken and not has_errors(draft.problems):
        _report_uncomputable(draft, scope, [site for sites in computed for site in sites])


def _note(draft: Draft, site: Site, typed: Typed | None) -> None:
    if typed:
        draft.resolved[site.path] = typed.node


def _check_computed(sites: Sequence[Site], scope: Scope) -> None:
    """Infer the computed values of an entity, or report their cycles."""
    uses = {site.name: {*_list_names(site.read())} for site in sites}
    reported: set[str] = set()
    for site in sites:
        own = site.name
        found = _follow_computed(uses, own)
        if own not in found:
            inner = scope.enter(scope.entities[site.entity])
            inner = replace(inner, seen=((site.entity, own),))
            _note_value(site, infer(site.read(), site.path, inner), scope)
        elif own not in reported:
            cycle = {name for name in found if own in _follow_computed(uses, name)}
            others = [other for other in sites if other.name in cycle - {own}]
            related = ((_IN_TURN, other.path) for other in others)
            words = {"word": own, "cycle": _spell_cycle(_find_cycle(uses, own))}
            scope.report("computed-cycle", site.path, *related, **words)
            reported |= cycle


def _note_value(site: Site, typed: Typed | None, scope: Scope) -> None:
    """Keep the tree of a computed value, or report that it is nothing whatever the record."""
    if typed and typed.type.name == "null":
        words = {"name": site.name, "word": "null", "expected": "worked out from something"}
        scope.report("wrong-value", site.path, **words)
    _note(scope.draft, site, typed)


def _check_fill(site: Site, scope: Scope) -> None:
    """Keep the tree of what a field gets where it has no value, which it could be equal to."""
    match site.read():
        case Constant(value="today" | "now" as word) if site.holder["type"] in _MOMENTS:
            scope.report("quoted-moment", site.path, word=word)
            return
    inner = scope.enter(scope.entities[site.entity])
    field = Path((site.name,))
    typed = infer(Operation("=", (field, site.read())), site.path, inner)
    match typed.node if typed else None:
        case Operation(operands=(_, node)):
            scope.draft.resolved[site.path] = node
        case Operation():  # a field that is null
            words = {"name": site.name, "word": "null", "expected": "a value"}
            scope.report("wrong-value", site.path, **words)


def _report_uncomputable(draft: Draft, scope: Scope, computed: Sequence[Site]) -> None:
    """Report computed values of cycles over several entities, or of too long chains."""
    untyped = [site for site in computed if site.path not in draft.resolved]
    in_cycles = [each for each in untyped if (each.entity, each.name) in scope.cycles]
    for site in in_cycles:
        cycle = [f"{entity}.{name}" for entity, name in scope.cycles[site.entity, site.name]]
        draft.report("computed-cycle", site.path, word=site.name, cycle=_spell_cycle(cycle))
    for site in untyped[: not in_cycles]:
        draft.report("too-deep", site.path, word=site.name, most=str(DEEPEST))


def _follow_computed(uses: Mapping[str, set[str]], own: str) -> set[str]:
    """Find the computed values of the same entity that one depends on, at any distance."""
    found: set[str] = set()
    waiting = [*uses[own] & uses.keys()]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += uses[name] & uses.keys()
    return found


def _find_cycle(uses: Mapping[str, set[str]], own: str) -> list[str]:
    """Find the shortest way from a computed value to itself."""
    ways, met = [[own]], {own}
    for way in ways:
        if own in uses[way[-1]]:
            return way
        further = sorted((uses[way[-1]] & uses.keys()) - met)
        ways += [[*way, name] for name in further]
        met.update(further)
    return [own]


def _spell_cycle(names: Sequence[str]) -> str:
    return " → ".join([*names, names[0]])


def _list_names(node: Node) -> Iterator[str]:
    """List the first names of all paths in an expression."""
    match node:
        case Path((name, *_)):
            yield name
        case Operation(operands=parts) | Call(arguments=parts) | ValueList(parts):
            for part in parts:
                yield from _list_names(part)
