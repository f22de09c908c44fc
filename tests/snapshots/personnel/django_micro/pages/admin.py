"""The admin's pages of the app's records, for those who may see and change them."""

from datetime import UTC
from functools import wraps

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.html import escape

from .computed import find_field
from .deletion import summarize_deletion
from .forms import PlacedErrorsMixin, describe_refusal
from .forms.models import refuse_forbidden_row
from .permissions import may
from .policies import give_to_tenant
from .querysets import restrict
from .transitions import offer_states
from .values import GroupedFormatter, make_column


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


def render(response):
    """Render a page now, as Django would a little later."""
    return response.render() if hasattr(response, "render") else response


class RecordAdmin(admin.ModelAdmin):
    """Records in the admin: those that one may see, for what one may do with them.

    `computed` names values that the list and the form show besides.
    """

    computed = ()

    def get_queryset(self, request):
        is_about_row = request.resolver_match and (
            "object_id" in request.resolver_match.kwargs
        )
        operation = "read" if is_about_row else "list"
        rows = restrict(super().get_queryset(request), request.user, operation)
        is_shown = self.shows_values(request)
        return rows.with_computed(*self.computed) if is_shown else rows

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

    def has_view_permission(self, request, obj=None):
        may_view = may(request.user, "view", self.model, obj)
        return may_view or self.has_change_permission(request, obj)

    def has_add_permission(self, request):
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

    def get_readonly_fields(self, request, obj=None):
        found = super().get_readonly_fields(request, obj)
        # Only superusers choose whose a row is.
        name = give_to_tenant(obj or self.model(), request.user)
        return [*found, name] if name else found

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
        except ValidationError as error:
            # Someone else has changed the state.
            request.refusal = " ".join(error.messages)
            return super().changeform_view(request, *args, **kwargs)
        except (DataError, IntegrityError) as error:
            # Nothing was written; now the form says why.
            request.refusal = describe_refusal(error)
            return super().changeform_view(request, *args, **kwargs)

    def get_form(self, request, obj=None, change=False, **kwargs):
        # The help is a text, but Django takes it for HTML.
        helped = (field for field in self.opts.fields if field.help_text)
        texts = {field.name: escape(field.help_text) for field in helped}
        form_class = super().get_form(
            request, obj, change=change, help_texts=texts, **kwargs
        )
        refusal = getattr(request, "refusal", None)
        form_class = make_stateful_form(form_class, request.user)
        return hold_to_policy(make_record_form(form_class, refusal), request.user)

    def get_changelist_form(self, request, **kwargs):
        form_class = super().get_changelist_form(request, **kwargs)
        return make_record_form(make_stateful_form(form_class, request.user))


def make_stateful_form(form_class, user):
    """Return a form that knows whose it is, and offers the states that may follow."""

    class StatefulForm(form_class):
        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs)
            offer_states(self, user)

    return StatefulForm


def hold_to_policy(form_class, user):
    """Return a form that makes no row that a user may not make."""

    class PermittedForm(form_class):
        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs)
            self.tenant_field = give_to_tenant(self.instance, user)

        def _get_validation_exclusions(self):
            # What is unique within a tenant is looked up there.
            return super()._get_validation_exclusions() - {self.tenant_field}

        def _post_clean(self):
            super()._post_clean()
            refuse_forbidden_row(self, user)

    return PermittedForm


def make_record_form(form_class, refusal=None):
    """Return a form that tells of any field; with a refusal it is never right."""

    class RecordForm(PlacedErrorsMixin, form_class):
        def clean(self):
            cleaned = super().clean()
            if refusal:
                raise ValidationError(refusal)
            return cleaned

    return RecordForm
