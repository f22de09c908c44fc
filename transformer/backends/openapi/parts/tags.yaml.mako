% for entity in manifest.entities:
% if entity.deletable or any(manifest.surfaces.where(entity=entity.name, mode=mode) for mode in tables.operations):
- name: ${entity.name}
% if entity.description:
  description: ${entity.description}
% endif
  x-displayName: ${entity.plural}
% endif
% endfor
