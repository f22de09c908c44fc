${filter_imports}
% for each in filter_sets:


class ${each.name}(FilterSet):
    class Meta:
        model = ${each.model}
${each.options}
% endfor
