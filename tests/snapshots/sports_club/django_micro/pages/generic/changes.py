"""What is changed from a list: a value of a row, many rows at once, a new row."""

from urllib.parse import urlsplit

from django.contrib import messages
from django.core.exceptions import (
    ImproperlyConfigured,
    PermissionDenied,
    ValidationError,
)
from django.db import IntegrityError, models, transaction
from django.forms import modelform_factory
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import classonlymethod
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views import generic

from records.computed import leave_out_computed
from records.deletion import summarize_deletion
from records.keys import read_key
from records.permissions import may
from records.querysets import lock_rows, restrict
from records.transitions import is_state, list_open_states

from ..forms import ModelForm, explain_errors
from .page import RecordMixin
from .saving import CreateView, UpdateView


class ListedMixin:
    """A page that changes rows of a list: those of `list_view`, and no others."""

    list_view = None
    # Arguments of the address that aren't the list's.
    row_kwargs = ()

    @property
    def model(self):
        return self.listing.model

    @classonlymethod
    def as_view(cls, **initkwargs):
        list_view = initkwargs.get("list_view", cls.list_view)
        if list_view and not list_view.url_name:
            text = f"{list_view.__name__} needs a url_name, for the way back to it."
            raise ImproperlyConfigured(text)
        return super().as_view(**initkwargs)

    @cached_property
    def listing(self):
        """The list, with those arguments of the address that it has itself.

        It asks for the right to do what is done here, which needs no right to look.
        """
        own = {k: v for k, v in self.kwargs.items() if k not in self.row_kwargs}
        view = self.list_view(action=self.action)
        view.setup(self.request, *self.args, **own)
        return view

    def dispatch(self, request, *args, **kwargs):
        """Let the list handle the request as it would its own, with this page's answer.

        So whatever keeps somebody from the list, a `test_func()`, a mixin or a
        `dispatch()`, keeps from what is changed there as well.
        """
        handle = super().dispatch

        def answer(*_args, **_kwargs):
            self.listing.object_list = self.listing.get_queryset()
            return handle(request, *args, **kwargs)

        method = request.method.lower()
        self.listing.http_method_names = [method]
        setattr(self.listing, method, answer)
        return self.listing.dispatch(request, *self.listing.args, **self.listing.kwargs)

    def has_permission(self):
        return not self.listing.is_read_only and super().has_permission()

    def get_queryset(self):
        return leave_out_computed(self.listing.object_list)

    def get_edit_form_class(self):
        fields = self.listing.edit_fields
        return self.list_view.edit_form or modelform_factory(
            self.model, form=ModelForm, fields=fields
        )

    @cached_property
    def query(self):
        """What the list was asked for when someone left it, as in its address.

        This page's address may say so; a single value's doesn't, of which a list has
        many, and then the browser says where one came from.
        """
        if self.request.GET:
            page = self.listing.page_kwarg
            return self.listing.link(**{page: self.request.GET.get(page)}).rstrip("?")
        origin = urlsplit(self.request.headers.get("Referer", ""))
        is_list = origin.path == self.address
        return f"?{origin.query}" if is_list and origin.query else ""

    @cached_property
    def address(self):
        name, match = self.list_view.url_name, self.request.resolver_match
        is_below = match and match.view_name.startswith(f"{name}_")
        return reverse(name, kwargs=self.listing.kwargs if is_below else {})

    def get_list_address(self):
        return self.address + self.query

    def get_success_url(self):
        return self.get_list_address()


class ValueUpdateView(ListedMixin, UpdateView):
    """A form for one of the list's `edit_fields` of a row."""

    row_kwargs = ("pk", "field")
    template_name = "pages/change_value.html"
    checks_fields = False

    def get_queryset(self):
        # A list may have rows that can't be read.
        return restrict(super().get_queryset(), self.request.user, "read")

    def get_form_class(self):
        return self.get_edit_form_class()

    def get_form(self, form_class=None):
        name = self.kwargs["field"]
        if name not in self.listing.edit_fields:
            raise Http404(name)
        form = super().get_form(form_class)
        form.keep_fields([name])
        return form

    def form_invalid(self, form):
        # Where there are scripts the form stands in the list, which has no room.
        errors = (e for errors in form.errors.as_data().values() for e in errors)
        texts = [text for error in errors for text in explain(error)]
        messages.error(self.request, " ".join(texts))
        return redirect(self.get_success_url())


def explain(error):
    """What is wrong with a value in a list, where nothing is there to save again."""
    if error.code == "conflict":
        return [_("Meanwhile this was changed to “%(value)s”.") % error.params]
    return error.messages


class QuickAddView(ListedMixin, CreateView):
    """The form above a list, on a page of its own where it has to be sent again."""

    template_name = "pages/quick_add.html"
    offers_another = False
    checks_fields = False

    def get_success_url(self):
        # For the next one.
        return f"{self.address}{self.listing.link(panel='add')}"

    def get_form(self, form_class=None):
        data = self.request.POST if self.request.method == "POST" else self.typed
        form = self.listing.make_add_form(data)
        if not form:
            raise Http404
        return form


