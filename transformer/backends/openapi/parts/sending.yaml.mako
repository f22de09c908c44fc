requestBody:
  required: true
  content:
% if any(tables.types[field.type].upload for section in surface.sections for item in section.fields for field in entity.fields.where(name=item.field)):
    multipart/form-data:
% else:
    application/json:
% endif
      schema: {$ref: ${"#/components/schemas/" + entity.name + "." + (surface.mode if surface.default else "surface." + surface.name)}}
