"""What the rows of the project's database say about the risks of a migration."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from django.core.exceptions import FieldError
from django.db.migrations import AlterField, RenameField, RenameModel
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ModelState, ProjectState
from django.db.models import Model

from transformer.backends.django.migrations.databases import Database, OutOfReachError
from transformer.backends.django.migrations.field_kinds import AnyField
from transformer.backends.django.migrations.kinds import read_changes
from transformer.backends.django.migrations.requests import Found, Part, PartKey
from transformer.backends.django.migrations.risks import Risk, Settled
from transformer.backends.django.migrations.row_operations import Seen, Shown, look

Answer = TypeVar("Answer")
_MOST_EXAMPLES = 3
_LONGEST_EXAMPLE = 40


@dataclass(frozen=True, slots=True)
class Inspection:
    """The rows of a database as the models before a migration have them."""

    app: str
    state: ProjectState
    """The models, renamed as the migration will, with the tables and columns as they are."""
    database: Database | None
    reason: str
    """Why the database can't be looked into; empty if it can."""

    def count(self, risk: Risk) -> Seen | None:
        """Count the rows that a risk is about, with some of their values; None if nobody knows."""
        return self.ask(risk, lambda model, alias: look(risk.guard, model, alias))

    def ask(self, risk: Risk, question: Callable[[type[Model], str], Answer]) -> Answer | None:
        """Ask a question about the rows of the model of a risk; None if nobody knows."""
        database = self.database
        if database is None:
            return None
        try:
            model = self.state.apps.get_model(self.app, risk.model)
            return database.read(lambda alias: question(model, alias))
        except (LookupError, FieldError, OutOfReachError):
            return None


Names = Mapping[PartKey, Part]
Answers = Mapping[str, bool]


class Named(NamedTuple):
    """What a risk is about, in the words of the language."""

    what: str
    place: str
    is_public: bool
    """Whether values of it may be shown."""


def name_risk(risk: Risk, names: Names) -> Named:
    """Name what a risk is about."""
    part = names.get((risk.model.lower(), risk.field.lower())) if risk.field else None
    owner = names.get((risk.model.lower(), ""))
    said = [owner["name"] if owner else risk.model, part["name"] if part else risk.field]
    place = (part and part["place"]) or (owner["place"] if owner else "")
    is_public = part is not None and not part["is_private"]
    return Named(".".join(filter(None, said)), place, is_public)


def open_inspection(
    app: str, state: ProjectState, databases: Iterable[Database], kept: Iterable[str]
) -> Inspection:
    """Look at the database that is in use; it has to have all migrations that are kept."""
    database = next(iter(databases), None)
    if database is None:
        return Inspection(app, state, None, "there is no database here to look into")
    try:
        lacking = sorted({*kept} - database.list_applied(app))
    except OutOfReachError as error:
        return Inspection(app, state, None, f"the database can't be read: {error}")
    if lacking:
        return Inspection(app, state, None, f"{lacking[0]} hasn't been applied here yet")
    return Inspection(app, state, database, "")


def keep_places(state: ProjectState, renames: Iterable[Operation], app: str) -> ProjectState:
    """Rename models and fields as a migration will, but for their tables and columns."""
    kept = state.clone()
    for each in renames:
        if isinstance(each, RenameModel):
            model: ModelState = kept.models[app, each.old_name_lower]
            table = model.options.get("db_table") or f"{app}_{each.old_name_lower}"
            each.state_forwards(app, kept)
            kept.alter_model_options(app, each.new_name_lower, {"db_table": table}, ["db_table"])
        elif isinstance(each, RenameField):
            each.state_forwards(app, kept)
            fields = kept.models[app, each.model_name_lower].fields
            fields[each.new_name] = _keep_column(fields[each.new_name], each.old_name)
    return kept


def _keep_column(field: AnyField, name: str) -> AnyField:
    """Make the same field, whose column is that of another name."""
    kept = field.clone()
    kept.db_column = kept.db_column or (f"{name}_id" if kept.remote_field else name)
    return kept


def say_risk(each: Settled, inspection: Inspection, names: Names, answers: Answers) -> Found | None:
    """Say what a risk is about, if there are such rows or nobody knows; None if there are none."""
    risk, row = each.risk, read_changes()["kinds"][each.risk.kind]
    seen = inspection.count(risk)
    if seen is None and inspection.database is not None:
        return None  # it is about what is only made now
    if seen is not None and not seen[0]:
        return None
    named = name_risk(risk, names)
    words = {"what": named.what}
    words["found"] = _say_rows(risk, named, seen, inspection.reason)
    if seen and (question := ask_about_choice(each, answers)):
        words |= {
            "question": question,
            "found": f"{words['found']}; `{question.split('/')[-1]}` is new",
        }
    if each.treatment == "lose":
        words["advice"] = "`--allow-data-loss` accepts it"
    return {
        "code": row["code"],
        "words": words,
        "place": named.place,
        "stops": seen is not None and each.treatment == "guard",
    }


def ask_about_choice(each: Settled, answers: Answers) -> str:
    """Ask whether a value that is gone has only got the name of one that is new."""
    risk = each.risk
    if risk.kind != "removes_choice" or each.treatment != "guard" or not risk.old:
        return ""
    assert isinstance(risk.cause, AlterField)
    was, now = (dict(one.flatchoices) for one in (risk.old, risk.cause.field))
    gone, new = ([value for value in a if value not in b] for a, b in ((was, now), (now, was)))
    asked = [f"{risk.model}/{risk.field}/{gone[0]}/{value}" for value in new if len(gone) == 1]
    return next((each for each in asked if each not in answers), "")


def _say_rows(risk: Risk, named: Named, seen: Seen | None, reason: str) -> str:
    """Say how many rows there are, with examples where they aren't private; or why not."""
    rows = read_changes()["kinds"][risk.kind]["reason"]
    if seen is None:
        return f"{rows} stop `migrate`; {reason}"
    shows = risk.shows and named.is_public
    return f"{rows}: {seen[0]}{give_examples(seen[1]) if shows else ''}"


def give_examples(some: Iterable[tuple[Shown, Shown]]) -> str:
    """Give some of the values that rows have, shortened."""
    values = dict.fromkeys(_shorten(str(value)) for _, value in some if value not in (None, ""))
    shown = [f"“{value}”" for value in values][:_MOST_EXAMPLES]
    return f", such as {', '.join(shown)}" if shown else ""


def _shorten(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST_EXAMPLE else f"{plain[: _LONGEST_EXAMPLE - 1]}…"