class ManyRowsView(ListedMixin, RecordMixin, generic.TemplateView):
    """A page about the rows that were ticked in a list; `confirmed` comes from it."""

    def get(self, request, *args, **kwargs):
        # Signing in leads here, without what had been ticked.
        return redirect(self.get_success_url())

    def post(self, request, *args, **kwargs):
        rows = self.find_rows(request.POST.getlist("row"))
        if not rows:
            messages.warning(request, _("Nothing was selected."))
            return redirect(self.get_success_url())
        user = request.user
        if not all(may(user, self.action, self.model, row) for row in rows):
            raise PermissionDenied
        return self.handle(rows, is_confirmed="confirmed" in request.POST)

    def lock(self, rows):
        """The rows as they are once nobody else can change them any more."""
        keys = [row.pk for row in rows]
        lock_rows(self.model, keys)
        found = list(self.get_queryset().filter(pk__in=keys))
        if not all(may(self.request.user, self.action, self.model, r) for r in found):
            raise PermissionDenied
        return found

    def find_rows(self, keys):
        """The rows with the keys; what is no key of any row is left out."""
        field = self.model._meta.pk
        known = [key for text in keys if (key := read_key(field, text)) is not None]
        return list(self.get_queryset().filter(pk__in=known)) if known else []


class BulkUpdateView(ManyRowsView):
    """Give the ticked rows other values for some of the list's `edit_fields`."""

    action = "change"
    template_name = "pages/change_rows.html"

    def handle(self, rows, is_confirmed):
        # A value has a sign before it, so that none reads like nothing.
        chosen = {n: self.request.POST.get(f"change-{n}", "") for n in self.editable}
        wanted = {name: text[1:] for name, text in chosen.items() if text[:1] == "="}
        if not (is_confirmed and wanted):
            fields = [
                {"name": name, "title": title, "options": self.offer(field, rows)}
                for name, (field, title) in self.editable.items()
            ]
            context = self.get_context_data(rows=rows, fields=fields)
            return self.render_to_response(context)
        try:
            with transaction.atomic():
                for row in self.lock(rows):
                    self.change(row, wanted)
        except ValidationError as error:
            messages.error(self.request, " ".join(error.messages))
        else:
            text = ngettext("%d row was saved.", "%d rows were saved.", len(rows))
            messages.success(self.request, text % len(rows))
        return redirect(self.get_success_url())

    @cached_property
    def editable(self):
        """Name → field and title of what can be changed."""
        columns = self.listing.columns
        return {
            name: (self.model._meta.get_field(name), columns[name])
            for name in self.listing.edit_fields
        }

    def offer(self, field, rows):
        """The values to choose from; of states, those that all of the rows may have."""
        options = list_values(field)
        if not is_state(self.model, field.name):
            return options
        found = [list_open_states(row, self.request.user) for row in rows]
        return [each for each in options if all(each[0] in states for states in found)]

    def change(self, row, values):
        """Give a row other values, unless a rule forbids them."""
        form_class = self.get_edit_form_class()
        form = form_class(values, instance=row, user=self.request.user)
        form.keep_fields(values)
        if form.is_valid():
            with explain_errors(form):
                form.save()
        if form.errors:
            raise ValidationError([t for texts in form.errors.values() for t in texts])


class BulkDeleteView(ManyRowsView):
    """Delete the ticked rows, once that has been confirmed."""

    action = "delete"
    template_name = "pages/confirm_delete_rows.html"

    def handle(self, rows, is_confirmed):
        summary = summarize_deletion(*rows, user=self.request.user)
        if is_confirmed and not summary.protected:
            if self.delete(rows):
                return self.succeed(rows, summary)
            # Something has begun to need one of them.
            summary = summarize_deletion(*rows, user=self.request.user)
        context = self.get_context_data(rows=rows, summary=summary)
        return self.render_to_response(context, status=409 if is_confirmed else 200)

    def delete(self, rows):
        """Delete the rows, unless something has begun to need one of them."""
        try:
            with transaction.atomic():
                for row in self.lock(rows):
                    row.delete()
        except IntegrityError:
            return False
        return True

    def succeed(self, rows, summary):
        text = ngettext("%d row was deleted.", "%d rows were deleted.", len(rows))
        if not summary.is_final:
            text = ngettext("%d row was put away.", "%d rows were put away.", len(rows))
        messages.success(self.request, text % len(rows))
        return redirect(self.get_success_url())


def list_values(field):
    """The values that can be chosen, as a form sends them, with what people read."""
    if isinstance(field, models.BooleanField):
        return [("true", _("Yes")), ("false", _("No"))]
    found = [(value, label) for value, label in field.flatchoices if value]
    return [("", "–"), *found] if field.blank else found
