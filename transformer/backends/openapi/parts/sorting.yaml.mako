% for hidden in [[item.field for section in surface.sections for item in section.fields if item.hidden]]:
% for columns in [[name for name in parts.shown(surface=surface).split() if name not in hidden for field in entity.fields.where(name=name, sensitive=False) if parts.ordered(field=field, seen=[])]]:
% for keys in [[row for row in order if entity.fields.named(row.field)]]:
% for names in filter(None, [list(dict.fromkeys([*columns, *(row.field for row in keys)]))]):
- name: sort
  in: query
  description: What to sort by, the most important first; `-` turns the order round.
  explode: false
  schema:
    type: array
    items:
      type: string
      enum: ${[sign + name for name in names for sign in ("", "-")]}
% if keys:
    default: ${[("-" if row.descending else "") + row.field for row in keys]}
% endif
% endfor
% endfor
% endfor
% endfor
