title: ${item.title if item else field.title}
% for help in filter(None, [(item or field).help]):
description: ${help}
% endfor
${parts.schema(field=field, entity=entity, uses=uses)}
% if item and item.placeholder:
x-placeholder: ${item.placeholder}
% endif
% if field.default and uses == "create":
% if field.default.moment:
x-default: ${field.default}
% elif tables.types[field.type].moment:
default: ${to_moment(field.default.value)}
% else:
default: ${field.default.value}
% endif
% endif
% if uses == "record" and field.input == "never":
readOnly: true
% elif item and item.widget == "password":
writeOnly: true
% endif
% if field.currency:
x-currency: ${field.currency}
% endif
% if field.sensitive:
x-sensitive: true
% endif
% if field.pii:
x-pii: ${field.pii}
% endif
