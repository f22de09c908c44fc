"""The admin's pages of the app's records, for those who may see and change them."""

from datetime import UTC
from functools import wraps

% if has_versions:
from django import forms
% endif
% if has_links:
from django.apps import apps
% endif
% if has_soft_deletion:
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
% else:
from django.contrib import admin
from django.core.exceptions import ValidationError
% endif
${"from django.db import DataError, IntegrityError, transaction" if has_soft_deletion else "from django.db import DataError, IntegrityError"}
from django.forms.formsets import DELETION_FIELD_NAME
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.html import escape
% if has_links:
from django.utils.text import capfirst
% endif
% if has_soft_deletion or has_versions:
from django.utils.translation import gettext as _
% endif
% if has_soft_deletion:
from django.utils.translation import gettext_lazy, ngettext
% endif

from records.computed import find_field
from records.deletion import summarize_deletion
% if has_full_text:
from records.full_text import search_words
% endif
% if has_links:
from records.link_models import is_link_model
% endif
from records.permissions import ${"APP, " if has_links else ""}may
% if has_tenants:
from records.policies import give_to_tenant
% endif
${"from records.querysets import lock_rows, restrict" if has_soft_deletion else "from records.querysets import restrict"}
from records.refusals import describe_refusal
% if has_full_text:
from records.search import find_within
% endif
% if has_soft_deletion:
from records.soft_deletion import is_put_away, is_soft, list_put_away, restore
% endif
% if has_transitions:
from records.transitions import offer_states
% endif
from records.values import GroupedFormatter, make_column
% if has_versions:
from records.versions import find_version_field
% endif

from .forms import PlacedErrorsMixin
% if has_links:
from .forms.links import LinksMixin
% endif
% if has_policies and has_versions:
from .forms.models import VERSION, refuse_forbidden_row
% elif has_policies:
from .forms.models import refuse_forbidden_row
% elif has_versions:
from .forms.models import VERSION
% endif
% if hides_values:
from .hidden_fields import HiddenInputsMixin
% endif
% if has_full_text:

# What search fields may begin with.
SIGNS = "^=@"
% endif


def with_edges(view):
    """Let a page tell times in UTC if the reader's time zone has no day for one."""

    @wraps(view)
    def show(self, request, *args, **kwargs):
        try:
            return render(view(self, request, *args, **kwargs))
        except OverflowError:
            with timezone.override(UTC):
                return render(view(self, request, *args, **kwargs))

    return show


% if has_soft_deletion:
class PutAwayFilter(admin.SimpleListFilter):
    """Shows the rows that are put away, and one may delete, instead of the others."""

    title = gettext_lazy("put away")
    parameter_name = "put_away"

    def lookups(self, request, model_admin):
        return [("yes", _("Yes"))]

    def queryset(self, request, queryset):
        if self.value() != "yes":
            return queryset.filter(is_put_away(queryset.model, False))
        rows = queryset.filter(is_put_away(queryset.model))
        return restrict(rows, request.user${', "delete"' if has_policies else ""})


% endif
def render(response):
    """Render a page now, as Django would a little later."""
    return response.render() if hasattr(response, "render") else response


class RightsMixin:
    """What one may do with records, and what their references may have."""

    def escape_helps(self):
        """The helps of fields, which are texts, but Django takes them for HTML."""
        helped = (field for field in self.opts.fields if field.help_text)
        return {field.name: escape(field.help_text) for field in helped}

    def has_view_permission(self, request, obj=None):
        may_view = may(request.user, "view", self.model, obj)
        return may_view or self.has_change_permission(request, obj)

    def has_add_permission(self, request, obj=None):
        return may(request.user, "add", self.model)

    def has_change_permission(self, request, obj=None):
        return may(request.user, "change", self.model, obj)

    def has_delete_permission(self, request, obj=None):
        return may(request.user, "delete", self.model, obj)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if field and hasattr(field, "queryset"):
            field.queryset = restrict(field.queryset, request.user)
        return field

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        if field:
            field.queryset = restrict(field.queryset, request.user)
        return field

