"""Where an expression stands, and what may be said there."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from transformer.manifest.draft import Draft
from transformer.manifest.members import list_roles
from transformer.manifest.typing.entities import Entity, read_entities
from transformer.manifest.typing.nodes import Node
from transformer.manifest.typing.types import Kind, Typed, find_sort, name_sort

Infer = Callable[[Node, str, "Scope"], Typed | None]


@dataclass(frozen=True)
class Scope:
    """Where an expression stands: of which entity's records it speaks, and of how many at once."""

    draft: Draft
    entities: Mapping[str, Entity]
    person: Entity | None
    """The entity of whoever is signed in; None where it is an account of the framework."""
    roles: tuple[str, ...]
    """The roles that there are; none where any group of people may be one."""
    infer: Infer
    """What infers any node; operators and paths ask it for their parts."""
    owner: Entity | None = None
    of_many: bool = False
    seen: frozenset[tuple[str, str]] = frozenset()
    kinds: dict[tuple[str, str], Kind | None] = field(default_factory=dict)
    circles: set[tuple[str, str]] = field(default_factory=set)

    def enter(self, owner: Entity) -> "Scope":
        """Make the scope of one record of the entity."""
        return replace(self, owner=owner, of_many=False)

    def report(self, code: str, path: str, /, *related: tuple[str, str], **words: str) -> None:
        """Note a problem with the part at a path."""
        self.draft.report(code, path, *related, **words)


def make_scope(draft: Draft, infer: Infer) -> Scope:
    """Make the scope of expressions that speak of no record in particular."""
    entities = read_entities(draft.manifest)
    person = entities.get(draft.manifest.get("person", {}).get("entity", ""))
    return Scope(draft, entities, person, list_roles(draft.manifest), infer, of_many=True)


def match_signature(
    signatures: Sequence[str], kinds: Sequence[Kind], word: str, path: str, scope: Scope
) -> Kind | None:
    """Find what comes of values of these kinds, by the first signature that takes them."""
    wanted = " ".join(kind.sort for kind in kinds)
    for signature in signatures:
        takes, _, gives = signature.partition(" -> ")
        if takes == wanted:
            return Kind(find_sort(gives))
    named = " and ".join(name_sort(kind.sort) for kind in kinds)
    scope.report("wrong-operands", path, word=word, given=named)
    return None
