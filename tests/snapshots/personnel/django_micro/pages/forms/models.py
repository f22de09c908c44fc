"""Forms that write rows, all of which are written here."""

from contextlib import contextmanager

from django import forms
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, connection, models, transaction
from django.db.models.signals import pre_save
from django.utils.translation import gettext as _

from ..permissions import list_closed, may
from ..policies import give_to_tenant
from ..querysets import restrict
from ..transitions import StatefulModel, offer_states
from .errors import PlacedErrorsMixin
from .shape import BootstrapMixin

# Those that set no field.
PLAIN_SAVES = {models.Model.save, AbstractBaseUser.save, StatefulModel.save}


class ModelForm(PlacedErrorsMixin, BootstrapMixin, forms.ModelForm):
    """A form that makes a row, or writes what was changed of one and nothing else.

    It has beside its fields what they were when someone opened it. So what another
    person has changed meanwhile stays, and whoever changes the same field is told.
    """

    # What is set to whoever sends it.
    account_fields = ()

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        self.tenant_field = give_to_tenant(self.instance, user)
        self.fields.pop(self.tenant_field, None)
        self.before = dict(vars(self.instance))
        offer_states(self, user)
        self.closed = list_closed(user, self.instance) & self.fields.keys()
        for name in self.closed:
            self.fields[name].widget.attrs["readonly"] = True
        self.references = {
            name: reference
            if may(user, "add", self.fields[name].queryset.model)
            else reference._replace(add="")
            for name, reference in self.references.items()
            if name in self.fields
        }
        for name, field in self.fields.items():
            if isinstance(field, forms.ModelChoiceField):
                field.queryset = self.list_targets(name, field.queryset, user)
            if self.is_update and not isinstance(field, forms.FileField):
                # A program may send no more than values, which replace what is there.
                field.show_hidden_initial = not field.disabled and (
                    not self.is_bound or self.add_initial_prefix(name) in self.data
                )

    def _post_clean(self):
        super()._post_clean()
        refuse_forbidden_row(self, self.user)

    def _get_validation_exclusions(self):
        # What is unique within a tenant is looked up there.
        return super()._get_validation_exclusions() - {self.tenant_field}

    @property
    def is_update(self):
        return not self.instance._state.adding

    def list_targets(self, name, rows, user):
        """The rows that a reference may have: those that a user may see, and its own.

        Without its own, a form that changes something else would take it away.
        """
        visible = restrict(rows, user)
        if visible is rows or not self.is_update:
            return visible
        kept = self.fields[name].prepare_value(self.initial.get(name))
        kept = kept if isinstance(kept, (list, tuple)) else [kept]
        return rows.filter(
            models.Q(pk__in=visible.order_by().values("pk")) | models.Q(pk__in=kept)
        )

    def keep_fields(self, names):
        """Take all fields away but some, where there is no room for more."""
        for name in set(self.fields) - set(names):
            del self.fields[name]
        self.fieldsets = ()

    def clean(self):
        cleaned = super().clean()
        for name in self.closed.intersection(self.changed_data):
            self.add_error(name, _("This can’t be changed."))
        if self.is_update:
            for name in self.find_conflicts():
                self.report_conflict(name)
            for name in self.cleaned_data.keys() - set(self.changed_data):
                self.cleaned_data[name] = getattr(self.instance, name)
        return cleaned

    def find_conflicts(self):
        """The fields that were changed here and, to something else, by someone else."""
        for name in self.changed_data:
            bound = self[name]
            if bound.field.show_hidden_initial:
                shown = self.data[self.add_initial_prefix(name)]
                if bound.is_changed_from(shown) and bound.is_changed_from(bound.data):
                    yield name

    def report_conflict(self, name):
        field, now = self[name].field, self[name].initial
        text = field.prepare_value(now)
        # What is sent next has been told.
        self.data = self.data.copy()
        self.data[self.add_initial_prefix(name)] = "" if text is None else str(text)
        words = {"value": self.name_value(name)}
        message = _(
            "Meanwhile this was changed to “%(value)s”. Save again to replace that."
        )
        self.add_error(name, ValidationError(message, "conflict", words))

    def name_value(self, name):
        """What people call the value that a row has."""
        label = getattr(self.instance, f"get_{name}_display", None)
        value = label() if label else getattr(self.instance, name)
        return "–" if value in (None, "") else value

    def save(self, commit=True):
        if not (commit and self.is_update):
            return super().save(commit)
        if changed := self.list_changed():
            self.instance.save(update_fields=None if self.is_watched() else changed)
        self._save_m2m()
        return self.instance

    def list_changed(self):
        """The fields to write: those that differ from what they were, if any do.

        Those that are set whenever a row is written are among them then.
        """
        now, fields = vars(self.instance), self.instance._meta.concrete_fields
        changed = {
            field.name
            for field in fields
            if field.name in self.changed_data
            or now.get(field.attname) != self.before.get(field.attname)
        }
        always = {f.name for f in fields if getattr(f, "auto_now", False)}
        always.update(self.account_fields)
        return changed | always if changed - always else set()

    def is_watched(self):
        """Whether the model or a receiver may set more while the row is written."""
        model = self.instance._meta.model
        return model.save not in PLAIN_SAVES or pre_save.has_listeners(model)


def refuse_forbidden_row(form, user):
    """Let a form say that its user may not make the row that it would make."""
    row = form.instance
    if row._state.adding and not form.errors and not may(user, "add", type(row), row):
        form.add_error(None, _("You may not add this."))


@contextmanager
def explain_errors(form):
    """Let a form say what a database refuses; what was written is taken back."""
    try:
        with transaction.atomic():
            yield
            if connection.vendor == "postgresql":
                # It looks at references when a transaction ends: too late for a form.
                connection.check_constraints()
    except (DataError, IntegrityError) as error:
        form.add_error(None, describe_refusal(error))


def describe_refusal(error):
    """Return what people are told of an error of the database."""
    if isinstance(error, DataError):
        return _("This is more than can be kept.")
    # What forms can't see: fields that they don't have, or someone faster.
    return _("This clashes with something that is there already.")