% if has_tenants:
    def get_readonly_fields(self, request, obj=None):
        found = super().get_readonly_fields(request, obj)
        # Only superusers choose whose a row is.
        name = give_to_tenant(obj or self.model(), request.user)
        return [*found, name] if name else found

% endif

class RecordAdmin(RightsMixin, admin.ModelAdmin):
    """Records in the admin: those that one may see, for what one may do with them.

    `computed` names values that the list and the form show besides.
    """

    computed = ()
% if has_soft_deletion:
    actions = ("restore_rows",)
% endif

    def get_queryset(self, request):
% if has_policies:
        is_about_row = request.resolver_match and (
            "object_id" in request.resolver_match.kwargs
        )
        operation = "read" if is_about_row else "list"
        rows = restrict(${"self.list_rows" if has_soft_deletion else "super().get_queryset"}(request), request.user, operation)
% else:
        rows = restrict(${"self.list_rows" if has_soft_deletion else "super().get_queryset"}(request), request.user)
% endif
        is_shown = self.shows_values(request)
        return rows.with_computed(*self.computed) if is_shown else rows

% if has_soft_deletion:
    def list_rows(self, request):
        """The rows that are there, and on the page of all those that are put away."""
        page = f"{self.opts.app_label}_{self.opts.model_name}_changelist"
        is_list = request.resolver_match and request.resolver_match.url_name == page
        if not (is_list and PutAwayFilter in self.get_list_filter(request)):
            return super().get_queryset(request)
        # The filter says which of them.
        rows = self.model.all_objects.all()
        order = self.get_ordering(request)
        return rows.order_by(*order) if order else rows

    def get_list_filter(self, request):
        found = super().get_list_filter(request)
        offers = is_soft(self.model) and self.has_delete_permission(request)
        return [*found, PutAwayFilter] if offers else found

    def get_actions(self, request):
        actions = super().get_actions(request)
        is_asked = request.GET.get(PutAwayFilter.parameter_name) == "yes"
        # What is put away is restored, and nothing else.
        is_away = is_asked and is_soft(self.model)
        actions.pop("delete_selected" if is_away else "restore_rows", None)
        return actions

    @admin.action(description=gettext_lazy("Restore"), permissions=["delete"])
    def restore_rows(self, request, queryset):
        """Restore rows that are put away: all of them, or none."""
        try:
            with transaction.atomic():
                count = self.restore_all(request, queryset)
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
        except IntegrityError as error:
            self.message_user(request, describe_refusal(error), messages.ERROR)
        else:
            text = ngettext("%d row was restored.", "%d rows were restored.", count)
            self.message_user(request, text % count, messages.SUCCESS)

    def restore_all(self, request, queryset):
        keys = list(queryset.values_list("pk", flat=True))
        lock_rows(self.model, keys)
        # The last one first, as what was put away before may refer to it.
        rows = list(list_put_away(self.model).filter(pk__in=keys))
        if not all(self.has_delete_permission(request, row) for row in rows):
            raise PermissionDenied
        for row in rows:
            restore(row)
        return len(rows)

% endif
% if has_full_text:
    def get_search_results(self, request, queryset, search_term):
        """Search as lists do, where the model has an index of words."""
        search_term = search_term.replace("\0", "")
        fields = [name.lstrip(SIGNS) for name in self.get_search_fields(request)]
        found = search_words(queryset, fields, search_term, find_within)
        if found is None:
            return super().get_search_results(request, queryset, search_term)
        return found, False

% endif
    def shows_values(self, request):
        """Whether a page shows what is computed; the others don't wait for it."""
        if not (self.computed and request.resolver_match):
            return False
        model = f"{self.opts.app_label}_{self.opts.model_name}"
        pages = (f"{model}_changelist", f"{model}_change")
        return request.resolver_match.url_name in pages

    def show(self, row, name):
        """A computed value as other pages show it; None where there is none."""
        column = self.columns[name]
        if column.get_value(row) is None:
            return None
        return GroupedFormatter().format_value(column, row)

    @cached_property
    def columns(self):
        rows = self.model._default_manager.with_computed(*self.computed)
        return {
            name: make_column(find_field(rows, name), name, name)
            for name in self.computed
        }

    def get_deleted_objects(self, objs, request):
        """Also name what can't be seen, or would break a rule without its reference."""
        found, counts, lacking, protected = super().get_deleted_objects(objs, request)
