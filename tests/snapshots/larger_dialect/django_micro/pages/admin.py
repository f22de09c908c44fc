"""The admin's pages of the app's records, for those who may see and change them."""

from datetime import UTC
from functools import wraps

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DataError, IntegrityError, transaction
from django.forms.formsets import DELETION_FIELD_NAME
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from records.computed import find_field
from records.deletion import summarize_deletion
from records.permissions import may
from records.querysets import lock_rows, restrict
from records.refusals import describe_refusal
from records.soft_deletion import is_put_away, is_soft, list_put_away, restore
from records.values import GroupedFormatter, make_column

from .forms import PlacedErrorsMixin


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
        return restrict(rows, request.user)


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


class RecordAdmin(RightsMixin, admin.ModelAdmin):
    """Records in the admin: those that one may see, for what one may do with them.

    `computed` names values that the list and the form show besides.
    """

    computed = ()
    actions = ("restore_rows",)

    def get_queryset(self, request):
        rows = restrict(self.list_rows(request), request.user)
        is_shown = self.shows_values(request)
        return rows.with_computed(*self.computed) if is_shown else rows

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
        except (DataError, IntegrityError) as error:
            # Nothing was written; now the form says why.
            request.refusal = describe_refusal(error)
            return super().changeform_view(request, *args, **kwargs)

    def get_form(self, request, obj=None, change=False, **kwargs):
        kwargs["help_texts"] = self.escape_helps() | kwargs.get("help_texts", {})
        form_class = super().get_form(request, obj, change=change, **kwargs)
        refusal = getattr(request, "refusal", None)
        return extend_form(form_class, request.user, refusal)

    def get_changelist_form(self, request, **kwargs):
        form_class = super().get_changelist_form(request, **kwargs)
        return extend_form(form_class, request.user)

    def get_changelist_formset(self, request, **kwargs):
        formset_class = super().get_changelist_formset(request, **kwargs)
        return hold_to_rights(formset_class, request, self)


class RecordInline(RightsMixin):
    """Records on the admin's page of another one: those that one may see.

    Each is open for what one may do with it. It comes before Django's class:
    `class NoteInline(RecordInline, admin.TabularInline)`.
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


def extend_form(form_class, user, refusal=None):
    """Return a form that heeds what holds on the app's own pages as well."""
    return make_record_form(form_class, refusal)


def make_record_form(form_class, refusal=None):
    """Return a form that tells of any field; with a refusal it is never right."""

    class RecordForm(PlacedErrorsMixin, form_class):
        def clean(self):
            cleaned = super().clean()
            if refusal:
                raise ValidationError(refusal)
            return cleaned

    return RecordForm
