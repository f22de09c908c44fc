"""Pages of rows with states: a button for each state that may follow."""

from django.contrib import messages
from django.forms import modelform_factory
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from records.tracking.records import list_changes
from records.transitions import find_workflow, list_steps

from ..forms import ModelForm
from ..return_urls import add_query_parameter
from .saving import UpdateView

SHOWN = 20


class StatefulMixin:
    """The page of a row, with its state and the buttons that change it.

    `transition_page` is the name of the address at which they do.
    """

    transition_page = ""

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        workflow = find_workflow(self.model)
        before = getattr(self.object, workflow.field)
        steps = list_steps(self.object, self.request.user)
        if self.hides(workflow.field):
            return context
        context["transitions"] = {
            "title": workflow.title,
            "before": before,
            "state": workflow.name_state(before),
            "steps": list(map(self.link_step, steps)) if context["may_change"] else [],
            "changes": list_changes(self.object).select_related("user")[:SHOWN],
        }
        return context

    def link_step(self, step):
        words = {"pk": self.object.pk, "state": step.state}
        address = reverse(self.transition_page, kwargs=words)
        return {
            "title": step.title,
            "reasons": step.reasons,
            "address": add_query_parameter(address, "next", self.request.path),
        }


class TransitionView(UpdateView):
    """Give a row another state, and say whether that has worked.

    `state-before` is the state that it had on the page: of two people with the same
    page, the second is told.
    """

    is_sent = True

    def get(self, request, *args, **kwargs):
        # Signing in leads here, or coming back.
        self.object = self.get_object()
        return HttpResponseRedirect(self.get_success_url())

    @cached_property
    def workflow(self):
        return find_workflow(self.model)

    def has_permission(self):
        return not self.hides(self.workflow.field) and super().has_permission()

    def get_form_class(self):
        fields = [self.workflow.field]
        return modelform_factory(self.model, form=ModelForm, fields=fields)

    def get_form_kwargs(self):
        data = {self.workflow.field: self.kwargs["state"]}
        return {**super().get_form_kwargs(), "data": data}

    def form_valid(self, form):
        if self.find_conflict():
            return self.form_invalid(form)
        return super().form_valid(form)

    def form_invalid(self, form):
        texts = [text for texts in form.errors.values() for text in texts]
        messages.error(self.request, self.find_conflict() or " ".join(texts))
        return HttpResponseRedirect(self.get_success_url())

    def find_conflict(self):
        before = getattr(self.row_before, self.workflow.field)
        if self.request.POST.get("state-before", before) == before:
            return ""
        text = _("Meanwhile this was changed to “%(value)s”.")
        return text % {"value": self.workflow.name_state(before)}

    def get_success_url(self):
        # It may be a row now that one doesn't see any more.
        is_seen = self.get_queryset().filter(pk=self.object.pk).exists()
        return super().get_success_url() if is_seen else reverse("home")
