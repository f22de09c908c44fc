% if surface.ux and surface.ux.show:
${" ".join(surface.ux.show)}
% else:
${" ".join(item.field for section in surface.sections for item in section.fields)}
% endif
