"""Transitions that rows make by themselves, once they have had a state long enough.

`manage.py advance` makes all that are due. Before a page is made, those that came due
last are made as well, so that people see them even if nothing calls that command.

Nobody is behind these changes, and nobody gains by asking for a page: which rows change
and what they become follows from the time and from the rows alone.
"""

import logging
from typing import NamedTuple

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import DatabaseError, DataError, IntegrityError, models, transaction
from django.utils import timezone

from .actors import act_for
from .querysets import lock_rows
from .refusals import describe_refusal
from .transitions import ANY, find_workflow, list_timed_models

AT_ONCE = 20  # rows of a model before a page

logger = logging.getLogger(__name__)

# How many of a model's rows earlier pages have left, and the next one passes over.
_passed = {}
_failed = set()


class Advance(NamedTuple):
    """What has become of a row whose time is over.

    It has the state `after`; or it keeps its own, for these reasons. It waits for what
    it lacks, unless a rule or the database refused the change, or something failed.
    """

    row: models.Model
    after: str = ""
    reasons: tuple[str, ...] = ()
    is_refused: bool = False
    is_failed: bool = False


class AdvanceMiddleware:
    """Makes the transitions that are due before whoever may see rows sees them."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        # What visitors see of rows are pages; whether the app is healthy is none.
        is_page = settings.RECORD_ACCESS["visitors"] and hasattr(view, "view_class")
        if request.user.is_authenticated or is_page:
            advance_latest()


def advance_latest():
    """Advance the rows that came due last, a few of each model.

    Others have their turn where these can't be advanced, at each page the next ones.
    """
    moment = timezone.now()
    for model in list_timed_models():
        try:
            stuck = count_stuck(list_due(model, moment)[:AT_ONCE], moment)
            if stuck == AT_ONCE:
                start = _passed.get(model, stuck)
                others = list(list_due(model, moment)[start : start + AT_ONCE])
                left = count_stuck(others, moment)
                is_last = len(others) < AT_ONCE
                _passed[model] = stuck if is_last else start + left
        except DatabaseError:
            # The page says what is there, and the next one tries again.
            logger.exception("The rows of %s could not be advanced.", model.__name__)


def count_stuck(rows, moment):
    """Advance rows, and return how many of them stay where they are."""
    return sum(not moves(row, moment) for row in rows)


def moves(row, moment):
    """Advance a row; tell whether it moved, or somebody else was faster."""
    try:
        found = find_advance(row, moment)
    except DatabaseError:
        raise
    except Exception:
        log_failure(row)
        return False
    # Nothing is locked for what can't be.
    if found is not None and found.after:
        found = advance(row, moment)
    return found is None or bool(found.after)


def log_failure(row):
    """Note once what went wrong: an odd row keeps no other from moving."""
    key = (type(row), row.pk)
    if key not in _failed:
        _failed.add(key)
        logger.exception("%s %s could not be advanced.", type(row).__name__, row.pk)


def list_due(model, moment):
    """The rows that may be due, the last first."""
    workflow = find_workflow(model)
    field, since = workflow.field, workflow.since
    due = models.Q(pk__in=())
    for line in workflow.transitions:
        if line.delay is None:
            continue
        is_over = models.Q(**{f"{since}__lte": moment - line.delay})
        if line.before is not ANY:
            due |= is_over & models.Q(**{field: line.before})
        else:
            others = {f"{field}__in": [line.after, ""]}
            is_set = models.Q(**{f"{field}__isnull": False})
            due |= is_over & is_set & ~models.Q(**others)
    return model._default_manager.filter(due).order_by(f"-{since}", "pk")


def advance(row, moment):
    """Let a row make the first transition that is due and that it can make.

    Returns an Advance; None if none is due, say because somebody else was faster. What
    an odd row or the app's own code raises is logged.
    """
    try:
        with transaction.atomic():
            lock_rows(type(row), [row.pk])
            row = type(row)._default_manager.filter(pk=row.pk).first()
            found = find_advance(row, moment) if row else None
            if found and found.after:
                row.save()
            return found
    except ValidationError as error:
        return Advance(row, reasons=tuple(error.messages), is_refused=True)
    except (DataError, IntegrityError) as error:
        return Advance(row, reasons=(describe_refusal(error),), is_refused=True)
    except DatabaseError:
        raise
    except Exception:
        log_failure(row)
        return Advance(row, is_failed=True)


def find_advance(row, moment):
    """Give a row the state that is due, unsaved; None if none is."""
    workflow = find_workflow(row)
    before, lacking = getattr(row, workflow.field), []
    lines = [line for line, due in workflow.list_timed(row) if due <= moment]
    act_for(None, row)
    for line in lines:
        reasons = line.guard.explain(row, None)
        if reasons == []:
            return try_state(row, workflow, before, line.after)
        lacking.append(tuple(reasons or ()))
    return Advance(row, reasons=min(lacking, key=len)) if lines else None


def try_state(row, workflow, before, after):
    """Give a row another state, and ask the rules of its model about it."""
    row._timed_transition = (before, after)
    setattr(row, workflow.field, after)
    others = {each.name for each in row._meta.concrete_fields} - {workflow.field}
    try:
        row.full_clean(exclude=others)
    except ValidationError as error:
        return Advance(row, reasons=tuple(error.messages), is_refused=True)
    return Advance(row, after)
