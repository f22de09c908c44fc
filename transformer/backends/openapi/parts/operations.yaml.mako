% for mode, operation in tables.operations.items():
% if operation.place == place:
% for surface in manifest.surfaces.where(entity=entity.name, mode=mode, default=True):
${parts.operation(entity=entity, surface=surface, operation=operation)}
% endfor
% if mode == "delete" and entity.deletable:
${parts.operation(entity=entity, surface=None, operation=operation)}
% endif
% endif
% endfor
