"""Forms that write rows, all of which are written here."""

from contextlib import contextmanager
from copy import copy

from django import forms
% if gives_roles and role_attribute:
from django.contrib.auth import get_user_model
% endif
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, connection, models, transaction
from django.db.models.signals import pre_save
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

% if has_asking_invariants:
from records.actors import act_for
% endif
% if has_audit:
from records.audit.records import AuditedModel
% endif
% if hides_values:
from records.hidden_values import narrow_search
% endif
% if has_closed_forms:
from records.page_policies import is_closed_to
% endif
% if has_public_forms:
from records.permissions import is_allowed, list_closed, may
% else:
from records.permissions import list_closed, may
% endif
% if has_tenants:
from records.policies import give_to_tenant
% endif
from records.querysets import restrict
from records.refusals import describe_refusal
% if has_soft_deletion:
from records.soft_deletion import SoftDeletableModel
% endif
% if has_transitions:
from records.transitions import StatefulModel, find_actor, offer_states
% endif
% if has_versions:
from records.versions import VersionedModel, find_version_field
% endif

% if gives_roles and role_attribute:
from ..accounts.giving_roles import refuse_role
% endif
% if has_page_access:
from ..page_access import is_for
% endif
from .errors import PlacedErrorsMixin
% if has_inlines:
from .inlines import InlinesMixin, LinesRefused
% endif
% if has_links:
from .links import LinksMixin
% endif
from .shape import BootstrapMixin
from .widgets import MultipleHiddenInput

# Those of fields that keep their value, but for what is `auto_now`.
PLAIN_FIELDS = (
    models.Field,
    models.DateField,
    models.DateTimeField,
    models.TimeField,
    models.FileField,
)
PLAIN_PRE_SAVES = {kind.pre_save for kind in PLAIN_FIELDS}

# Those that set no field.
PLAIN_SAVES = {models.Model.save, AbstractBaseUser.save}
% if has_audit:
PLAIN_SAVES.add(AuditedModel.save)
% endif
% if has_soft_deletion:
PLAIN_SAVES.add(SoftDeletableModel.save)
% endif
% if has_transitions:
PLAIN_SAVES.add(StatefulModel.save)
% endif
% if has_versions:
PLAIN_SAVES.add(VersionedModel.save)

# What a form is called that says of which version of a row it is.
VERSION = "form-version"
% endif


% if has_inlines and has_links:
class ModelForm(
    InlinesMixin, LinksMixin, PlacedErrorsMixin, BootstrapMixin, forms.ModelForm
):
% elif has_inlines:
class ModelForm(InlinesMixin, PlacedErrorsMixin, BootstrapMixin, forms.ModelForm):
% elif has_links:
class ModelForm(LinksMixin, PlacedErrorsMixin, BootstrapMixin, forms.ModelForm):
% else:
class ModelForm(PlacedErrorsMixin, BootstrapMixin, forms.ModelForm):
% endif
    """A form that makes a row, or writes what was changed of one and nothing else.

    It has beside its fields what they were when someone opened it. So what another
    person has changed meanwhile stays, and whoever changes the same field is told.
    """

    # What is set to whoever sends it.
    account_fields = ()
% if has_public_forms:
    # Whether somebody sends it from a public page who isn't signed in.
    is_public = False
% endif

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
% if has_policies or gives_roles or has_inlines:
        self.user = user
% endif
% if has_tenants:
        self.tenant_field = give_to_tenant(self.instance, user)
        self.fields.pop(self.tenant_field, None)
% endif
        self.before = dict(vars(self.instance))
% if has_asking_invariants:
        act_for(user, self.instance)
% endif
% if has_transitions:
        offer_states(self, user)
% endif
        self.closed = list_closed(user, self.instance) & self.fields.keys()
        # What an address asks a form to begin with is no value of the row.
        self.initial |= forms.model_to_dict(self.instance, self.closed)
        for name in self.closed:
            self.fields[name].disabled = True
        self.references = {
            name: reference
            if may(user, "add", self.fields[name].queryset.model)
% if has_page_access:
            and is_for(user, reference.add)
% endif
% if has_closed_forms:
            and not is_closed_to(reference.add, user)
% endif
            else reference._replace(add="")
            for name, reference in self.references.items()
            if name in self.fields
        }
        for name, field in self.fields.items():
            if isinstance(field, forms.ModelChoiceField):
                field.queryset = self.list_targets(name, field.queryset, user)
