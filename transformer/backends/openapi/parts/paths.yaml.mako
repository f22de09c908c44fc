% for entity in manifest.entities:
% for place, path in (("collection", entity.address.rstrip("/")), ("item", entity.address + "{key}")):
% for operations in filter(None, [parts.operations(entity=entity, place=place, indent=2)]):
${path}:
% if place == "item":
${parts.key(entity=entity, indent=2)}
% endif
${operations}
% endfor
% endfor
% endfor
% for surface in manifest.surfaces.where(default=False):
% for entity in filter(None, [manifest.entities.named(surface.entity)]):
% for operation in [row for mode, row in tables.operations.items() if mode == surface.mode]:
${surface.address.rstrip("/")}:
% if "{key}" in surface.address:
${parts.key(entity=entity, indent=2)}
% endif
${parts.operation(entity=entity, surface=surface, operation=operation, indent=2)}
% endfor
% endfor
% endfor
