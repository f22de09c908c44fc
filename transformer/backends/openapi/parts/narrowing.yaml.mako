% for fields in [[field for name in names for field in entity.fields.where(name=name) if not field.sensitive] for names in [(ux and ux.search) or (entity.search and entity.search.fields) or [field.name for field in entity.fields if field.searchable] or [field.name for field in entity.fields]]]:
% if any(tables.types[field.type].search for field in fields):
- name: search
  in: query
  description: Words to look for.
  schema: {type: string}
% endif
% endfor
${parts.sorting(entity=entity, surface=surface, order=(ux and ux.sort) or entity.order)}
% for name in (ux and ux.filter) or entity.filters or [field.name for field in entity.fields if field.name != entity.key and (field.target or field.automatic != "updated")]:
% for field in entity.fields.where(name=name, sensitive=False):
% for sign in {None: [], "is": [""], "range": ["[from]", "[to]"]}[tables.types[field.type].filter]:
- name: ${"filter[" + field.name + "]" + sign}
  in: query
  description: ${field.title}
  schema:
${parts.schema(field=field, entity=entity, uses="filter", indent=4)}
% endfor
% endfor
% endfor
