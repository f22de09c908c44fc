"""Where an expression stands, and what is known of a value."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from transformer.diagnostics.resources import read_table
from transformer.manifest.draft import Draft, Record


class Kind(NamedTuple):
    """What is known of a value: its sort, the values of its enum, the entity of its record."""

    sort: str
    values: tuple[str, ...] = ()
    entity: str | None = None
    title: str = ""


Infer = Callable[[Record, str, "Scope"], Kind | None]


@dataclass(frozen=True)
class Scope:
    """Where an expression stands: of which entity's records it speaks, and of how many at once."""

    draft: Draft
    entities: Mapping[str, Record]
    roles: tuple[str, ...]
    infer: "Infer"
    """What finds the type of a node; operators and paths ask it for those of their parts."""
    entity: str | None = None
    of_many: bool = False
    seen: frozenset[tuple[str, str]] = frozenset()
    kinds: dict[tuple[str, str], Kind | None] = field(default_factory=dict)
    circles: set[tuple[str, str]] = field(default_factory=set)

    def type_node(self, node: Record, path: str) -> Kind | None:
        """Find the type of a part of the expression, or None where there is none."""
        return self.infer(node, path, self)

    def enter(self, entity: str) -> "Scope":
        """The scope of one record of the entity."""
        return replace(self, entity=entity, of_many=False)

    def path_of(self, owner: Record) -> str:
        """The path of an entity."""
        return f"entities/{list(self.entities).index(owner['name'])}"

    def report(self, code: str, path: str, /, *related: tuple[str, str], **words: str) -> None:
        """Note a problem with the part at a path."""
        self.draft.report(code, path, *related, **words)


def name_sort(sort: str) -> str:
    """What people call a value of the sort."""
    title: str = read_table("language/expressions")["sorts"][sort]
    return title


def match_signature(
    signatures: list[str], kinds: list[Kind | None], word: str, path: str, scope: Scope
) -> Kind | None:
    """What comes of values of these kinds, by the first signature that takes them."""
    given = [kind for kind in kinds if kind]
    if len(given) < len(kinds):
        return None
    wanted = " ".join(kind.sort for kind in given)
    for signature in signatures:
        takes, _, gives = signature.partition(" -> ")
        if takes == wanted:
            return Kind(gives)
    named = " and ".join(name_sort(kind.sort) for kind in given)
    scope.report("wrong-operands", path, word=word, given=named)
    return None
