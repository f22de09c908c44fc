"""What is done about each risk of a migration, by what the language and the person say."""

from collections.abc import Iterable, Mapping

from django.db.migrations import AlterField, RenameModel
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

from transformer.backends.django.migrations.kinds import read_changes
from transformer.backends.django.migrations.mitigations import can_lose
from transformer.backends.django.migrations.operation_risks import list_risks
from transformer.backends.django.migrations.requests import APP, Part, PartKey, Request
from transformer.backends.django.migrations.risks import Risk, Settled
from transformer.backends.django.migrations.row_operations import read_fill, rename_values


def settle_risks(
    operations: Iterable[Operation], before: ProjectState, request: Request
) -> list[Settled]:
    """Settle what is done about each risk of the operations of a migration."""
    parts = index_parts(request)
    return [
        _settle(risk, parts.get(_name_part(risk)), allow_loss=request["allow_loss"])
        for risk in list_risks(operations, before, APP, parts)
    ]


def _settle(risk: Risk, part: Part | None, *, allow_loss: bool) -> Settled:
    row, operation = read_changes()["kinds"][risk.kind], risk.cause
    fill = part["fill"] if part else None
    if risk.renamed:
        return Settled(risk, "fill", rename_values(risk.field, risk.renamed))
    if fill and "fills" in row:
        return Settled(risk, "fill", read_fill(fill))
    if risk.kind == "needs_values" and isinstance(operation, AlterField):
        default = operation.field.default
        if operation.field.has_default() and not callable(default):
            return Settled(risk, "fill", default)
    if allow_loss and "loses" in row and can_lose(risk):
        return Settled(risk, "lose")
    return Settled(risk, "guard")


def _name_part(risk: Risk) -> PartKey:
    return risk.model.lower(), risk.field.lower()


def index_parts(request: Request) -> dict[PartKey, Part]:
    """Index the parts that there are now; what was private before is so still."""
    before = {_key(each): each for each in request["earlier"] or ()}
    answered = _read_choices(request["answers"])
    return {
        key: {
            **part,
            "is_private": part["is_private"] or _is_private(before.get(key)),
            "choices": {**part["choices"], **answered.get(key, {})},
        }
        for part in request["parts"]
        for key in [_key(part)]
    }


def _read_choices(answers: Mapping[str, bool]) -> dict[PartKey, dict[str, str]]:
    """Read which values of enums have only got another name, as somebody has answered."""
    found: dict[PartKey, dict[str, str]] = {}
    for question, is_so in answers.items():
        match question.split("/"):
            case [model, field, old, new] if is_so:
                found.setdefault((model.lower(), field.lower()), {})[old] = new
    return found


def index_earlier(request: Request, renamed: Iterable[Operation]) -> dict[PartKey, Part]:
    """Index the parts that there were before, with the names that their models have now."""
    models = {
        each.old_name_lower: each.new_name_lower
        for each in renamed
        if isinstance(each, RenameModel)
    }
    return {
        (models.get(model, model), field): {**part, "place": ""}
        for part in request["earlier"] or ()
        for model, field in [_key(part)]
    }


def _key(part: Part) -> PartKey:
    return part["model"].lower(), part["attribute"].lower()


def _is_private(part: Part | None) -> bool:
    return part is not None and part["is_private"]
