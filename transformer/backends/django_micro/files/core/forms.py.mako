${form_imports}
% for form in forms:


class ${form.name}(${form.base}):
% if form.declarations:
${form.declarations}

% endif
    class Meta:
        model = ${form.model}
${form.options}
% endfor
