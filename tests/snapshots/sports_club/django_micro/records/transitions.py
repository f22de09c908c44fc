"""Transitions: which state of a row may follow which.

A workflow has a line for each: the state before, the one that may follow, and perhaps a
guard of `records/guards.py`. A guard judges the row as it is going to be saved, but for
its state, which is still the one before.

A new row begins in the state that is the default, if there is one.
"""

from copy import copy
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import models, router, transaction
from django.db.models.signals import post_delete
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from .actors import act_for, find_actor
from .guards import Guard, always
from .tracking.records import forget_changes, record_change

# Any state before.
ANY = None
# What stands where there is no state.
EMPTY = ("", None)

_workflows = {}


@dataclass(frozen=True)
class Transition:
    before: str | None
    after: str
    guard: Guard


def transition(before, after, guard=always):
    return Transition(before, after, guard)


class RecordTransitions:
    """The states of a model's rows: what `transitions` says of its `field`."""

    field = ""
    is_tracked = False
    transitions = ()

    def __init__(self, model):
        self.model_field = model._meta.get_field(self.field)
        self.start = self.model_field.get_default()

    @property
    def title(self):
        return capfirst(self.model_field.verbose_name)

    def name_state(self, state):
        return dict(self.model_field.flatchoices).get(state, state) or "–"

    def list_after(self, before):
        """The states that some line lets follow, each once."""
        if before in EMPTY:
            states = [value for value, _ in self.model_field.flatchoices]
            return states if self.start in EMPTY else [self.start]
        found = dict.fromkeys(each.after for each in self.list_lines(before))
        return [state for state in found if state != before]

    def list_lines(self, before):
        return [each for each in self.transitions if each.before in (ANY, before)]

    def explain(self, row, before, after, user):
        """Say what a row lacks to change its state; None if this user can't do it."""
        if after not in self.list_after(before):
            return None
        if before in EMPTY:
            return []
        judged = copy(row)
        setattr(judged, self.field, before)
        lines = self.list_lines(before)
        guards = [each.guard for each in lines if each.after == after]
        found = [guard.explain(judged, user) for guard in guards]
        return min((each for each in found if each is not None), key=len, default=None)

    def refuse(self, row, before, user):
        """Return the error of a row that had another state before; None if it may."""
        after = getattr(row, self.field)
        reasons = [] if after == before else self.explain(row, before, after, user)
        if reasons == [] or (before in EMPTY and after in EMPTY):
            return None
        words = {"before": self.name_state(before), "after": self.name_state(after)}
        if after not in self.list_after(before):
            text = _("“%(after)s” can’t follow “%(before)s”.")
        elif reasons is None:
            text = _("You may not change this to “%(after)s”.")
        else:
            text = _("“%(after)s” needs %(reasons)s.")
            words["reasons"] = ", ".join(reasons)
        return ValidationError(text, "transition", words)

    def refuse_start(self, row):
        """Return the error of a new row that doesn't begin where rows do."""
        if self.start in EMPTY or getattr(row, self.field) == self.start:
            return None
        words = {"state": self.name_state(self.start)}
        return ValidationError(_("This has to begin as “%(state)s”."), "start", words)

    def read_stored(self, row, using=None, lock=False):
        """Return the state that the database has of a row; None if it has no such."""
        rows = type(row)._base_manager.using(using or row._state.db)
        rows = rows.select_for_update() if lock else rows
        return rows.filter(pk=row.pk).values_list(self.field, flat=True).first()


def register(model):
    """Make a class the workflow of a model."""

    def add(workflow):
        _workflows[model] = workflow(model)
        if workflow.is_tracked:
            post_delete.connect(forget_changes, sender=model)
        return workflow

    return add


def find_workflow(row):
    """Return the workflow of a row; None if it has no states."""
    return _workflows.get(row._meta.concrete_model)


def is_state(row, name):
    """Tell whether a field of a row is the one that has its state."""
    workflow = find_workflow(row)
    return workflow is not None and workflow.field == name


def find_refusal(row):
    """Return the error of a row whose state can't be what it is going to be."""
    workflow = find_workflow(row)
    if row._state.adding:
        return workflow.refuse_start(row)
    before = workflow.read_stored(row)
    return None if before is None else workflow.refuse(row, before, find_actor(row))


class StatefulModel(models.Model):
    """A model whose rows change their state by the transitions of its workflow.

    `full_clean` tells people. `save` refuses what is told to nobody, and asks the
    database for the state before, which someone else may have changed.
    """

    class Meta:
        abstract = True

    def save(self, *, force_insert=False, using=None, update_fields=None, **options):
        options |= {"force_insert": force_insert, "update_fields": update_fields}
        using = using or router.db_for_write(type(self), instance=self)
        workflow = find_workflow(self)
        written = update_fields
        if written is None:
            names = {field.name for field in self._meta.concrete_fields}
            written = names - self.get_deferred_fields()
        if force_insert or workflow is None or workflow.field not in written:
            return super().save(using=using, **options)
        with transaction.atomic(using=using):
            before = workflow.read_stored(self, using, lock=True)
            actor = find_actor(self)
            if before is not None and (error := workflow.refuse(self, before, actor)):
                raise ValidationError({workflow.field: error})
            super().save(using=using, **options)
            after = getattr(self, workflow.field)
            if workflow.is_tracked and before not in (None, after):
                record_change(self, before, after, actor)


@dataclass(frozen=True)
class Step:
    """A state that may follow, and what the row lacks for that."""

    state: str
    title: str
    reasons: tuple[str, ...]


def list_steps(row, user):
    """The states that a user may give a row, now or once it has what it lacks."""
    workflow = find_workflow(row)
    before = getattr(row, workflow.field)
    for state in workflow.list_after(before):
        reasons = workflow.explain(row, before, state, user)
        if reasons is not None:
            yield Step(state, workflow.name_state(state), tuple(reasons))


def list_open_states(row, user, lacking=False):
    """The states that a user may give a row now, with the one that it has.

    With `lacking`, these are also those for which the row lacks something.
    """
    workflow = find_workflow(row)
    if row._state.adding and workflow.start not in EMPTY:
        return {workflow.start}
    if row._state.adding:
        return {*EMPTY, *workflow.list_after("")}
    steps = list_steps(row, user)
    open_states = {each.state for each in steps if lacking or not each.reasons}
    return {getattr(row, workflow.field), *open_states}


def offer_states(form, user):
    """Let a form of a row offer no other states than those that the row may have.

    What the row lacks for one may be filled in together with the state.
    """
    row = form.instance
    act_for(user, row)
    workflow = find_workflow(row)
    if workflow and workflow.field in form.fields:
        others = (each for name, each in form.fields.items() if name != workflow.field)
        has_others = not all(each.disabled for each in others)
        states = list_open_states(row, user, lacking=has_others)
        widget = form.fields[workflow.field].widget
        widget.choices = [each for each in widget.choices if each[0] in states]
