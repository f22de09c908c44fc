{% load i18n %}
<form class="form panel" method="post" action="{% firstof action request.get_full_path %}"{% if form.is_multipart %} enctype="multipart/form-data"{% endif %} data-unsaved="{% translate "Leave without saving what you changed?" %}"{% if view.checks_fields and form.is_bound %} data-changed{% endif %}>
  {% csrf_token %}
  {% if token %}<input type="hidden" name="idempotency-key" value="{{ token }}">{% endif %}
  {# The first button is what the Enter key presses: this one, not that of a search. #}
% if has_inlines:
  {% if form.references or form.line_sets %}<button type="submit" hidden></button>{% endif %}
% else:
  {% if form.references %}<button type="submit" hidden></button>{% endif %}
% endif
  {% include "pages/_form_errors.html" %}
  {% for field in form.hidden_fields %}{{ field }}{% endfor %}
  {% for title, fields in form.groups %}
  <fieldset>
    {% if title %}<legend>{{ title }}</legend>{% endif %}
    {% for field in fields %}{% include "pages/_field.html" %}{% endfor %}
  </fieldset>
  {% endfor %}
% if has_inlines:
  {% for lines in form.line_sets %}{% include "pages/_inline.html" %}{% endfor %}
% endif
  <div class="actions">
    <button class="btn btn-primary" type="submit">{% firstof submit view.submit_title %}</button>
    {% if view.offers_another and not view.fills_other_form %}<button class="btn btn-outline-secondary" type="submit" name="form-another" value="1">{% translate "Save and add another" %}</button>{% endif %}
    {% if back or cancel %}<a class="btn btn-link" href="{% firstof back cancel %}" data-cancel>{% translate "Cancel" %}</a>{% endif %}
  </div>
</form>
{% if form.has_adding and not view.fills_other_form %}{% include "pages/_add_dialog.html" %}{% endif %}
