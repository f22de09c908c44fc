% if uses == "filter" or field.required:
$ref: ${"#/components/schemas/" + to}
% elif field.nullable:
anyOf:
  - $ref: ${"#/components/schemas/" + to}
  - type: "null"
% else:
anyOf:
  - $ref: ${"#/components/schemas/" + to}
  - const: ""
% endif
