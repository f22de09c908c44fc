"""Who may do what with records, and who sees which."""

${policy_imports}
% for policy in policies:


@register(${policy.model})
class ${policy.name}(RecordPolicy):
% for line in policy.lines:
${line}
% endfor
% endfor
% if page_accesses:

% if policies:

# Whom pages are for.
% endif
% endif
% for line in page_accesses:
${line}
% endfor
% if page_policies:

% if policies or page_accesses:

# What some roles see and do on pages.
% endif
% endif
% for policy in page_policies:
${policy.declaration}
% endfor
