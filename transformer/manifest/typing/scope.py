"""The scope of an expression."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from transformer.manifest.draft import Draft
from transformer.manifest.entity_members import list_roles
from transformer.manifest.typing.entity_types import Entity, read_entities
from transformer.manifest.typing.nodes import Node
from transformer.manifest.typing.value_types import Typed, ValueType, describe_type, find_type

Infer = Callable[[Node, str, "Scope"], Typed | None]


@dataclass(frozen=True)
class Scope:
    """The names that an expression can use."""

    draft: Draft
    entities: Mapping[str, Entity]
    person: Entity | None
    """The entity of whoever is signed in; None where it is an account of the framework."""
    roles: tuple[str, ...]
    """The roles that there are; none where any group of people may be one."""
    infer: Infer
    """The inference of any node; operators and paths use it for their parts."""
    owner: Entity | None = None
    """The entity of the record that the expression is about; None if it is about none."""
    prefix: tuple[str, ...] = ()
    """The names that each path about the record begins with: in an aggregate they lead to it."""
    seen: tuple[tuple[str, str], ...] = ()
    """The computed values on the way to the expression, each with its entity first."""
    types: dict[tuple[str, str], ValueType | None] = field(default_factory=dict)
    cycles: dict[tuple[str, str], tuple[tuple[str, str], ...]] = field(default_factory=dict)
    """For each computed value that leads to itself, the values on the way."""

    def enter(self, owner: Entity) -> "Scope":
        """Make the scope of one record of the entity."""
        return replace(self, owner=owner, prefix=())

    def report(self, code: str, path: str, /, *related: tuple[str, str], **words: str) -> None:
        """Add a problem with the part at a path."""
        self.draft.report(code, path, *related, **words)


def make_scope(draft: Draft, infer: Infer) -> Scope:
    """Make the scope of expressions that aren't about a record."""
    entities = read_entities(draft.manifest)
    person = entities.get(draft.manifest.get("person", {}).get("entity", ""))
    return Scope(draft, entities, person, list_roles(draft.manifest), infer)


def infer_condition(node: Node, path: str, scope: Scope) -> Typed | None:
    """Infer an expression that has to be true or false, and report one that isn't."""
    typed = scope.infer(node, path, scope)
    if typed and typed.type.name != "bool":
        scope.report("not-a-condition", path, type=describe_type(typed.type.name))
    return typed


def match_signature(
    signatures: Sequence[str], types: Sequence[ValueType], word: str, path: str, scope: Scope
) -> ValueType | None:
    """Find the type that an operator gives for operands of these types, by its signatures."""
    wanted = " ".join(value_type.name for value_type in types)
    for signature in signatures:
        takes, _, gives = signature.partition(" -> ")
        if takes == wanted:
            return ValueType(find_type(gives))
    named = " and ".join(describe_type(value_type.name) for value_type in types)
    scope.report("wrong-operands", path, word=word, given=named)
    return None
