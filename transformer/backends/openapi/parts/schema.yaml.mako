% if entity and field.name == entity.key:
$ref: ${"#/components/schemas/" + entity.name + ".key"}
% elif field.target_kind == "account":
${parts.reference(to="account-key", field=field, uses=uses)}
% elif field.target:
${parts.reference(to=field.target + ".key", field=field, uses=uses)}
% elif field.enum:
${parts.reference(to=field.enum + ".values", field=field, uses=uses)}
% elif field.values:
type: ${["string", "null"] if field.nullable and uses != "filter" else "string"}
% if uses == "filter" or field.required:
${parts.choices(values=field.values, others=[])}
% else:
${parts.choices(values=field.values, others=[None if field.nullable else ""])}
% endif
% elif tables.types[field.type].upload and uses != "record":
type: string
format: binary
contentMediaType: ${tables.types[field.type].upload}
% elif uses == "filter" or field.required or field.nullable or not tables.types[field.type].empty:
${parts.text(field=field, row=tables.types[field.type], uses=uses)}
% elif tables.types[field.type].format or tables.types[field.type].pattern or field.pattern or field.minimum:
anyOf:
  - const: ""
  - ${parts.text(field=field, row=tables.types[field.type], uses=uses, indent=4).lstrip() | n}
% else:
${parts.text(field=field, row=tables.types[field.type], uses=uses)}
% endif
