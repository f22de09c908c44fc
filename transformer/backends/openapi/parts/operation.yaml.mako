${operation.method}:
  operationId: ${surface.name if surface else "delete-" + entity.slug}
  summary: ${surface.title if surface else "Delete: " + entity.title}
% if surface and surface.description:
  description: ${surface.description}
% endif
  tags: [${entity.name}]
% if tables.access[manifest.app.access][operation.access] == "anyone" and manifest.app.access != "open":
  security: []
% endif
% if operation.gives == ".page":
  parameters:
    - $ref: "#/components/parameters/page"
    - $ref: "#/components/parameters/page_size"
${parts.narrowing(entity=entity, surface=surface, ux=surface.ux, indent=4)}
% endif
% if operation.takes:
${parts.sending(entity=entity, surface=surface, operation=operation, indent=2)}
% endif
  responses:
    ${operation.status}:
      description: ${operation.answer}
% if operation.gives is not None:
      content:
        application/json:
          schema: {$ref: ${"#/components/schemas/" + entity.name + operation.gives}}
% endif
% for status in operation.errors:
% if not tables.errors[status].signed_in or tables.access[manifest.app.access][operation.access] == "signed_in":
    ${status}:
      $ref: ${"#/components/responses/" + tables.errors[status].name}
% endif
% endfor
