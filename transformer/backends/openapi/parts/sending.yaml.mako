requestBody:
  required: true
  content:
% if any(tables.types[field.type].upload for name in parts.shown(surface=surface).split() for field in entity.fields.where(name=name)):
    multipart/form-data:
% else:
    application/json:
% endif
      schema: {$ref: ${"#/components/schemas/" + entity.name + "." + (surface.mode if surface.default else "surface." + surface.name)}}