% if hides_values:
                narrow_search(field, user)
% endif
            if isinstance(field, forms.ModelMultipleChoiceField):
                field.hidden_widget = MultipleHiddenInput
            if self.is_update and not isinstance(field, forms.FileField):
                # A program may send no more than values, which replace what is there.
                field.show_hidden_initial = not field.disabled and (
                    not self.is_bound or self.add_initial_prefix(name) in self.data
                )
% if has_links:
        self.hide_links()
% endif
% if has_versions:
        if self.is_update and find_version_field(self.instance):
            widget = forms.HiddenInput
            self.fields[VERSION] = forms.IntegerField(required=False, widget=widget)
            self.initial[VERSION] = self.read_version()
% endif

% if has_policies or has_inlines:
    def _post_clean(self):
% if has_inlines:
        if self.awaits_owner:
            return
% endif
        super()._post_clean()
% if has_policies:
        refuse_forbidden_row(self, self.user)
% endif

% endif
% if has_tenants:
    def _get_validation_exclusions(self):
        # What is unique within a tenant is looked up there.
        return super()._get_validation_exclusions() - {self.tenant_field}

% endif
    @property
    def is_update(self):
        return not self.instance._state.adding

    def list_targets(self, name, rows, user):
        """The rows that a reference may have: those that a user may see, and its own.

        Without its own, a form that changes something else would take it away.
        """
        visible = restrict(rows, user)
% if has_links:
        if visible is rows or not self.is_update or name in self.list_links():
            return visible
% else:
        if visible is rows or not self.is_update:
            return visible
% endif
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
% if has_inlines:
        self.inlines = {}
% endif
% if has_transitions:
        # What else could be filled in isn't there any more.
        offer_states(self, find_actor(self.instance))
% endif

% if hides_values:
    def leave_out(self, names):
        """Take some fields away: they are neither shown nor taken from what is sent."""
        for name in names:
% if has_inlines:
            self.fields.pop(name, None)
% else:
            del self.fields[name]
% endif
% if has_inlines:
        self.inlines = {k: v for k, v in self.inlines.items() if k not in names}
% endif
        kept = self.fields
        self.references = {k: v for k, v in self.references.items() if k in kept}
        self.fieldsets = [
            (title, [name for name in names if name in kept])
            for title, names in self.fieldsets
        ]

% endif
    def clean(self):
        cleaned = super().clean()
        for name in filter(self.is_forged, self.closed & self.fields.keys()):
            self.add_error(name, _("This can’t be changed."))
% if gives_roles and role_attribute:
        if isinstance(self.instance, get_user_model()):
            refuse_role(self, self.user)
% endif
        if self.is_update:
            for name in self.find_conflicts():
                self.report_conflict(name)
% if has_versions:
            if cleaned.get(VERSION) not in (None, self.read_version()):
                self.report_outdated()
% endif
            unchanged = self.cleaned_data.keys() - set(self.changed_data)
            for name in unchanged & self.model_fields.keys():
                self.keep_value(name)
        return cleaned

    def is_forged(self, name):
        """Whether a closed field was sent with another value than the row has."""
        bound = self[name]
        if bound.html_name not in self.data:
            return False
        field = copy(bound.field)
        field.disabled = False
        return field.has_changed(self.initial.get(name), bound.data)

    @cached_property
    def model_fields(self):
        """The fields that the model has, by name; a form may have others besides."""
        options = self.instance._meta
        return {f.name: f for f in (*options.concrete_fields, *options.many_to_many)}

    def keep_value(self, name):
        """Give an unchanged field what the row has, which may be newer than the form.

        What `clean_<field>()` makes of that counts, as it does in Django.
        """
        self.cleaned_data[name] = self.read_value(name)
        if clean := getattr(self, f"clean_{name}", None):
            try:
                self.cleaned_data[name] = clean()
            except ValidationError as error:
                self.add_error(name, error)

    def read_value(self, name):
        """Return what the row has; of many other rows, these."""
        value = getattr(self.instance, name)
        field = self.model_fields.get(name)
        return value.all() if field and field.many_to_many else value

    def find_conflicts(self):
        """The fields that were changed here and, to something else, by someone else."""
        for name in self.changed_data:
            bound = self[name]
            if bound.field.show_hidden_initial:
                shown = bound.read_initial()
                if bound.is_changed_from(shown) and bound.is_changed_from(bound.data):
                    yield name

    def report_conflict(self, name):