% if has_links:
        found, counts = leave_out_links(found, counts)
% endif
        if not (lacking or protected) and (objs := list(objs)):
            summary = summarize_deletion(*objs, user=request.user)
            protected = [each.describe() for each in summary.protected]
        return found, counts, lacking, protected

    @with_edges
    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(request, extra_context)

    @with_edges
    def changeform_view(self, request, *args, **kwargs):
        try:
            return super().changeform_view(request, *args, **kwargs)
% if has_transitions or has_versions:
        except ValidationError as error:
            # Someone else has changed the ${"row" if has_versions else "state"}.
            request.refusal = " ".join(error.messages)
            return super().changeform_view(request, *args, **kwargs)
% endif
        except (DataError, IntegrityError) as error:
            # Nothing was written; now the form says why.
            request.refusal = describe_refusal(error)
            return super().changeform_view(request, *args, **kwargs)

% if has_links:
    def lookup_allowed(self, lookup, value, request):
        # An address would tell which rows are linked to one that one may not see.
        names = {
            field.name
            for field in self.opts.get_fields()
            if field.many_to_many and field.related_model._meta.app_label == APP
        }
        is_link = lookup.partition("__")[0] in names
        return not is_link and super().lookup_allowed(lookup, value, request)

    def get_exclude(self, request, obj=None):
        excluded = super().get_exclude(request, obj) or ()
        if obj is None or self.has_change_permission(request, obj):
            return excluded
        # What one can't change is shown as it is, links to hidden rows included.
        links = (f.name for f in self.opts.local_many_to_many)
        return [*excluded, *links]

% endif
    def get_form(self, request, obj=None, change=False, **kwargs):
        kwargs["help_texts"] = self.escape_helps() | kwargs.get("help_texts", {})
% if has_versions:
        if self.is_about_version(request, obj):
            kwargs["form"] = make_versioned_form(kwargs.get("form", self.form))
% endif
        form_class = super().get_form(request, obj, change=change, **kwargs)
        refusal = getattr(request, "refusal", None)
        return extend_form(form_class, request.user, refusal)

% if has_versions:
    def is_about_version(self, request, obj):
        """Whether the form of a row says which of its versions it is about."""
        is_counted = obj is not None and find_version_field(obj)
        return is_counted and self.has_change_permission(request, obj)

% endif
    def get_changelist_form(self, request, **kwargs):
        form_class = super().get_changelist_form(request, **kwargs)
        return extend_form(form_class, request.user)

    def get_changelist_formset(self, request, **kwargs):
        formset_class = super().get_changelist_formset(request, **kwargs)
        return hold_to_rights(formset_class, request, self)


class RecordInline(${"HiddenInputsMixin, " if hides_values else ""}RightsMixin):
    """Records on the admin's page of another one: those that one may see.

% if hides_values:
    Each is open for what one may do with it, without what pages hide. It comes before
    Django's class: `class NoteInline(RecordInline, admin.TabularInline)`.
% else:
    Each is open for what one may do with it. It comes before Django's class:
    `class NoteInline(RecordInline, admin.TabularInline)`.
% endif
    """

    def get_queryset(self, request):
        return restrict(super().get_queryset(request), request.user)

    # Django gives these the record of the page, which says nothing of others.

    def has_view_permission(self, request, obj=None):
        return super().has_view_permission(request)

    def has_add_permission(self, request, obj=None):
        return super().has_add_permission(request)

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request)

    def get_readonly_fields(self, request, obj=None):
        return super().get_readonly_fields(request)

    def get_formset(self, request, obj=None, **kwargs):
        kwargs["help_texts"] = self.escape_helps() | kwargs.get("help_texts", {})
        kwargs["form"] = extend_form(kwargs.get("form", self.form), request.user)
        formset_class = super().get_formset(request, obj, **kwargs)
        own = self.admin_site.is_registered(self.model)
        own = self.admin_site.get_model_admin(self.model) if own else self
        return hold_to_rights(formset_class, request, own)


