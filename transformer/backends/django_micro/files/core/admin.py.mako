${admin_imports}
% for view in admins:


@admin.register(${view.model})
class ${view.name}(RecordAdmin):
${view.options}
% for column in view.computed:

${column.display}
    def ${column.name}(self, row):
        return row.${column.attribute}
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
