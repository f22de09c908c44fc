"""A page that takes rows from a file: chosen, previewed, confirmed."""

import csv
from collections import Counter

from django import forms as django_forms
from django.contrib import messages
from django.core import signing
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.defaultfilters import filesizeformat
from django.utils.functional import cached_property
from django.utils.http import content_disposition_header
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views import generic

from records.values import SpreadsheetFormatter, name_file

from ..csv_files import MOST_LINES, decode
from ..csv_import import Importer
from ..csv_values import describe
from ..forms import Form
from ..idempotency import Repeated, claim_key, make_key, make_token
from .changes import ListedMixin
from .page import RecordMixin

LARGEST = 1024 * 1024  # bytes of a file
SHOWN = 100  # rows of a preview
FRESH = 60 * 60  # seconds that a preview can be confirmed


class UploadForm(Form):
    file = django_forms.FileField(
        label=gettext_lazy("CSV file"),
        widget=django_forms.FileInput(attrs={"accept": ".csv,.txt,text/csv"}),
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            text = _("This file is larger than %(limit)s. Split it into several.")
            raise ValidationError(text % {"limit": filesizeformat(LARGEST)})
        return decode(file.read())


class ImportView(ListedMixin, RecordMixin, generic.TemplateView):
    """Rows from a CSV file, by the form that makes one; `list_view` shows them.

    What can be changed of rows that are there already, `edit_form_class` says.
    Nothing is kept between the preview and its confirmation: the file's text comes back
    with the form, signed for whoever saw the preview.
    """

    action = "add"
    template_name = "pages/import.html"
    form_class = None
    edit_form_class = None
    account_fields = ()
    masked = ()
    joins = {}

    @cached_property
    def importer(self):
        return Importer(
            self.form_class,
            self.edit_form_class,
            self.get_queryset(),
            self.request.user,
            self.listing.columns,
            {*self.masked, *self.listing.masked},
            self.joins,
        )

    @property
    def salt(self):
        return f"import preview {self.model._meta.label} {self.request.user.pk}"

    def get(self, request, *args, **kwargs):
        if "template" in request.GET:
            return self.send_template()
        return self.show(UploadForm())

    def post(self, request, *args, **kwargs):
        if "content" in request.POST:
            return self.confirm(request.POST["content"])
        form = UploadForm(request.POST, request.FILES)
        if form.is_valid():
            text = form.cleaned_data["file"]
            try:
                self.importer.read(text)
            except ValidationError as error:
                form.add_error("file", error)
            else:
                return self.preview(text, self.importer.run(self.prepare, save=False))
        return self.show(form)

    def show(self, form):
        columns = [
            (self.importer.get_title(name), describe(field), field.required)
            for name, field in self.importer.fields.items()
        ]
        limits = {"size": filesizeformat(LARGEST), "rows": MOST_LINES}
        context = self.get_context_data(form=form, columns=columns, limits=limits)
        return self.render_to_response(context)

    def get_context_data(self, **kwargs):
        title = capfirst(self.model._meta.verbose_name_plural)
        return super().get_context_data(title=title, **kwargs)

    def send_template(self):
        """A file with nothing but titles, as a spreadsheet opens it."""
        formatter = SpreadsheetFormatter()
        name = name_file(self.get_context_data()["title"], "csv")
        response = HttpResponse(
            formatter.start,
            content_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": content_disposition_header(True, name)},
        )
        titles = map(self.importer.get_title, self.importer.fields)
        csv.writer(response, delimiter=formatter.delimiter).writerow(
            map(formatter.format_text, titles)
        )
        return response

    def preview(self, text, outcomes, status=200):
        counts = Counter(each.kind for each in outcomes)
        wrong = [each for each in outcomes if each.kind == "wrong"]
        changing = [each for each in outcomes if each.kind in ("new", "changed")]
        shown = (wrong or changing)[:SHOWN]
        context = self.get_context_data(
            counts={kind: counts[kind] for kind in ("new", "changed", "same", "wrong")},
            ignored=self.importer.table.ignored,
            outcomes=shown,
            more=len(wrong or changing) - len(shown),
            content=signing.dumps([make_token(), text], salt=self.salt, compress=True),
            is_ready=bool(changing) and not wrong,
        )
        return self.response_class(
            self.request, "pages/import_preview.html", context, status=status
        )

    def confirm(self, content):
        try:
            token, text = signing.loads(content, salt=self.salt, max_age=FRESH)
            outcomes = self.write(text, make_key(self.request, token))
        except (signing.BadSignature, ValidationError):
            messages.warning(
                self.request, _("This preview is too old. Choose the file again.")
            )
            return redirect(self.request.path)
        except Repeated:
            messages.info(self.request, _("These rows have been imported already."))
            return redirect(self.get_success_url())
        if any(each.kind == "wrong" for each in outcomes):
            # Something has changed since the preview; nothing was saved.
            return self.preview(text, outcomes, status=409)
        messages.success(self.request, describe_success(outcomes))
        return redirect(self.get_success_url())

    def write(self, text, key):
        """Write all lines once, if all of them are right."""
        with transaction.atomic():
            claim_key(key)
            self.importer.read(text, lock=True)
            outcomes = self.importer.run(self.prepare, save=True)
            if any(each.kind == "wrong" for each in outcomes):
                transaction.set_rollback(True)
        return outcomes

    def prepare(self, form):
        for name in self.account_fields:
            setattr(form.instance, name, self.request.user)


def describe_success(outcomes):
    counts = Counter(each.kind for each in outcomes)
    new, changed = counts["new"], counts["changed"]
    added = ngettext("%(count)s row added", "%(count)s rows added", new)
    altered = ngettext("%(count)s row changed", "%(count)s rows changed", changed)
    return f"{added % {'count': new}}, {altered % {'count': changed}}."
