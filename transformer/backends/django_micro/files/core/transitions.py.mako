"""Which state of a record may follow which, and under what condition."""

${workflow_imports}
% for workflow in workflows:


@register(${workflow.model})
class ${workflow.name}(RecordTransitions):
    field = "${workflow.field}"
% if workflow.track:
    is_tracked = True
% endif
% if workflow.since:
    since = "${workflow.since}"
% endif
${workflow.lines}
% endfor
