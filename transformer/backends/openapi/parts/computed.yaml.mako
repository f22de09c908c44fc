title: ${value.title}
% for row in [tables.sorts[value.expression.type or "json"]]:
% if row.type:
type: ${row.type}
% endif
% if row.format:
format: ${row.format}
% endif
% endfor
readOnly: true
