"""What can be changed in a list: a value of a row, many rows at once, a new row."""

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.shortcuts import redirect, render
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..deletion import foresee_deletion
from ..keys import read_key


class ChangesMixin:
    """A list that takes changes, in the form around its rows.

    A `set` names a field and a row, such as `status:7`, and `value` is what it becomes;
    a mark says all of it, as in `done:true:7`. A `do` is for the rows that are ticked.
    `edit_fields` can be changed; `add_form` has the `add_fields` that a new row needs.
    """

    edit_fields = ()
    add_form = None
    add_fields = ()
    account_fields = ()

    def post(self, request, *args, **kwargs):
        if not self.may_change:
            return redirect_to_login(request.get_full_path())
        if "add" in request.POST:
            return self.add_row()
        if "set" in request.POST:
            return self.change_row(request.POST["set"])
        rows = self.find_rows(request.POST.getlist("row"))
        if not rows:
            messages.warning(request, _("Nothing was selected."))
        elif request.POST.get("do") == "delete":
            return self.delete_rows(rows)
        elif request.POST.get("do") == "change":
            return self.change_together(rows)
        return self.go_back()

    def change_row(self, text):
        name, _sign, key = text.partition(":")
        value = self.request.POST.get("value", "")
        if isinstance(self.editable.get(name), models.BooleanField):
            value, _sign, key = key.partition(":")
        return self.change_rows({name: value}, self.find_rows([key]))

    def change_together(self, rows):
        """Change many rows to what was chosen for some of their fields, once it was."""
        # A value has a sign before it, so that none reads like "keep".
        chosen = {name: self.request.POST.get(name, "keep") for name in self.editable}
        wanted = {name: text[1:] for name, text in chosen.items() if text[:1] == "="}
        if "sure" in self.request.POST and wanted:
            return self.change_rows(wanted, rows)
        fields = [
            {"name": name, "title": self.columns[name], "options": list_values(field)}
            for name, field in self.editable.items()
        ]
        context = {"rows": rows, "fields": fields, "back": self.link()}
        return render(self.request, "pages/change_rows.html", context)

    def find_rows(self, keys):
        """The rows with the keys; what is no key of any row is left out."""
        field = self.model._meta.pk
        known = [key for text in keys if (key := read_key(field, text)) is not None]
        return list(self.plain_rows.filter(pk__in=known)) if known else []

    def go_back(self):
        page = self.request.GET.get("page")
        panel = "add" if "add" in self.request.POST else None
        return redirect(self.request.path + self.link(page=page, panel=panel))

    def change_rows(self, wanted, rows):
        """Give fields of the rows other values, which have to suit them."""
        if not wanted.keys() <= self.editable.keys():
            return self.go_back()
        try:
            values = {
                name: read_value(self.editable[name], text)
                for name, text in wanted.items()
            }
            with transaction.atomic():
                for row in rows:
                    save_values(row, values)
        except (ValidationError, IntegrityError) as error:
            texts = getattr(error, "messages", [_("This clashes with something else.")])
            messages.error(self.request, " ".join(texts))
        else:
            self.tell_changed(rows)
        return self.go_back()

    def tell_changed(self, rows):
        if not rows:
            messages.warning(self.request, _("It isn’t there any more."))
        elif len(rows) == 1:
            messages.success(self.request, _("“%s” was saved.") % rows[0])
        else:
            text = ngettext("%d row was saved.", "%d rows were saved.", len(rows))
            messages.success(self.request, text % len(rows))

    def delete_rows(self, rows):
        """Delete the rows once that has been confirmed."""
        is_sure = "sure" in self.request.POST
        if is_sure and not foresee_deletion(*rows).obstacles and remove_rows(rows):
            text = ngettext("%d row was deleted.", "%d rows were deleted.", len(rows))
            messages.success(self.request, text % len(rows))
            return self.go_back()
        context = {
            "rows": rows,
            "forecast": foresee_deletion(*rows),
            "back": self.link(),
        }
        status = 409 if is_sure else 200
        page = "pages/confirm_delete_rows.html"
        return render(self.request, page, context, status=status)

    def add_row(self):
        form = self.make_add_form(self.request.POST)
        if form and form.is_valid():
            try:
                with transaction.atomic():
                    row = form.save()
            except IntegrityError:
                text = _("This clashes with something that is there already.")
                form.add_error(None, text)
            else:
                messages.success(self.request, _("“%s” was added.") % row)
                return self.go_back()
        self.object_list = self.get_queryset()
        context = self.get_context_data(quick_form=form, panel="add")
        return self.render_to_response(context)

    def make_add_form(self, data=None):
        """The form that adds a row with no more than what has to be there."""
        if not self.add_form:
            return None
        form = self.add_form(data, prefix="quick")
        for name in set(form.fields) - set(self.add_fields):
            del form.fields[name]
        form.fieldsets = ()
        for name in self.account_fields:
            setattr(form.instance, name, self.request.user)
        return form

    @cached_property
    def editable(self):
        fields = map(self.model._meta.get_field, self.edit_fields)
        return {field.name: field for field in fields}

    def get_context_data(self, **kwargs):
        asked = "" if "close" in self.request.GET else self.request.GET.get("panel", "")
        panel, _sign, key = asked.partition(":")
        context = {"panel": panel}
        if self.may_change:
            if panel == "add":
                context["quick_form"] = self.make_add_form()
            if panel in self.editable and (rows := self.find_rows([key])):
                context["chosen"] = self.describe_choice(self.editable[panel], rows[0])
        return super().get_context_data(**context | kwargs)

    def describe_choice(self, field, row):
        return {
            "field": field,
            "row": row,
            "title": self.columns[field.name],
            "value": getattr(row, field.name),
            "options": list_values(field),
        }


def read_value(field, text):
    if isinstance(field, models.BooleanField):
        text = text == "true"
    return field.clean(text, None)


def remove_rows(rows):
    """Delete the rows, unless something has begun to need one of them."""
    try:
        with transaction.atomic():
            for row in rows:
                row.delete()
    except IntegrityError:
        return False
    return True


def save_values(row, values):
    """Save a row with other values, unless a rule forbids them."""
    for name, value in values.items():
        setattr(row, name, value)
    others = {field.name for field in row._meta.fields} - set(values)
    row.clean_fields(exclude=others)
    row.clean()
    row.validate_constraints()
    # Others may have changed the rest of the row in the meantime.
    moments = {
        each.name for each in row._meta.fields if getattr(each, "auto_now", False)
    }
    row.save(update_fields={*values, *moments})


def list_values(field):
    """The values that can be chosen, as a form sends them, with what people read."""
    if isinstance(field, models.BooleanField):
        return [("true", _("Yes")), ("false", _("No"))]
    found = [(value, label) for value, label in field.flatchoices if value]
    return [("", "–"), *found] if field.blank else found
