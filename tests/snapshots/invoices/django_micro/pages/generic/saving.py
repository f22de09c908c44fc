"""Pages that make, change and delete rows."""

from copy import copy

from django.contrib import messages
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.db import IntegrityError, transaction
from django.forms import modelform_factory
from django.http import HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import generic

from records.deletion import summarize_deletion
from records.querysets import lock_rows

from ..accounts.resuming import ResumingMixin
from ..forms import ModelForm, explain_errors
from ..idempotency import (
    Repeated,
    claim_key,
    find_object,
    make_token,
    read_request_key,
    settle_key,
)
from ..return_urls import add_query_parameter, get_return_url
from .page import RecordMixin


class SavingMixin(ResumingMixin, RecordMixin):
    """A form that saves a row and leads to `success_page` or to the row's page.

    As in Django, `form_valid()` is for what was sent and is right, and nothing else.
    What is sent while people type gets its answer from `show_check()`.

    `?next=` says where one came from, and `?fill=` for which field of the form there
    the row is made. What the form itself is asked for has a hyphen in its name, as no
    field has: `form-check` for errors only, `form-search` for matches only,
    `form-line` for another line, `form-another` for the next empty form.
    """

    message = gettext_lazy("“{}” was saved.")
    submit_title = gettext_lazy("Save")
    success_page = ""
    account_fields = ()
    checks_fields = True

    @property
    def fills_other_form(self):
        return "fill" in self.request.GET

    @property
    def is_sent(self):
        return not {"form-check", "form-line", "form-search"} & set(self.request.POST)

    def get_form_class(self):
        if self.fields is not None and not self.form_class:
            return modelform_factory(self.model, form=ModelForm, fields=self.fields)
        form_class = super().get_form_class()
        if not issubclass(form_class, ModelForm):
            text = f"{form_class.__name__} isn't a pages.forms.ModelForm."
            raise ImproperlyConfigured(text)
        return form_class

    def get_form_kwargs(self):
        kwargs = {**super().get_form_kwargs(), "user": self.request.user}
        if self.fills_other_form:
            # Both forms may be on one page, where no two ids may be the same.
            kwargs["auto_id"] = "added_%s"
        return kwargs

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        form.account_fields = self.account_fields
        for name in self.account_fields:
            setattr(form.instance, name, self.request.user)
        return form

    def get_context_data(self, **kwargs):
        kwargs.setdefault("back", get_return_url(self.request))
        return super().get_context_data(**kwargs)

    def render_to_response(self, context, **kwargs):
        field = self.request.GET.get("form-search", "")
        if widget := context["form"].find_search(field):
            matches = widget.list_matches(self.request.GET.get("text", ""))
            return JsonResponse({"matches": matches})
        return super().render_to_response(context, **kwargs)

    def show_check(self, form):
        """Show what is wrong so far, what a search has found, or another line."""
        if {"form-line", "form-search"} & set(self.request.POST):
            form.clear_errors()
        return self.render_to_response(self.get_context_data(form=form))

    def form_valid(self, form):
        with explain_errors(form):
            self.save(form)
        if form.errors:
            return self.form_invalid(form)
        messages.success(self.request, self.message.format(self.object))
        return HttpResponseRedirect(self.get_success_url())

    def save(self, form):
        self.object = form.save()

    def get_success_url(self):
        if back := get_return_url(self.request):
            field = self.request.GET.get("fill")
            return add_query_parameter(back, field, self.object.pk) if field else back
        if self.success_page:
            return reverse(self.success_page, kwargs={"pk": self.object.pk})
        return super().get_success_url()


class CreateView(SavingMixin, generic.CreateView):
    """A form for a new row; `?name=value` fills in a field."""

    action = "add"
    message = gettext_lazy("“{}” was added.")
    offers_another = True

    def get_initial(self):
        initial = super().get_initial()
        for name, field in self.list_filled_in():
            try:
                initial[name] = field.to_python(self.request.GET[name])
            except ValidationError:
                continue
        return initial

    def list_filled_in(self):
        """The fields that the address fills in, of those that the user can change.

        What a field that can't be changed shows at first is what is saved.
        """
        form_class = self.get_form_class()
        names = form_class.base_fields.keys() & self.request.GET.keys()
        names -= {"next", "fill"}
        fields = form_class(user=self.request.user).fields if names else {}
        found = ((name, fields[name]) for name in names & fields.keys())
        return [(name, field) for name, field in found if not field.disabled]

    def post(self, request, *args, **kwargs):
        self.object = None
        if not self.is_sent:
            return self.show_check(self.get_form())
        self.key = read_request_key(request)
        return self.repeat() or self.handle(self.get_form())

    def repeat(self):
        """The same answer as before, if the same form was sent before."""
        self.object = find_object(self.key, self.model)
        return HttpResponseRedirect(self.get_success_url()) if self.object else None

    def handle(self, form):
        """Do what `form_valid()` does, once for a form, however often it is sent."""
        if not form.is_valid():
            return self.form_invalid(form)
        if not self.key:
            return self.form_valid(form)
        try:
            with transaction.atomic():
                claimed = claim_key(self.key)
                response = self.form_valid(form)
                made = self.object or form.instance
                settle_key(claimed, None if form.errors else made)
        except Repeated:
            return self.form_invalid(form)
        return response

    def form_invalid(self, form):
        # Someone faster may have been the same person.
        return self.repeat() or super().form_invalid(form)

    def get_context_data(self, **kwargs):
        kwargs.setdefault("token", make_token())
        return super().get_context_data(**kwargs)

    def get_success_url(self):
        if "form-another" in self.request.POST:
            return self.request.get_full_path()
        return super().get_success_url()


class UpdateView(SavingMixin, generic.UpdateView):
    action = "change"

    def post(self, request, *args, **kwargs):
        if not self.is_sent:
            self.object = self.get_object()
            return self.show_check(self.get_form())
        # What the form finds in the row is still there when it is written.
        with transaction.atomic():
            return super().post(request, *args, **kwargs)

    def get_object(self, queryset=None):
        row = super().get_object(queryset)
        if self.request.method == "POST" and self.is_sent:
            # It may have changed until nobody else could change it any more.
            lock_rows(self.model, [row.pk])
            row = super().get_object(queryset)
        return row

    def get_form_kwargs(self):
        self.row_before = copy(self.object)
        return super().get_form_kwargs()

    def get_context_data(self, **kwargs):
        if "form" not in kwargs:
            kwargs["form"] = self.get_form()
        # The page shows the row as it is, not as someone is about to change it.
        self.object = self.row_before
        return super().get_context_data(**kwargs)


class DeleteView(RecordMixin, generic.DeleteView):
    action = "delete"
    template_name = "pages/confirm_delete.html"

    def get_context_data(self, **kwargs):
        kwargs.setdefault("summary", self.summarize())
        return super().get_context_data(**kwargs)

    def summarize(self):
        return summarize_deletion(self.object, user=self.request.user)

    def form_valid(self, form):
        name = str(self.object)
        summary = self.summarize()
        if summary.protected:
            return self.form_protected(form)
        try:
            with transaction.atomic():
                lock_rows(self.model, [self.object.pk])
                # Until then it may have changed, and so what one may do with it.
                self.object = self.get_object()
                response = super().form_valid(form)
        except IntegrityError:
            return self.form_protected(form)
        is_final = summary.is_final
        text = _("“{}” was deleted.") if is_final else _("“{}” was put away.")
        messages.success(self.request, text.format(name))
        return response

    def form_protected(self, form):
        # A row stands in the way; the page says which.
        context = self.get_context_data(form=form)
        return self.render_to_response(context, status=409)