% if has_versions:
        # What is sent next has been told.
        self.tell(name, self.add_initial_prefix(name))
% else:
        field, now = self[name].field, self[name].initial
        value = field.prepare_value(now)
        # What is sent next has been told.
        self.data = self.data.copy()
        if isinstance(value, list):
            self.data.setlist(self.add_initial_prefix(name), value or [""])
        else:
            value = "" if value is None else str(value)
            self.data[self.add_initial_prefix(name)] = value
% endif
        words = {"value": self.name_value(name)}
        message = _(
            "Meanwhile this was changed to “%(value)s”. Save again to replace that."
        )
        self.add_error(name, ValidationError(message, "conflict", words))

% if has_versions:
    def tell(self, name, *inputs):
        """Let some inputs have the value that the row has of a field."""
        value = self[name].field.prepare_value(self[name].initial)
        self.data = self.data.copy()
        for key in inputs:
            if isinstance(value, list):
                self.data.setlist(key, value or [""])
            else:
                self.data[key] = "" if value is None else str(value)

    def read_version(self):
        return getattr(self.instance, find_version_field(self.instance), None)

    def report_outdated(self):
        """Say what has changed since the form was opened, and show that."""
        changed = []
        for name in self.fields.keys() - set(self.changed_data):
            bound = self[name]
            shown = bound.field.show_hidden_initial
            if shown and bound.is_changed_from(bound.read_initial()):
                self.tell(name, self.add_prefix(name), self.add_initial_prefix(name))
                changed.append(str(bound.label))
        self.tell(VERSION, self.add_prefix(VERSION))
        text = _("Meanwhile somebody else has changed this. Save again to go on.")
        if changed:
            words = {"fields": ", ".join(sorted(changed))}
            text = _(
                "Meanwhile somebody else has changed %(fields)s. Save again to go on."
            )
            text %= words
        self.add_error(None, ValidationError(text, "outdated"))

% endif
    def name_value(self, name):
        """What people call the value that a row has."""
        label = getattr(self.instance, f"get_{name}_display", None)
        value = label() if label else self.read_value(name)
        if isinstance(value, models.QuerySet):
% if has_links:
            value = value.filter(pk__in=self.fields[name].queryset.values("pk"))
% endif
            value = ", ".join(map(str, value))
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
        always = {field.name for field in fields if sets_itself(field)}
        always.update(self.account_fields)
% if has_links:
        # Links stand in no column, but are a change of the row as well.
        is_relinked = self.list_links().keys() & set(self.changed_data)
% if has_versions:
        if is_relinked and (counted := find_version_field(self.instance)):
            self.instance._is_relinked = True
            always.add(counted)
% endif
        return changed | always if changed - always or is_relinked else set()
% else:
        return changed | always if changed - always else set()
% endif

    def is_watched(self):
        """Whether the model or a receiver may set more while the row is written."""
        model = self.instance._meta.model
        return model.save not in PLAIN_SAVES or pre_save.has_listeners(model)


def sets_itself(field):
    """Whether a field has another value whenever its row is written."""
    has_own = type(field).pre_save not in PLAIN_PRE_SAVES
    return not field.primary_key and (has_own or getattr(field, "auto_now", False))


% if has_policies:
def refuse_forbidden_row(form, user):
    """Let a form say that its user may not make the row that it would make."""
    row = form.instance
% if has_public_forms:
    asked = is_allowed if getattr(form, "is_public", False) else may
    if row._state.adding and not form.errors and not asked(user, "add", type(row), row):
% else:
    if row._state.adding and not form.errors and not may(user, "add", type(row), row):
% endif
        error = ValidationError(_("You may not add this."), "permission")
        form.add_error(None, error)


% endif
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
% if has_inlines:
    except LinesRefused:
        form.add_error(None, _("Please look at the lines again."))
% endif
% if has_versions:
    except ValidationError as error:
        # Someone else has changed the row.
        form.add_error(None, error.messages)
% endif
