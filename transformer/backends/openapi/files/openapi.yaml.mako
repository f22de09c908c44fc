openapi: 3.1.0
info:
  title: ${manifest.app.title}
% if manifest.app.description:
  description: ${manifest.app.description}
% endif
  version: ${manifest.app.version}
servers:
  - url: /api
% if manifest.app.access != "open":
security:
  - session: []
  - bearer: []
% else:
security: []
% endif
% for tags in filter(None, [parts.tags(indent=2)]):
tags:
${tags}
% endfor
% for paths in [parts.paths(indent=2)]:
% if paths:
paths:
${paths}
% else:
paths: {}
% endif
% endfor
components:
% if manifest.app.access != "open":
  securitySchemes:
    session:
      description: The cookie of a browser that has signed in.
      type: apiKey
      in: cookie
      name: session
    bearer:
      description: A token for programs.
      type: http
      scheme: bearer
% endif
  parameters:
    page:
      name: page
      in: query
      description: Which page of the list; the first is 1.
      schema: {type: integer, minimum: 1, default: 1}
    page_size:
      name: page_size
      in: query
      description: How many records a page has.
      schema: {type: integer, minimum: 1, maximum: 100, default: 25}
  responses:
% for status, error in tables.errors.items():
    ${error.name}:
      description: ${error.answer}
      content:
        application/problem+json:
          schema: {$ref: "#/components/schemas/problem-details"}
% endfor
  schemas:
% for entity in manifest.entities:
${parts.entity(entity=entity, indent=4)}
% endfor
% for enum in manifest.enums:
    ${enum.name + ".values"}:
      title: ${enum.title}
      type: string
${parts.choices(values=enum.values, others=[], indent=6)}
% endfor
% if any(field.target_kind == "account" for entity in manifest.entities for field in entity.fields):
    account-key:
      title: Account
      description: The key of an account with which people sign in.
      type: [integer, string]
% endif
    problem-details:
      title: Problem
      description: What went wrong, as RFC 9457 has it.
      type: object
      properties:
        type: {type: string, format: uri-reference, default: "about:blank"}
        title: {type: string}
        status: {type: integer, minimum: 400, maximum: 599}
        detail: {type: string}
        instance: {type: string, format: uri-reference}
        errors:
          description: What is wrong with the values of single fields.
          type: array
          items:
            type: object
            required: [field, detail]
            properties:
              field: {type: string}
              detail: {type: string}
