parameters:
  - name: key
    in: path
    required: true
    description: ${entity.fields.named(entity.key).title}
    schema: {$ref: ${"#/components/schemas/" + entity.name + ".key"}}
