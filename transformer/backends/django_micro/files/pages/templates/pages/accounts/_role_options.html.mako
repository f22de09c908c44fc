{% load i18n %}
% if role_attribute:
<label class="visually-hidden" for="role-{{ account.row.pk }}">{% translate "Role" %}: {{ account.row }}</label>
<select class="form-select" id="role-{{ account.row.pk }}" name="role">
% if lacks_role:
  <option value="">–</option>
% endif
  {% for option in account.options %}{% if option.is_open %}
  <option value="{{ option.name }}"{% if option.has %} selected{% endif %}>{{ option.title }}</option>
  {% endif %}{% endfor %}
</select>
% else:
<fieldset>
  <legend class="visually-hidden">{% translate "Roles" %}: {{ account.row }}</legend>
  {% for option in account.options %}
  <div class="form-check form-check-inline">
    <input class="form-check-input" type="checkbox" id="role-{{ account.row.pk }}-{{ forloop.counter }}" name="role" value="{{ option.name }}"{% if option.has %} checked{% endif %}{% if not option.is_open %} disabled{% endif %}>
    <label class="form-check-label" for="role-{{ account.row.pk }}-{{ forloop.counter }}">{{ option.title }}</label>
  </div>
  {% if option.has and not option.is_open %}<input type="hidden" name="role" value="{{ option.name }}">{% endif %}
  {% endfor %}
</fieldset>
% endif
