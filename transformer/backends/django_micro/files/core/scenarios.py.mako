"""Rows to show the app with: `python manage.py scenario` lists what there is."""

${scenario_imports}
% for scenario in scenarios:


@register
class ${scenario.name}(Scenario):
${scenario.facts}

    def list_rows(self):
% for row in scenario.rows:
${row}
% endfor
% endfor
