"""Inference of aggregates: of which records, and what is taken of each."""

from collections.abc import Iterator
from dataclasses import replace

from transformer.dsl.recovery.hints import find_word
from transformer.dsl.tables.expression_rows import read_expressions
from transformer.manifest.typing.bare_words import read_word
from transformer.manifest.typing.nodes import Aggregation, Call, Node, Operation, Path, ValueList
from transformer.manifest.typing.path_inference import follow_path, make_path
from transformer.manifest.typing.record_sources import (
    RecordSource,
    find_source,
    leads_to_many,
    report_no_source,
)
from transformer.manifest.typing.scope import Scope, infer_condition
from transformer.manifest.typing.value_types import Typed, ValueType, describe_type


def infer_aggregation(node: Aggregation, path: str, scope: Scope) -> Typed | None:
    """Infer an aggregate as it is written, or as a manifest has it."""
    source = _check_source(node, path, scope) if node.entity else _read_source(node, path, scope)
    if source is None or source.entity not in scope.entities:
        return None
    inner = scope.enter(scope.entities[source.entity])
    where = infer_condition(node.where, f"{path}/where", inner) if node.where else None
    taken = _infer_taken(node, path, replace(inner, prefix=source.prefix))
    if taken is None or (node.where and where is None):
        return None
    value, value_type = taken
    condition = where and where.node
    resolved = Aggregation(
        node.aggregate, source.entity, source.relation, value, condition, value_type.name
    )
    return Typed(resolved, value_type)


def _check_source(node: Aggregation, path: str, scope: Scope) -> RecordSource | None:
    """Check the records that a manifest names."""
    relation = node.relation
    if node.entity not in scope.entities:
        known = scope.entities
        scope.draft.report_unknown("unknown-entity", f"{path}/entity", node.entity, known)
        return None
    if not relation:
        return RecordSource(node.entity)
    if scope.owner is None:
        scope.report("no-record-here", f"{path}/relation", word=relation[0])
        return None
    found = find_source(relation, scope)
    if found is None or not found.relation:
        report_no_source(relation, f"{path}/relation", node.aggregate, scope)
        return None
    if (found.entity, found.relation) != (node.entity, relation):
        reason = f"`{'.'.join(relation)}` doesn't lead to records of `{node.entity}`"
        words = {"path": f"{path}/relation".replace("/", "."), "reason": reason}
        scope.report("manifest-fault", f"{path}/relation", **words)
        return None
    return RecordSource(node.entity, relation)


def _read_source(node: Aggregation, path: str, scope: Scope) -> RecordSource | None:
    """Find the records that the paths in a value begin with; the first one that does counts."""
    paths = [] if node.value is None else [*_list_paths(node.value, f"{path}/value")]
    for names, _ in paths:
        if source := find_source(names, scope):
            return source
    named = [each for each in paths if read_word(each[0]) is None]
    for names, place in named[:1]:
        report_no_source(names, f"{place}/path", node.aggregate, scope)
    if not named:
        scope.report("no-records", f"{path}/value", word=node.aggregate)
    return None


def _list_paths(node: Node, path: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """List the paths in a value with their places, from left to right."""
    match node:
        case Path(names):
            yield names, path
        case Aggregation(value=value) if value is not None:
            yield from _list_paths(value, f"{path}/value")
        case Operation(operands=parts):
            yield from _list_all(parts, f"{path}/operands")
        case Call(arguments=parts):
            yield from _list_all(parts, f"{path}/arguments")
        case ValueList(parts):
            yield from _list_all(parts, f"{path}/list")


def _list_all(parts: tuple[Node, ...], path: str) -> Iterator[tuple[tuple[str, ...], str]]:
    for number, part in enumerate(parts):
        yield from _list_paths(part, f"{path}/{number}")


def _infer_taken(
    node: Aggregation, path: str, scope: Scope
) -> tuple[Node | None, ValueType] | None:
    """Infer what an aggregate takes of each record, and so gives; None if that is reported."""
    word, value = node.aggregate, node.value
    row = read_expressions()["aggregates"][word]
    if "gives" in row and (value is None or value == Path(scope.prefix)):
        return None, ValueType(row["gives"])
    place = path if value is None else f"{path}/value"
    given = Typed(node, ValueType("record"))
    typed = given if value is None else scope.infer(value, place, scope)
    if typed and typed.type.name not in row.get("takes", ()):
        words = {"word": word, "given": describe_type(typed.type.name)}
        advice = find_word("wrong-operands", word) if typed.type.name == "record" else None
        scope.report("wrong-operands", place, **words, **({"advice": advice} if advice else {}))
        return None
    return typed and (typed.node, typed.type)


def infer_taken_path(names: tuple[str, ...], path: str, scope: Scope) -> Typed | None:
    """Infer a path in the value of an aggregate: it begins with the names of the records."""
    owner, skipped = scope.owner, len(scope.prefix)
    own = names[skipped:]
    if owner is None or names[:skipped] != scope.prefix:
        words = {"word": ".".join(names), "relation": ".".join(scope.prefix)}
        scope.report("mixed-relations", path, **words)
        return None
    if leads_to_many(owner, own, scope):
        words = {"word": ".".join(names), "entity": owner.name}
        scope.report("two-relations", path, **words)
        return None
    value_type = follow_path(owner, own, f"{path}/path", scope, skipped)
    return value_type and make_path(own, value_type, scope)
