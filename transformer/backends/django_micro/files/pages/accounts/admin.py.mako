"""The admin's pages of accounts, on which rights are given."""

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied

from records.administrators import LAST, list_administrators
from records.members import admit
from records.permissions import GIVE_RIGHTS, list_closed

from ..admin import RecordAdmin
from .giving_permissions import refuse_permissions
% if gives_roles:
from .giving_roles import ${"refuse_role" if role_attribute else "refuse_groups"}
% endif

RIGHTS = ["is_active", "is_staff", "is_superuser", "groups", "user_permissions"]
DATES = ["last_login", "date_joined"]

# Django has registered its own.
admin.site.unregister(Group)


@admin.register(Group)
class PermissionGroupAdmin(GroupAdmin):
    """Groups in the admin, to which nobody gives a permission that they lack."""

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        # By their names, groups say who is a member, or has a role.
        is_closed = obj and not request.user.is_superuser
        return [*fields, "name"] if is_closed else fields

    def get_form(self, request, obj=None, **kwargs):
        class PermissionForm(super().get_form(request, obj, **kwargs)):
            def clean(self):
                cleaned = super().clean()
                refuse_permissions(self, request.user, "permissions")
                return cleaned

        return PermissionForm


class AccountAdmin(RecordAdmin, UserAdmin):
    """Accounts in the admin; who may change permissions may give rights there."""

    list_display = [UserAdmin.list_display[0], "email", "is_active", "is_staff"]
    list_filter = ["is_active", "is_staff", "is_superuser", "groups"]
    ordering = None

    def get_fieldsets(self, request, obj=None):
        name, required = self.model.USERNAME_FIELD, self.model.REQUIRED_FIELDS
        if obj is None:
            passwords = ["usable_password", "password1", "password2"]
            return [(None, {"fields": [name, *required, *passwords]})]
        _, _, rights, dates = (title for title, _ in UserAdmin.fieldsets)
        said = {"id", name, "password", *RIGHTS, *DATES}
        fields = [f.name for f in self.opts.fields if f.editable or f.name in DATES]
% if has_links:
        if self.has_change_permission(request, obj):
            fields += [field.name for field in self.opts.local_many_to_many]
% endif
        own = [each for each in [*fields, *self.readonly_fields] if each not in said]
        return [
            (None, {"fields": [name, "password"]}),
            (self.opts.verbose_name, {"fields": own}),
            (rights, {"fields": RIGHTS}),
            (dates, {"fields": [each for each in DATES if each in fields]}),
        ]

    def get_readonly_fields(self, request, obj=None):
        fields = [*super().get_readonly_fields(request, obj), "last_login"]
        fields += list_closed(request.user, obj or self.model())
        if not request.user.has_perm(GIVE_RIGHTS):
            return [*fields, *RIGHTS]
% if gives_roles:
        if obj == request.user and not request.user.is_superuser:
            # Nobody gives themselves a right.
            return [*fields, *RIGHTS]
% endif
        # Nobody can make others more than they are themselves.
        return fields if request.user.is_superuser else [*fields, "is_superuser"]

    def get_form(self, request, obj=None, **kwargs):
        class RightsForm(super().get_form(request, obj, **kwargs)):
            def clean(self):
                cleaned = super().clean()
% if gives_roles:
                ${"refuse_role" if role_attribute else "refuse_groups"}(self, request.user)
% endif
                refuse_permissions(self, request.user, "groups", "user_permissions")
                return cleaned

        return RightsForm

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if not change:
            admit(form.instance, request.user)

    def user_change_password(self, request, id, form_url=""):
        if self.model.EMAIL_FIELD in list_closed(
            request.user, self.get_object(request, id)
        ):
            raise PermissionDenied
        return super().user_change_password(request, id, form_url)

    def get_deleted_objects(self, objs, request):
        found, counts, missing, protected = super().get_deleted_objects(objs, request)
        keys = set(list_administrators().values_list("pk", flat=True))
        if keys and keys <= {account.pk for account in objs}:
            protected = [*protected, LAST]
        return found, counts, missing, protected
