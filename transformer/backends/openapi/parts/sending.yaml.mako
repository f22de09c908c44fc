requestBody:
  required: true
  content:
% if any(tables.types[entity.fields.named(item.field).type].upload for section in surface.sections for item in section.fields):
    multipart/form-data:
% else:
    application/json:
% endif
      schema: {$ref: ${"#/components/schemas/" + entity.name + "." + (surface.mode if surface.default else "surface." + surface.name)}}
