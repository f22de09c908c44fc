"""What a migration does, in lines for people."""

from collections.abc import Iterable, Iterator

from django.db.migrations import Migration

from transformer.backends.django.migrations.inspection import Inspection, Names, name_risk
from transformer.backends.django.migrations.kinds import read_changes
from transformer.backends.django.migrations.risks import Settled

_DONE = {"fill": "filled", "lose": "which lose it"}


def describe_migration(
    migration: Migration, settled: Iterable[Settled], inspection: Inspection, names: Names
) -> Iterator[str]:
    """Describe what a migration does to tables, and to how many rows."""
    for operation in migration.operations:
        if not type(operation).__name__.startswith("Refuse"):  # which does nothing
            yield f"{migration.name}: {operation.describe()}"
    for each in settled:
        seen = inspection.count(each.risk) if each.treatment in _DONE else None
        if seen and seen[0]:
            what = name_risk(each.risk, names).what
            reason = read_changes()["kinds"][each.risk.kind]["reason"]
            yield f"{migration.name}: {what}: {reason}: {seen[0]}, {_DONE[each.treatment]}"
