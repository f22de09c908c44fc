% for row in [tables.types[field.type]]:
% if row.type:
type: ${[row.type, "null"] if field.nullable and uses != "filter" else row.type}
% endif
% if row.format:
format: ${row.format}
% endif
% if uses != "filter":
% for pattern in filter(None, [row.pattern]):
pattern: ${pattern.replace("$whole", str(max(1, (field.digits or 0) - (field.places or 0)))).replace("$places", str(field.places))}
% endfor
% for pattern in filter(None, [field.pattern]):
% if any(mark in pattern for mark in tables.dialect):
x-pattern: ${pattern}
% elif row.pattern:
allOf: ${[{"pattern": pattern}]}
% else:
pattern: ${pattern}
% endif
% endfor
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
% endfor
