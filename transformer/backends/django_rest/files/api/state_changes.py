"""The states that may follow, and the way to them."""

from copy import copy

from django.core.exceptions import ValidationError
from django.http import Http404
from rest_framework import exceptions
from rest_framework.decorators import action
from rest_framework.response import Response

from records.actors import act_for
from records.permissions import may
from records.transitions import find_workflow, list_steps

from .idempotency import once
from .problems import Invalid, conflict, list_model_errors
from .serializers import is_watched


class TransitionsMixin:
    """Rows with states, each of which leads to others."""

    def find_workflow(self):
        workflow = find_workflow(self.model)
        if self.omits(workflow.field, "retrieve"):
            raise exceptions.PermissionDenied
        return workflow

    @action(detail=True, url_path="transitions")
    def list_transitions(self, request, *args, **kwargs):
        row, workflow = self.get_object(), self.find_workflow()
        is_open = self.is_open("make_transition")
        is_open = is_open and may(request.user, "change", self.model, row)
        found = [
            {"state": each.state, "title": str(each.title), "reasons": each.reasons}
            for each in (list_steps(row, request.user) if is_open else ())
        ]
        state = getattr(row, workflow.field)
        return Response({"state": state, "results": found})

    @action(detail=True, methods=["post"], url_path="transitions/(?P<state>[^/]+)")
    @once
    def make_transition(self, request, *args, **kwargs):
        state, workflow = kwargs["state"], self.find_workflow()
        if state not in dict(workflow.model_field.flatchoices):
            raise Http404
        with self.locked() as row:
            refuse(row, workflow, state, request.user)
            act_for(request.user, row)
            setattr(row, workflow.field, state)
            hold_to_model(row, workflow.field)
            row.save(update_fields=None if is_watched(row) else [workflow.field])
        return self.tell_written(row.pk)


def refuse(row, workflow, state, user):
    """Refuse a state that can't follow, or that a user may never give the row."""
    before, changed = getattr(row, workflow.field), copy(row)
    setattr(changed, workflow.field, state)
    error = workflow.refuse(changed, before, user)
    if error is None and state != before:
        return
    can_follow = state in workflow.list_after(before)
    if can_follow and workflow.explain(row, before, state, user) is None:
        raise exceptions.PermissionDenied
    text = " ".join(error.messages) if error else ""
    raise conflict(text, "transition")


def hold_to_model(row, name):
    """Refuse a row that can't have its new state, whatever its other values are."""
    others = {field.name for field in row._meta.concrete_fields} - {name}
    try:
        row.full_clean(exclude=others)
    except ValidationError as error:
        raise Invalid(list(list_model_errors(error, "invalid"))) from None
