title: ${surface.title}
type: object
% for names in filter(None, [[field.name for _, field in inputs if field.required and not field.default and not operation.partial]]):
required: ${names}
% endfor
% if operation.partial:
minProperties: 1
% endif
% if inputs:
properties:
% for item, field in inputs:
  ${field.name}:
${parts.property(field=field, entity=entity, item=item, uses=surface.mode, indent=4)}
% endfor
% endif
additionalProperties: false
