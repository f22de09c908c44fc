${form_imports}
% for form in forms:


class ${form.name}(ModelForm):
% if form.fieldsets:
${form.fieldsets}
% endif
% if form.readonly:
${form.readonly}
% endif
% if form.references:
${form.references}
% endif
% if form.fieldsets or form.readonly or form.references:

% endif
    class Meta:
        model = ${form.model}
${form.options}
% endfor
