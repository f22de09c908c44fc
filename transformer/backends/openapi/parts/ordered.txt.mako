% if field.target_kind == "account":
yes
% elif field.target and field.target not in seen:
% for target in [manifest.entities.named(field.target)]:
% for shown in target.fields.where(name=target.display):
${parts.ordered(field=shown, seen=[*seen, field.target])}
% endfor
% endfor
% elif not field.target and not field.sensitive and not tables.types[field.type].unsorted:
yes
% endif
