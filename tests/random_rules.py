"""Random entities of the larger language: relations, computed values, patterns and rules."""

from collections.abc import Iterator, Sequence
from random import Random

from tests.random_expressions import (
    BETWEEN,
    Entity,
    People,
    write_condition,
    write_expression,
)
from tests.random_words import choose_text, choose_title, choose_values, quote, spell_value
from transformer.diagnostics.resources import read_table

SPELLED = {
    "text": ("str(80)", "str", "text"),
    "number": ("int", "float", "decimal(8,2)", "money(GBP)"),
    "bool": ("bool",),
    "date": ("date",),
    "datetime": ("datetime",),
    "time": ("time",),
    "json": ("json",),
    "file": ("file", "image"),
    "uuid": ("uuid",),
}
TYPES = (*SPELLED, "text", "number", "choice", "choice", "record", "record", "date")
OPERATIONS = ("list", "read", "create", "update", "delete")


def list_keywords() -> list[str]:
    """Every word that means something somewhere: each may be a name as well."""
    table, words = read_table("language/grammar"), set[str]()
    for block in table["blocks"].values():
        words.update(block["forms"])
    words.update(table["types"], table["modifiers"], table["attributes"])
    words.update(word for row in table["phrases"].values() for word in row["words"])
    names = {word for word in words if word.isidentifier()} - BETWEEN
    return sorted(names - {"id", "user"})


def write_fields(random: Random, entity: Entity, targets: Sequence[str]) -> list[str]:
    """The lines of the fields that the entity has; what they are is noted."""
    lines = []
    for name in list(entity.types):
        type_name = random.choice(TYPES)
        entity.types[name] = type_name
        if type_name == "choice":
            entity.values[name] = choose_values(random)
            spelled = f"enum[{', '.join(map(spell_value, entity.values[name]))}]"
        elif type_name == "record":
            entity.targets[name] = random.choice(targets)
            spelled = f"ref {entity.targets[name]}"
        else:
            spelled = random.choice(SPELLED[type_name])
        words = [" required", " indexed", " sensitive", " optional"]
        # `unique: email` is about the field `email`, so a field `unique` of that type says more.
        word = random.choice(words if spelled in entity.types else ["", *words])
        if word == " required":
            entity.required.add(name)
        lines.append(f"{name}: {spelled}{word}{choose_title(random)}")
    return lines


def write_relations(random: Random, entity: Entity, others: Sequence[Entity]) -> Iterator[str]:
    """Some lines for the other side of references to the entity; what they lead to is noted."""
    for number, other in enumerate(others):
        if entity.name in other.targets.values() and random.random() < 0.6:
            entity.relations[f"many_{number}"] = other
            yield f"many_{number}: has_many {other.name}"


def write_rules(random: Random, entity: Entity, people: People) -> Iterator[str]:
    """Some of the rules that an entity may have."""
    for type_name in ("number", "bool", "text", "date"):
        if random.random() < 0.2:
            source = write_expression(random, type_name, entity, people)
            yield f"made_{type_name}: computed {source}{choose_title(random)}"
    for writer in (_write_transitions, _write_invariant, _write_permissions, _write_scope):
        if random.random() < 0.4:
            yield from writer(random, entity, people)
    if random.random() < 0.2:
        yield from ("access:", f"  read: {write_condition(random, entity, people)}")
    if random.random() < 0.3:
        yield random.choice(["audit: all", "audit: [create, delete]"])
    yield from _write_patterns(random, entity)


def _write_transitions(random: Random, entity: Entity, people: People) -> Iterator[str]:
    states = entity.list_names("choice")
    if not states:
        return
    field = random.choice(states)
    values = [*map(spell_value, entity.values[field]), "*"]
    yield f"transitions {field}:"
    for value in values[:-1]:
        timed = random.choice(["auto after 3 days", "auto after 90min or manual"])
        own = [f": {timed}", f": requires {field} {timed}", f": CONDITION {timed}"]
        needs = random.choice(["", f": requires {field}", ": CONDITION", random.choice(own)])
        needs = needs.replace("CONDITION", write_condition(random, entity, people))
        yield f"  {random.choice(values)} -> {value}{needs}"


def _write_invariant(random: Random, entity: Entity, people: People) -> Iterator[str]:
    # In brackets, or a field called like a type would make a field of the line.
    yield f"invariant: ({write_condition(random, entity, people)})"
    yield f"  message: {quote(choose_text(random))}"
    yield "  code: BROKEN"


def _write_permissions(random: Random, entity: Entity, people: People) -> Iterator[str]:
    for effect in ("permit", "forbid"):
        yield f"{effect}:"
        for operation in random.sample(OPERATIONS, 2):
            yield f"  {operation}: {write_condition(random, entity, people)}"


def _write_scope(random: Random, entity: Entity, people: People) -> Iterator[str]:
    yield "scope:"
    rule = random.choice(["all", write_condition(random, entity, people)])
    yield f"  {random.choice(OPERATIONS)}: {rule}"
    if people.roles:
        yield f"    as: {random.choice(people.roles)}"


def _write_patterns(random: Random, entity: Entity) -> Iterator[str]:
    """Built-in patterns whose fields the entity doesn't have yet."""
    made = {
        "@use audit_fields()": {"created_at", "updated_at", "created_by", "updated_by"},
        "@use soft_delete_behavior(field_name=gone, include_user=false)": {"gone"},
        "@use versioned_entity(version_field=edition)": {"edition"},
    }
    for line, names in made.items():
        if not names & entity.types.keys() and random.random() < 0.2:
            yield line
    texts = list(entity.list_names("text"))
    if texts and random.random() < 0.2:
        yield f"@use searchable_entity(search_fields=[{', '.join(texts)}])"


def write_head(random: Random, word: str, name: str) -> str:
    """The line that begins a block."""
    return f"{word} {name}{choose_title(random)}:"
