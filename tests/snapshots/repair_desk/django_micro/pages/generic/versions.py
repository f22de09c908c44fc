"""Pages of rows whose versions are kept: what they were, and the way back."""

from django import forms
from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import Http404, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import generic

from records.audit.versions import are_equal, find_version, list_versions
from records.audit.wording import Wording
from records.transitions import is_state
from records.values import GroupedFormatter

from ..forms.models import VERSION
from .page import ReadingMixin, RecordMixin
from .saving import UpdateView

SHOWN = 100


class VersionsView(ReadingMixin, RecordMixin, generic.DetailView):
    """The versions of a row; `?before=` and `?after=` are the numbers of two of them.

    They are told of the fields that the page of a row shows, which `columns` names with
    their titles, and of sensitive ones only to those who may change the row.
    `restore_page` is the name of the address that makes a version the last one.
    """

    template_name = "pages/versions.html"
    columns = {}
    restore_page = ""
    # The policy of the form in whose place a version is restored.
    form_policy = None
    # Whom that form is for.
    form_access = None

    @cached_property
    def versions(self):
        return list(list_versions(self.object))

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        masked = () if context["may_change"] else self.model.sensitive_fields
        titles = {**self.columns}
        # That is what each version is called.
        titles.pop(self.model.version_field, None)
        wording = Wording(self.model, titles, GroupedFormatter(), masked)
        may_restore = self.restore_page and context["may_change"]
        if self.form_access and not self.form_access.lets_in(self.request.user):
            may_restore = False
        policy = self.form_policy
        if policy and policy.is_read_only(self.request.user):
            may_restore = False
        return context | {
            "versions": [
                (each, wording.list_lines(each.entry) if each.entry else [])
                for each in self.versions[:SHOWN]
            ],
            "compared": self.compare(wording),
            "restore_page": self.restore_page if may_restore else "",
            "version_input": VERSION,
        }

    def compare(self, wording):
        """The values of the versions that are asked for, and whether they differ."""
        found = [self.find(self.request.GET.get(name)) for name in ("before", "after")]
        if None in found:
            return None
        before, after = found
        rows = [
            {
                "title": title,
                "before": wording.spell(name, before.values[name]),
                "after": wording.spell(name, after.values[name]),
                "differs": not are_equal(before.values[name], after.values[name]),
            }
            for name, title in wording.titles.items()
            if name in before.values
        ]
        return {"before": before.number, "after": after.number, "rows": rows}

    def find(self, text):
        return next((each for each in self.versions if str(each.number) == text), None)


class RestoreVersionView(UpdateView):
    """Give a row the values of one of its versions, as its form would.

    The form knows what its user may set, and asks all rules; what it lacks stays.
    So does what the page of the row, to which its versions belong, hides from the user.
    The state stays as well: transitions are no way back.
    """

    is_sent = True
    message = gettext_lazy("“{}” was restored.")
    versions_page = ""
    # The policy of the page of the row.
    row_policy = None
    # Whom that page is for.
    row_access = None

    def has_permission(self):
        """Whether the user may also be on the page with the versions."""
        user = self.request.user
        if self.row_access and not self.row_access.lets_in(user):
            return False
        if self.row_policy and self.row_policy.is_read_only(user):
            return False
        return super().has_permission()

    def get_queryset(self):
        rows, policy = super().get_queryset(), self.row_policy
        return policy.narrow(rows, self.request.user) if policy else rows

    def get(self, request, *args, **kwargs):
        # Signing in leads here, or coming back.
        self.object = self.get_object()
        return HttpResponseRedirect(self.get_versions_address())

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "data": QueryDict(mutable=True)}

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        version = find_version(self.object, self.kwargs["number"])
        if version is None:
            raise Http404
        names = [name for name in form.fields if self.is_restored(form, version, name)]
        form.keep_fields([*names, VERSION])
        for name in names:
            text = spell_input(form, name, version.values[name])
            if text is not None:
                form.data[form.add_prefix(name)] = text
        form.data[VERSION] = self.request.POST.get(VERSION, "")
        return form

    def is_restored(self, form, version, name):
        field = form.fields[name]
        is_kept = field.disabled or isinstance(field, forms.FileField)
        if self.row_policy and self.row_policy.omits(self.request.user, name):
            is_kept = True
        is_kept = is_kept or is_state(form.instance, name)
        return name in version.values and not is_kept

    def form_invalid(self, form):
        if form.has_error(NON_FIELD_ERRORS, "outdated"):
            # The page shows what has changed; there is nothing to save again.
            texts = [_("Meanwhile somebody else has changed this.")]
        else:
            texts = [
                f"{form.fields[n].label}: {text}" if n in form.model_fields else text
                for n, texts in form.errors.items()
                for text in texts
            ]
        messages.error(self.request, " ".join(texts))
        return HttpResponseRedirect(self.get_versions_address())

    def get_versions_address(self):
        return reverse(self.versions_page, kwargs={"pk": self.object.pk})


def spell_input(form, name, value):
    """Spell a value as the input of a form would send it; None if that is nothing."""
    field, model_field = form.fields[name], form.model_fields[name]
    if model_field.is_relation:
        value = value["key"] if value else None
    elif value is not None:
        value = model_field.to_python(value)
    if isinstance(field.widget, forms.CheckboxInput):
        return "on" if value else None
    text = field.widget.format_value(field.prepare_value(value))
    text = text[0] if isinstance(text, list) and text else text
    return "" if text in (None, []) else text
