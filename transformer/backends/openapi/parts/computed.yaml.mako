title: ${value.title}
% if row.type:
type: ${row.type}
% endif
% if row.format:
format: ${row.format}
% endif
readOnly: true
