% if has_page_access:
{% load i18n pages %}
% else:
{% load i18n %}
% endif
{% if tabs %}
<section class="panel" id="related">
  <ul class="tabs" hx-boost="true" hx-target="#related" hx-select="#related" hx-swap="outerHTML show:none">
    {% for tab in tabs %}
    <li><a href="?tab={{ tab.name }}"{% if tab.is_chosen %} aria-current="true"{% endif %}>{{ tab.title }}{% if not tab.is_single %} <span class="count">{{ tab.count }}</span>{% endif %}</a></li>
    {% endfor %}
  </ul>
  {% for tab in tabs %}
  {% if tab.is_chosen %}
  {% if tab.lines %}
  <div class="sheet" role="region" aria-label="{{ tab.title }}" tabindex="0">
    <table class="table">
      <thead>
        <tr>{% for column in tab.columns %}<th scope="col">{{ column.title }}</th>{% endfor %}</tr>
      </thead>
      <tbody>
        {% for row, line in tab.lines %}
% if has_page_access:
        <tr>{% for text, leads in line %}<td>{% if leads and row|address_for:user${" and row.pk in tab.open_keys" if leads_to_forms else ""} %}<a href="{{ row.get_absolute_url }}">{{ text|default:row|truncatechars:80 }}</a>{% else %}{{ text|default:"–"|truncatechars:80 }}{% endif %}</td>{% endfor %}</tr>
% else:
        <tr>{% for text, leads in line %}<td>{% if leads and row.get_absolute_url${" and row.pk in tab.open_keys" if leads_to_forms else ""} %}<a href="{{ row.get_absolute_url }}">{{ text|default:row|truncatechars:80 }}</a>{% else %}{{ text|default:"–"|truncatechars:80 }}{% endif %}</td>{% endfor %}</tr>
% endif
        {% endfor %}
      </tbody>
      {% if tab.sums %}
      <tfoot>
        <tr>{% for text in tab.sums %}<td>{{ text }}</td>{% endfor %}</tr>
      </tfoot>
      {% endif %}
    </table>
  </div>
  {% elif tab.rows %}
  <ul class="plain-list">
    {% for row in tab.rows %}
% if has_page_access:
    <li>{% if row|address_for:user${" and row.pk in tab.open_keys" if leads_to_forms else ""} %}<a href="{{ row.get_absolute_url }}">{{ row }}</a>{% else %}{{ row }}{% endif %}</li>
% else:
    <li>{% if row.get_absolute_url${" and row.pk in tab.open_keys" if leads_to_forms else ""} %}<a href="{{ row.get_absolute_url }}">{{ row }}</a>{% else %}{{ row }}{% endif %}</li>
% endif
    {% endfor %}
  </ul>
  {% else %}
  <p class="text-secondary">{% translate "None yet." %}</p>
  {% endif %}
  <div class="actions">
    {% if tab.add %}{% if not tab.is_single or not tab.rows %}<a class="btn btn-outline-secondary" href="{{ tab.add }}">{% translate "Add" %}</a>{% endif %}{% endif %}
% if edits_single:
    {% if tab.edit %}<a class="btn btn-outline-secondary" href="{{ tab.edit }}">{% translate "Edit" %}</a>{% endif %}
% endif
    {% if tab.index and tab.is_cut %}<a class="btn btn-quiet" href="{{ tab.index }}">{% translate "Show all" %}</a>{% endif %}
  </div>
  {% endif %}
  {% endfor %}
</section>
{% endif %}
