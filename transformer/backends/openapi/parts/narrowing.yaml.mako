% if entity.search or any(field.searchable for field in entity.fields):
- name: search
  in: query
  description: Words to look for.
  schema: {type: string}
% endif
% for names in filter(None, [[field.name for field in entity.fields if not field.sensitive and not tables.types[field.type].unsorted]]):
- name: sort
  in: query
  description: What to sort by, the most important first; `-` turns the order round.
  explode: false
  schema:
    type: array
    items:
      type: string
      enum: ${[sign + name for name in names for sign in ("", "-")]}
% for order in filter(None, [[("-" if row.descending else "") + row.field for row in entity.order if row.field in names]]):
    default: ${order}
% endfor
% endfor
% for field in entity.fields:
% if not field.sensitive and field.name != entity.key and (field.name in entity.filters or not entity.filters):
% for sign in {None: [""] if entity.filters else [], "is": [""], "range": ["[from]", "[to]"]}[tables.types[field.type].filter]:
- name: ${"filter[" + field.name + "]" + sign}
  in: query
  description: ${field.title}
  schema:
${parts.schema(field=field, entity=entity, uses="filter", indent=4)}
% endfor
% endif
% endfor
