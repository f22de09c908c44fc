"""Rows as JSON: what is told of them, and what may be sent."""

from collections.abc import Mapping

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.signals import pre_save
from django.utils.translation import gettext as _
from rest_framework import exceptions, serializers
from rest_framework.validators import UniqueValidator

% if gives_roles and role_attribute:
from pages.accounts.giving_roles import ROLE, may_give, read_roles
% endif
from pages.forms.models import PLAIN_SAVES, sets_itself
% if has_asking_invariants or has_transitions:
from records.actors import act_for
% endif
from records.members import admit
from records.permissions import list_closed, may
% if has_tenants:
from records.policies import give_to_tenant
% endif

from . import fields
from .problems import Invalid, flatten, list_model_errors

# What is sent, by what is done with it.
INPUTS = {"create": "create_fields", "partial_update": "update_fields"}
KINDS = ("list_fields", "detail_fields", *INPUTS.values())


class RecordSerializer(serializers.ModelSerializer):
    """Rows of a model, as its pages have them.

    `Meta.list_fields` are told of each row in a list, and `detail_fields` of a row that
    somebody reads; whoever may change it is also told what `update_fields` has.
    `create_fields` and `update_fields` may be sent. Those in `sensitive_fields` are
    told to nobody but who may change the row. `names` has what some are called here, as
    Python or Django has their names for something else.

    What is sent is held to the model: `full_clean()` says what is wrong with it.
    """

    serializer_related_field = fields.ReferenceField
    serializer_choice_field = fields.ChoiceField
    serializer_field_mapping = {
        **serializers.ModelSerializer.serializer_field_mapping,
        models.BigIntegerField: fields.IntegerField,
        models.IntegerField: fields.IntegerField,
        models.BooleanField: fields.BooleanField,
        models.CharField: fields.TextField,
        models.TextField: fields.TextField,
        models.EmailField: fields.EmailField,
        models.SlugField: fields.SlugField,
        models.URLField: fields.AddressField,
        models.DateField: fields.DateField,
        models.DateTimeField: fields.MomentField,
        models.DecimalField: fields.DecimalField,
        models.FloatField: fields.FloatField,
        models.TimeField: fields.TimeField,
        models.UUIDField: fields.KeyField,
        models.FileField: fields.FileField,
        models.ImageField: fields.ImageField,
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.seen = {}

    @property
    def view(self):
        return self.context["view"]

    @property
    def user(self):
        return self.context["request"].user

    @property
    def page(self):
        """What is done with rows, in the words of the view."""
        return self.context["page"]

    def list_rows(self):
        """The rows of the answer."""
        many = isinstance(self.parent, serializers.ListSerializer)
        return self.parent.instance if many else [self.instance]

    def list_input(self):
        """The names of what may be sent."""
        names = getattr(self.Meta, INPUTS.get(self.page, ""), ())
% if has_tenants:
        # Whose a row is follows from who makes it, but for superusers.
        tenant = give_to_tenant(self.Meta.model(), self.user)
        names = [name for name in names if name != tenant]
% endif
        return [name for name in names if not self.view.omits(name, self.page)]

    def list_output(self):
        """The names of what is told, each to somebody."""
        if self.page in INPUTS:
            return []
        key, view = self.Meta.model._meta.pk.name, self.view
        names = self.list_told()
        names = [name for name in names if not view.omits(name, self.page)]
        if self.page == "retrieve":
            names += self.list_further()
        return list(dict.fromkeys([key, *names]))

    def list_told(self):
        """What is told to all who may see the rows."""
        options = self.Meta
        if self.page == "retrieve":
            return list(getattr(options, "detail_fields", ()))
        names = getattr(options, "list_fields", ())
        return [name for name in names if name not in self.sensitive]

    def list_further(self):
        """What whoever may change a row is told besides: what the form shows."""
        if not self.view.is_open("partial_update"):
            return []
        names = getattr(self.Meta, "update_fields", ())
        return [n for n in names if not self.view.omits(n, "partial_update")]

    @property
    def sensitive(self):
        return getattr(self.Meta, "sensitive_fields", ())

    def spell(self, name):
        """What an attribute is called by whoever uses the API."""
        return getattr(self.Meta, "names", {}).get(name, name)

    def get_fields(self):
        found = {}
        for name, field in super().get_fields().items():
            if (spelled := self.spell(name)) != name:
                field.source = name
            found[spelled] = field
        return found

    def get_field_names(self, declared_fields, info):
        return list(dict.fromkeys([*self.list_output(), *self.list_input()]))

    def get_extra_kwargs(self):
        found = super().get_extra_kwargs()
        told, taken = set(self.list_output()), set(self.list_input())
        for name in told | taken:
            said = {"write_only": True} if name not in told else {}
            said |= {"read_only": True} if name not in taken else {}
            found[name] = {**found.get(name, {}), **said}
        return found

    def build_standard_field(self, field_name, model_field):
        kind, kwargs = super().build_standard_field(field_name, model_field)
        return kind, leave_out_unique(kwargs)

    def build_relational_field(self, field_name, relation_info):
        kind, kwargs = super().build_relational_field(field_name, relation_info)
        return kind, leave_out_unique(kwargs)

    def build_unknown_field(self, field_name, model_class):
        return fields.ComputedField, {}

    def get_validators(self):
        # The model has them all.
        return []

    # What is told

    def to_representation(self, instance):
        told = super().to_representation(instance)
        told.setdefault("display", str(instance))
        if self.page != "retrieve":
            return told
        own = {self.Meta.model._meta.pk.name, *self.list_told()}
        if not self.view.may_see_sensitive(instance):
            own -= {*self.sensitive}
        if may(self.user, "change", type(instance), instance):
            own |= {*self.list_further()}
        own = {"display", *map(self.spell, own)}
        return {name: value for name, value in told.items() if name in own}

    # What is sent

    def to_internal_value(self, data):
        errors = []
        if isinstance(data, Mapping):
            errors = [self.refuse(name) for name in data if name not in self.open_names]
        try:
            values = super().to_internal_value(data)
        except exceptions.ValidationError as error:
            raise Invalid([*errors, *flatten(error.detail)]) from None
        if errors:
            raise Invalid(errors)
        return values

    @property
    def open_names(self):
        return {field.field_name for field in self._writable_fields}

    def refuse(self, name):
        """The error of a value that isn't taken here."""
        known = {n for each in KINDS for n in getattr(self.Meta, each, ())}
        known.add(self.Meta.model._meta.pk.name)
        known = {self.spell(n) for n in known if not self.view.omits(n, self.page)}
        if name in known:
            text = _("This can’t be changed.")
            return {"field": name, "code": "read_only", "detail": text}
        text = _("There is no such field here.")
        return {"field": name, "code": "unknown", "detail": text}

    def validate(self, attrs):
        """Give a row the values, and hold it to its model."""
        row = self.row = self.instance or self.Meta.model()
        self.before = dict(vars(row))
        sent = set(attrs)
% if has_tenants:
        if row._state.adding and (tenant := give_to_tenant(row, self.user)):
            # It stands in what is looked up, whoever sends what.
            attrs.pop(tenant, None)
            sent.add(tenant)
% endif
% if has_asking_invariants or has_transitions:
        act_for(self.user, row)
% endif
        errors = list(self.list_closed(row, attrs))
% if gives_roles and role_attribute:
        errors += self.list_refused_roles(row, attrs)
% endif
        many = {field.name for field in row._meta.many_to_many}
        for name, value in attrs.items():
            if name not in many:
                setattr(row, name, value)
        for name in self.list_account_fields():
            setattr(row, name, self.user)
            sent.add(name)
        errors += self.list_faults(row, sent)
        if errors:
            for each in errors:
                each["field"] = self.spell(each["field"])
            raise Invalid(errors)
        return attrs

    def list_account_fields(self):
        """The names of what is set to whoever sends something."""
        return self.view.account_fields.get(self.page, ())

    def list_closed(self, row, attrs):
        """The errors of what only some may set in an account."""
        for name in list_closed(self.user, row) & attrs.keys():
            default = row._meta.get_field(name).get_default()
            kept = default if row._state.adding else getattr(row, name)
            if attrs[name] != kept:
                text = _("This can’t be changed.")
                yield {"field": name, "code": "read_only", "detail": text}
% if gives_roles and role_attribute:

    def list_refused_roles(self, row, attrs):
        """The error of a role that the user may not give."""
        if not isinstance(row, get_user_model()) or ROLE not in attrs:
            return []
        before, after = read_roles(row), {attrs[ROLE]} - {None, ""}
        if before == after or may_give(self.user, row, before, after):
            return []
        text = _("You may not give this role.")
        return [{"field": ROLE, "code": "role", "detail": text}]
% endif

    def list_faults(self, row, sent):
        """What the model says of the row; of values, only of those that were sent."""
        own = {field.name for field in row._meta.concrete_fields}
        checks = [
            (row.clean_fields, {"exclude": own - sent}, "invalid"),
            (row.clean, {}, "invalid"),
            (row.validate_unique, {}, "unique"),
            (row.validate_constraints, {}, "invalid"),
        ]
        for check, words, code in checks:
            try:
                check(**words)
            except ValidationError as error:
                yield from list_model_errors(error, code)

    def create(self, validated_data):
        row = self.row
        if not self.view.has_right("create", row):
            raise exceptions.PermissionDenied
        row.save(force_insert=True)
        self.save_links(row, validated_data)
        if isinstance(row, get_user_model()):
            admit(row, self.user)
        return row

    def update(self, instance, validated_data):
        if changed := self.list_changed(instance):
            instance.save(update_fields=None if is_watched(instance) else changed)
        self.save_links(instance, validated_data)
        return instance

    def save_links(self, row, values):
        """Link a row to those that were sent; links out of sight stay."""
        for field in row._meta.many_to_many:
            if field.name in values:
                chosen = values[field.name]
                rows = getattr(row, field.name)
                keys = set(rows.values_list("pk", flat=True))
                seen = fields.find_visible(field.related_model, keys, self.user)
                rows.set([*(keys - seen), *(each.pk for each in chosen)])

    def list_changed(self, row):
        """The fields to write: those with another value, and what is set along."""
        now, known = vars(row), row._meta.concrete_fields
        changed = {
            field.name
            for field in known
            if now.get(field.attname) != self.before.get(field.attname)
        }
        always = {field.name for field in known if sets_itself(field)}
        always.update(self.list_account_fields())
        return changed | always if changed - always else set()


def is_watched(row):
    """Whether the model or a receiver may set more while the row is written."""
    model = row._meta.model
    return model.save not in PLAIN_SAVES or pre_save.has_listeners(model)


def leave_out_unique(kwargs):
    """Without what the model looks up itself, once it has all values."""
    found = kwargs.get("validators", ())
    kept = [each for each in found if not isinstance(each, UniqueValidator)]
    return {**kwargs, "validators": kept} if "validators" in kwargs else kwargs
