${admin_imports}
% if stands_in:


@admin.register(User)
class UserAdmin(AccountAdmin):
    search_fields = ["username", "first_name", "last_name", "email"]
% endif
% for view in admins:


@admin.register(${view.model})
class ${view.name}(${view.bases}):
${view.options}
% if view.inlines:
${view.inlines}
% endif
% for column in view.computed:

${column.display}
    def ${column.name}(self, row):
        return ${column.value}
% endfor
% if view.fixed:

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        if obj:
            # The key stays as it is once a row is there.
            fields = (*fields, ${view.fixed})
        return fields
% endif
% endfor
