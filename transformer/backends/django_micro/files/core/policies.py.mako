"""Who may do what with records, and who sees which."""

${policy_imports}
% for policy in policies:


@register(${policy.model})
class ${policy.name}(RecordPolicy):
% for line in policy.lines:
${line}
% endfor
% endfor
