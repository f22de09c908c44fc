"""The modules that decide upon rights, and their mutants: each changes one thing."""

import ast
import copy
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from tools.changes import list_changed
from tools.rights_worlds import ATTEMPTED


@dataclass(frozen=True)
class Subject:
    """A module that decides upon rights, or some of them."""

    title: str
    app: str = ""
    """The app that it stands in; none for the compiler."""
    judges: Mapping[str, str] = field(default_factory=dict)
    """The apps in which it is judged first, each with what becomes of what is noticed there."""
    later: Sequence[str] = ()
    """By whom what those don't notice is judged."""
    most: int = 10_000
    """How many mutants of it are tried."""


OF_RULES = {"wide": "interpreted", "ruled": "interpreted"}
OF_PEOPLE = {"ruled": "interpreted", ATTEMPTED: "attempted"}
LATER = ("ruled", "own tests")
DJANGO, MICRO = "transformer/backends/django", "transformer/backends/django_micro"
SUBJECTS = {
    "records/policies.py": Subject("policies of an app", "ruled", OF_RULES, LATER),
    "records/page_policies.py": Subject("policies of pages", "ruled", OF_RULES, LATER),
    "records/roles.py": Subject("roles", "ruled", OF_RULES, LATER),
    "records/permissions.py": Subject(
        "backend of rights", ATTEMPTED, OF_PEOPLE, ("own tests of accounts",)
    ),
    f"{DJANGO}/policies.py": Subject("compiler of policies"),
    f"{DJANGO}/rule_calls.py": Subject("compiler of conditions"),
    f"{MICRO}/page_policies.py": Subject("compiler of policies of pages"),
    f"{DJANGO}/expressions": Subject("compiler of expressions", most=300),
}


@dataclass(frozen=True)
class EmittedMutant:
    """A module in which one thing is otherwise."""

    place: str
    function: str
    source: str
    change: str

    @property
    def key(self) -> str:
        """What tells it from all others, and from what it was in another version."""
        return sha256(f"{self.place} {self.source}".encode()).hexdigest()

    @property
    def name(self) -> str:
        """The function that it changes, by its module."""
        module = self.place.removesuffix(".py").replace("/", ".")
        return f"{module}.{self.function}"

    @property
    def subject(self) -> str:
        return next(each for each in SUBJECTS if self.place.startswith(each))


def make_mutants(place: str, source: str) -> Iterator[EmittedMutant]:
    """Make all mutants of a module."""
    tree = ast.parse(source)
    for function, node in list_functions(tree, ""):
        for number in range(sum(1 for _ in list_changed(node))):
            changed_tree = copy.deepcopy(tree)
            twins = dict(list_functions(changed_tree, ""))
            twin = twins[function]
            change = next(each for n, each in enumerate(list_changed(twin)) if n == number)
            before = ast.unparse(node)
            change()
            ast.fix_missing_locations(changed_tree)
            lines = show_change(before, ast.unparse(twin))
            if lines:
                yield EmittedMutant(place, function, ast.unparse(changed_tree), lines)


def list_functions(tree: ast.AST, path: str) -> Iterator[tuple[str, ast.FunctionDef]]:
    """The functions and methods of a module by their names."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef):
            yield f"{path}{node.name}", node
        elif isinstance(node, ast.ClassDef):
            yield from list_functions(node, f"{path}{node.name}.")


def show_change(before: str, after: str) -> str:
    """The lines that differ, with signs before them."""
    old, new = before.splitlines(), after.splitlines()
    taken = [f"- {line.strip()}" for line in old if line not in new]
    return "\n".join([*taken, *(f"+ {line.strip()}" for line in new if line not in old)])
