"""Who may do what, as the page of rights says it; `core/policies.py` enforces it.

A right is True, False, or the condition on a row in the words of the rules.
"""

${rights}
% if told_transitions:

# Which of these changes of a row's state somebody may make, likewise.
${told_transitions}
% endif
% if told_pages:

# The pages that aren't the same for all: page, role or nothing, and the rule.
${told_pages}
% endif