% if has_links:
def leave_out_links(found, counts):
    """Leave out of what would be deleted what links rows, some of which are hidden."""
    models = apps.get_app_config(APP).get_models(include_auto_created=True)
    links = [model._meta for model in models if is_link_model(model)]
    starts = tuple(f"{capfirst(each.verbose_name)}: " for each in links)

    def clear(lines):
        for line in lines:
            if isinstance(line, list):
                if kept := list(clear(line)):
                    yield kept
            elif not str(line).startswith(starts):
                yield line

    names = {each.verbose_name_plural for each in links}
    return list(clear(found)), {k: v for k, v in counts.items() if k not in names}


% endif
def hold_to_rights(formset_class, request, model_admin):
    """Return a formset that changes and deletes no rows but those that its user may.

    What the page of a row doesn't let one change can't be changed here either.
    """
    user = request.user

    class PermittedFormSet(formset_class):
        def add_fields(self, form, index):
            row, names = form.instance, list(form.fields)
            super().add_fields(form, index)
            is_new = row._state.adding
            is_open = is_new or may(user, "change", type(row), row)
            closed = model_admin.get_readonly_fields(request, None if is_new else row)
            for name in names:
                if name in closed or not is_open:
                    form.fields[name].disabled = True
            if DELETION_FIELD_NAME in form.fields and not is_new:
                is_kept = not may(user, "delete", type(row), row)
                form.fields[DELETION_FIELD_NAME].disabled = is_kept

        def clean(self):
            super().clean()
            if not self.can_delete:
                return
            rows = [form.instance for form in self.deleted_forms if form.instance.pk]
            if rows and (kept := summarize_deletion(*rows, user=user).protected):
                raise ValidationError([group.describe() for group in kept])

    return PermittedFormSet


% if has_versions:
class VersionMixin:
    """A form that isn't saved over what somebody else has changed unseen."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial[VERSION] = self.read_version()

    def read_version(self):
        return getattr(self.instance, find_version_field(self.instance))

    def clean(self):
        cleaned, version = super().clean(), self.read_version()
        if self.cleaned_data.get(VERSION) not in (None, version):
            # What is sent next has been told.
            self.data = self.data.copy()
            self.data[self.add_prefix(VERSION)] = str(version)
            text = _("Meanwhile somebody else has changed this. Save again to go on.")
            self.add_error(None, ValidationError(text, "outdated"))
        return cleaned


def make_versioned_form(form_class):
    """Return a form that has a hidden input for the version of its row."""
    field = forms.IntegerField(required=False, widget=forms.HiddenInput)
    parents = (VersionMixin, form_class)
    return type(form_class)("VersionedForm", parents, {VERSION: field})


% endif
def extend_form(form_class, user, refusal=None):
    """Return a form that heeds what holds on the app's own pages as well."""
% if has_transitions:
    form_class = make_stateful_form(form_class, user)
% endif
% if has_policies:
    return hold_to_policy(make_record_form(form_class, refusal), user)
% else:
    return make_record_form(form_class, refusal)
% endif
% if has_transitions:


def make_stateful_form(form_class, user):
    """Return a form that knows whose it is, and offers the states that may follow."""

    class StatefulForm(form_class):
        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs)
            offer_states(self, user)

    return StatefulForm
% endif


% if has_policies:
def hold_to_policy(form_class, user):
    """Return a form that makes no row that a user may not make."""

    class PermittedForm(form_class):
% if has_tenants:
        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs)
            self.tenant_field = give_to_tenant(self.instance, user)

        def _get_validation_exclusions(self):
            # What is unique within a tenant is looked up there.
            return super()._get_validation_exclusions() - {self.tenant_field}

% endif
        def _post_clean(self):
            super()._post_clean()
            refuse_forbidden_row(self, user)

    return PermittedForm


% endif
def make_record_form(form_class, refusal=None):
    """Return a form that tells of any field; with a refusal it is never right."""

% if has_links:
    class RecordForm(LinksMixin, PlacedErrorsMixin, form_class):
        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs)
            self.hide_links()

        def clean(self):
% else:
    class RecordForm(PlacedErrorsMixin, form_class):
        def clean(self):
% endif
            cleaned = super().clean()
            if refusal:
                raise ValidationError(refusal)
            return cleaned

    return RecordForm
