from django.contrib import admin

${local_models}
% for view in admins:


@admin.register(${view.model})
class ${view.name}(admin.ModelAdmin):
${view.options}
% if view.fixed:

    def get_readonly_fields(self, request, obj=None):
        # The key stays as it is once a row is there.
        fields = super().get_readonly_fields(request, obj)
        return (*fields, ${view.fixed}) if obj else fields
% endif
% endfor
