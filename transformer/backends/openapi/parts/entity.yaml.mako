${entity.name + ".key"}:
${parts.schema(field=entity.fields.named(entity.key), entity=None, uses="record", indent=2)}
${entity.name}:
  title: ${entity.title}
% if entity.description:
  description: ${entity.description}
% endif
  type: object
  required: ${[field.name for field in entity.fields]}
  properties:
% for field in entity.fields:
    ${field.name}:
${parts.property(field=field, entity=entity, item=None, uses="record", indent=6)}
% endfor
% for value in entity.computed:
    ${value.name}:
${parts.computed(value=value, row=tables.sorts[value.expression.type or "json"], indent=6)}
% endfor
% if entity.uniques:
  x-unique: ${[unique.fields for unique in entity.uniques]}
% endif
% for mode, operation in tables.operations.items():
% for surface in manifest.surfaces.where(entity=entity.name, mode=mode):
% if operation.takes:
${entity.name + "." + (mode if surface.default else "surface." + surface.name)}:
% for items in [{item.field: item for section in surface.sections for item in section.fields}]:
${parts.body(surface=surface, entity=entity, operation=operation, inputs=[(items.get(name), field) for name in parts.shown(surface=surface).split() for field in entity.fields.where(name=name) if field.input in operation.takes and not (name in items and items[name].readonly)], indent=2)}
% endfor
% elif operation.gives == ".page" and surface.default:
${entity.name + ".page"}:
  title: ${entity.plural}
  type: object
  required: [items, page, page_size, total]
  properties:
    items:
      type: array
      items: {$ref: ${"#/components/schemas/" + entity.name}}
    page: {type: integer, minimum: 1}
    page_size: {type: integer, minimum: 1}
    total: {type: integer, minimum: 0}
% endif
% endfor
% endfor
