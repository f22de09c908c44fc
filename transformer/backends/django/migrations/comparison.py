"""The migrations that lead from those that an app has to its models, made by Django."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from django.apps import apps
from django.db.migrations import (
    Migration,
    RemoveConstraint,
    RemoveIndex,
    RenameField,
    RenameModel,
)
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.base import Operation
from django.db.migrations.questioner import MigrationQuestioner
from django.db.migrations.state import ModelState, ProjectState
from django.db.models import NOT_PROVIDED

from transformer.backends.django.migrations.changed_links import replace_changed_links
from transformer.backends.django.migrations.databases import Database
from transformer.backends.django.migrations.descriptions import describe_migration
from transformer.backends.django.migrations.fills import say_fill
from transformer.backends.django.migrations.inspection import (
    Answers,
    Inspection,
    Names,
    keep_places,
    open_inspection,
    say_risk,
)
from transformer.backends.django.migrations.later_accounts import (
    is_about_names,
    is_filled_later,
    is_own_field,
    keep_accounts,
)
from transformer.backends.django.migrations.mitigations import rework, set_operations
from transformer.backends.django.migrations.rename_candidates import (
    RenameCandidate,
    list_candidates,
    say_candidate,
)
from transformer.backends.django.migrations.requests import APP, Found, Rename, Request
from transformer.backends.django.migrations.risks import Risk, Settled
from transformer.backends.django.migrations.settlement import (
    index_earlier,
    index_parts,
    settle_risks,
)
from transformer.backends.django.migrations.unknown_migrations import say_unknown


class Questioner(MigrationQuestioner):
    """A questioner that has no value for rows: where they lack one, that is found and said."""

    def ask_not_null_addition(self, field_name: str, model_name: str) -> type[NOT_PROVIDED]:
        """Leave existing rows without a value."""
        return NOT_PROVIDED

    def ask_not_null_alteration(self, field_name: str, model_name: str) -> type[NOT_PROVIDED]:
        """Leave existing rows without a value."""
        return NOT_PROVIDED

    def ask_auto_now_add_addition(self, field_name: str, model_name: str) -> type[NOT_PROVIDED]:
        """Leave existing rows without a value."""
        return NOT_PROVIDED


class Comparison(NamedTuple):
    """What leads from the migrations that an app has to its models."""

    kept: ProjectState
    """The models as the migrations that are there leave them."""
    before: ProjectState
    """The same, renamed as the new migrations will."""
    renamed: list[Operation]
    made: list[Migration]
    candidates: list[RenameCandidate]
    """What may only have another name, and has to be asked about."""


class Made(NamedTuple):
    """Migrations that are lacking."""

    migrations: list[Migration]
    found: list[Found]
    """What is in their way, or worth a word."""
    operations: list[str]
    """What they do, each in a line."""


def make_migrations(
    loader: MigrationLoader, request: Request, databases: Sequence[Database]
) -> Made:
    """Make the migrations that are lacking, and say what is in their way."""
    compared = compare_models(loader, request)
    parts, earlier = index_parts(request), index_earlier(request, compared.renamed)
    found = [say_candidate(each, parts, earlier) for each in compared.candidates]
    found += say_unknown(loader, APP, compared.kept, compared.made, databases)
    inspection = open_database(loader, compared, databases)
    names, operations = {**earlier, **parts}, list[str]()
    for number, migration in enumerate(compared.made):
        settled = settle_risks(migration.operations, compared.before, request)
        settled = [each for each in settled if not is_about_names(each.risk, migration)]
        told = (
            each
            for each in settled
            if not is_asked(each.risk, compared.candidates) and not is_filled_later(each, migration)
        )
        found += say_settled(told, inspection, names, request["answers"])
        if compared.renamed and not number:
            prepend_operations(compared.renamed, migration)
        set_operations(migration, rework(migration.operations, settled))
        keep_accounts(migration)
        operations += describe_migration(migration, settled, inspection, names)
    return Made(compared.made, found, operations)


def open_database(
    loader: MigrationLoader, compared: Comparison, databases: Sequence[Database]
) -> Inspection:
    """Open the database in use, whose tables are as the migrations that are there leave them."""
    kept = [name for app, name in loader.disk_migrations if app == APP]
    places = keep_places(compared.kept, compared.renamed, APP)
    return open_inspection(APP, places, databases, kept)


def say_settled(
    settled: Iterable[Settled], inspection: Inspection, names: Names, answers: Answers
) -> Iterator[Found]:
    """Say of each risk what the rows say, and of what they get whether they can have it."""
    for each in settled:
        if each.treatment == "fill":
            said = say_fill(each, inspection, names)
        else:
            said = say_risk(each, inspection, names, answers)
        if said:
            yield said


def is_told(settled: Settled, migration: Migration, compared: Comparison) -> bool:
    """Tell whether something is said of a risk, and nothing that comes first settles it."""
    is_settled = is_filled_later(settled, migration)
    return not (is_settled or is_asked(settled.risk, compared.candidates))


def is_asked(risk: Risk, candidates: Iterable[RenameCandidate]) -> bool:
    """Tell whether a risk is that something goes which may only have another name."""
    return any(each.is_about(risk) for each in candidates)


def compare_models(loader: MigrationLoader, request: Request) -> Comparison:
    """Compare the models with the migrations that are there, by what is known to be renamed."""
    before, after = loader.project_state(), ProjectState.from_apps(apps)
    kept = before.clone()
    renamed = list(rename_parts(before, after, request["renames"]))
    made = ask_django(loader, before, after, needs_one=bool(renamed))
    operations = [each for migration in made for each in migration.operations]
    gone = [] if request["allow_loss"] else [*list_candidates(operations, before, after, APP)]
    answers = request["answers"]
    if same := [each.rename for each in gone if answers.get(each.question)]:
        return compare_models(loader, {**request, "renames": [*request["renames"], *same]})
    earlier = index_earlier(request, renamed)
    candidates = [
        each
        for each in gone
        if each.question not in answers and is_own_field(each.model, each.old, earlier)
    ]
    return Comparison(kept, before, renamed, made, candidates)


def ask_django(
    loader: MigrationLoader, before: ProjectState, after: ProjectState, *, needs_one: bool
) -> list[Migration]:
    """Let Django compare the models; `needs_one` makes a migration even where they are alike."""
    detector = MigrationAutodetector(before, after, Questioner(specified_apps={APP}))
    changes = detector.changes(graph=loader.graph, trim_to_apps={APP}, convert_apps={APP})
    if needs_one and not changes.get(APP):
        changes = detector.arrange_for_graph({APP: [Migration("", APP)]}, loader.graph)
    for each in changes.get(APP, ()):
        set_operations(each, list(replace_changed_links(each.operations, before, APP)))
    return changes.get(APP, [])


def prepend_operations(renamed: list[Operation], migration: Migration) -> None:
    """Let a migration rename what is renamed before it does anything else.

    But for constraints and indexes that go: they name a field as it was, and SQLite makes a
    table anew with all of them when a field is renamed.
    """
    operations = migration.operations
    models = [each for each in renamed if isinstance(each, RenameModel)]
    removed = [each for each in operations if isinstance(each, RemoveConstraint | RemoveIndex)]
    fields = [each for each in renamed if each not in models]
    rest = [each for each in operations if each not in removed]
    set_operations(migration, [*models, *removed, *fields, *rest])
    migration.name = f"{migration.name.partition('_')[0]}_{migration.suggest_name()}"


def rename_parts(
    before: ProjectState, after: ProjectState, renames: Iterable[Rename]
) -> Iterator[Operation]:
    """List the operations that rename what is called as before, each done to the older state.

    Done ahead of the comparison, since Django only takes for renamed what is otherwise the same.
    """
    for model, old, new in renames:
        operation = RenameField(model.lower(), old, new) if model else RenameModel(old, new)
        was, now = (list_parts(state, model) for state in (before, after))
        if old.lower() in was and new.lower() not in was and old.lower() not in now:
            operation.state_forwards(APP, before)
            yield operation


def list_parts(state: ProjectState, model: str) -> set[str]:
    """List the names of a model's fields, in lower case, or of all models if none is named."""
    states: dict[tuple[str, str], ModelState] = state.models
    models = {name: found for (app, name), found in states.items() if app == APP}
    if not model:
        return set(models)
    found = models.get(model.lower())
    return {name.lower() for name in found.fields} if found else set()
