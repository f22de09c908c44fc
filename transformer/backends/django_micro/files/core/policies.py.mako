"""Who may do what with records, and who sees which."""

${policy_imports}
% for policy in policies:


@register(${policy.model})
class ${policy.name}(RecordPolicy):
${policy.rules}
% endfor
