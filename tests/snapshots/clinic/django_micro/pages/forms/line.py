"""A line of a form: what it asks for, and how it is written or removed."""

from django.utils.translation import gettext as _

from records.deletion import summarize_deletion

from .references import ReferenceSelect


class Line:
    """A row in a line of its own, or the inputs for a new one."""

    def __init__(self, lines, number, row=None, *, is_bound=False):
        self.lines, self.number, self.row = lines, number, row
        self.is_bound = is_bound
        self.prefix = f"{lines.name}-{number}"
        self.key = "" if row is None else str(row.pk)
        self.form = self.make_form()
        if self.is_dropped:
            # It doesn't matter what stands in it.
            self.form.errors.clear()

    def make_form(self):
        lines, is_new, outer = self.lines, self.row is None, self.lines.form
        if not is_new:
            setattr(self.row, lines.way, lines.owner)
        form = lines.inline.form_class(
            outer.data if self.is_bound else None,
            outer.files if self.is_bound else None,
            auto_id=outer.auto_id,
            prefix=self.prefix,
            instance=lines.make_row() if is_new else self.row,
            user=lines.user,
            # Lines that nobody fills in are no rows.
            empty_permitted=is_new,
            use_required_attribute=not is_new,
        )
        form.way, form.awaits_owner = lines.way, True
        # The page begins with the inputs of its own row.
        form.focus_name = ""
        form.references = {k: r._replace(add="") for k, r in form.references.items()}
        form.fields.pop(lines.way, None)
        for field in form.fields.values():
            if isinstance(field.widget, ReferenceSelect):
                field.widget.shared = lines.shared
        form.leave_out([name for name in form.fields if lines.hides(name)])
        if not is_new:
            is_closed = self.row.pk not in lines.changeable
            for name in form.fields if is_closed else lines.inline.fixed:
                if name in form.fields:
                    form.fields[name].disabled = True
                    form.fields[name].show_hidden_initial = False
        return form

    @property
    def fields(self):
        return self.form.visible_fields()

    @property
    def id(self):
        """That of the box to tick for its removal."""
        return self.form.auto_id % f"{self.prefix}-form-remove"

    @property
    def is_removable(self):
        return self.row is None or self.row.pk in self.lines.removable

    @property
    def is_offered_for_removal(self):
        # Of the only line, nothing more than its inputs is there before it is saved.
        return self.is_removable and bool(self.row or not self.lines.is_single)

    @property
    def is_marked(self):
        return self.is_bound and f"{self.prefix}-form-remove" in self.lines.form.data

    @property
    def is_dropped(self):
        return self.is_marked and self.is_removable

    @property
    def is_removed(self):
        return self.is_dropped and self.row is not None

    @property
    def is_written(self):
        return self.is_bound and not self.is_dropped and self.form.has_changed()

    def remove(self):
        summary = summarize_deletion(self.row, user=self.lines.user)
        if summary.protected or summary.deleted or summary.nullified:
            text = _("Others refer to this. Its own page says what is to be done.")
            self.form.add_error(None, text)
        else:
            self.row.delete()

    def write(self):
        form, inline = self.form, self.lines.inline
        form.account_fields = inline.made_by if self.row is None else inline.changed_by
        for name in form.account_fields:
            setattr(form.instance, name, self.lines.user)
        # Its key is known only now.
        setattr(form.instance, self.lines.way, self.lines.owner)
        form.awaits_owner = False
        form.full_clean()
        if not form.errors:
            form.save()
