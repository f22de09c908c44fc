% if row.type:
type: ${[row.type, "null"] if field.nullable and uses != "filter" else row.type}
% endif
% if row.format:
format: ${row.format}
% endif
% if uses != "filter":
% if row.pattern and field.digits:
pattern: ${row.pattern.replace("$whole", str(max(1, field.digits - field.places))).replace("$places", str(field.places))}
% elif row.pattern:
pattern: ${row.pattern}
% endif
% if field.pattern and any(mark in field.pattern for mark in tables.dialect):
x-pattern: ${field.pattern}
% elif field.pattern and row.pattern:
allOf: ${[{"pattern": field.pattern}]}
% elif field.pattern:
pattern: ${field.pattern}
% endif
% if field.pattern_message:
x-pattern-message: ${field.pattern_message}
% endif
% if row.bounds == "length":
% if field.required or field.minimum:
minLength: ${max(1, int(field.minimum or 0))}
% endif
% if field.maximum is not None or field.length is not None:
maxLength: ${int(min(bound for bound in (field.maximum, field.length) if bound is not None))}
% endif
% else:
% if field.minimum is not None:
${"x-minimum" if row.bounds == "text" else "minimum"}: ${field.minimum}
% endif
% if field.maximum is not None:
${"x-maximum" if row.bounds == "text" else "maximum"}: ${field.maximum}
% endif
% endif
% endif
