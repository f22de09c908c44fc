{% extends "core/base.html" %}
{% load i18n pages %}

{% block title %}${item.title}{% endblock %}

{% block content %}
<div class="page-head">
% if item.purpose:
  <div>
    <h1>${item.title}</h1>
    <p class="purpose">${item.purpose}</p>
  </div>
% else:
  <h1>${item.title}</h1>
% endif
% if item.addresses.add or item.actions or item.addresses.upload or item.addresses.put_away:
  <div class="page-actions">
% for action in item.actions:
% if action.permission:
    {% if ${action.permission | n} %}
% endif
    <a class="btn btn-outline-secondary" href="{% url '${action.address}' %}">${action.title}</a>
% if action.permission:
    {% endif %}
% endif
% endfor
% if item.addresses.put_away:
    {% if ${item.asked.put_away | n} %}<a class="btn btn-quiet" href="{% url '${item.addresses.put_away}' %}">{% translate "Put away" %}</a>{% endif %}
% endif
% if item.addresses.add:
    {% if ${item.asked.add | n} %}
% if item.addresses.upload:
    <a class="btn btn-outline-secondary" href="{% url '${item.addresses.upload}' %}">{% translate "Import" %}</a>
% endif
    <a class="btn btn-primary" href="{% url '${item.addresses.add}' %}" data-shortcut="n">${item.add_title}</a>
    {% endif %}
% endif
  </div>
% endif
</div>
{% include "pages/_toolbar.html" %}
<div id="rows" data-status="{{ position }}">
  {% if view.parameters %}{% include "pages/_chips.html" %}{% endif %}
  {% if object_list %}
  {% include "pages/_bulk.html" %}
  <table class="table panel rows">
    <thead>
      <tr>{% include "pages/_headings.html" %}</tr>
    </thead>
    <tbody hx-target="#rows" hx-select="#rows" hx-select-oob="#messages" hx-swap="outerHTML" hx-include="#changes [name=csrfmiddlewaretoken]">
% if has_policies:
      {% for object, may_change, may_delete, may_set in rows_with_rights %}
% else:
      {% for object in object_list %}
% endif
% if item.sets_values:
      {% with key=object.pk|force_escape %}
% endif
      <tr>
% if item.selects_rows and has_policies:
        {% if may_select %}<td class="pick">{% if may_change or may_delete %}<input class="form-check-input" type="checkbox" form="changes" name="row" value="{{ ${item.key} }}" aria-label="{{ object }}">{% endif %}</td>{% endif %}
% elif item.selects_rows:
        {% if may_select %}<td class="pick"><input class="form-check-input" type="checkbox" form="changes" name="row" value="{{ ${item.key} }}" aria-label="{{ object }}"></td>{% endif %}
% endif
% for cell in item.cells:
% if cell is item.link:
% if item.asked.row_of_list:
        <td data-label="${cell.title}">{% if ${item.asked.row_of_list | n} %}<a class="row-link" href="{{ object.get_absolute_url }}">${cell.link | n}</a>{% else %}${cell.link | n}{% endif %}</td>
% else:
        <td data-label="${cell.title}"><a class="row-link" href="{{ object.get_absolute_url }}">${cell.link | n}</a></td>
% endif
% elif cell.condition:
        {% if ${cell.condition | n} %}<td data-label="${cell.title}">${cell.source | n}</td>{% endif %}
% else:
        <td data-label="${cell.title}">${cell.source | n}</td>
% endif
% endfor
% if item.addresses.row and not item.link and item.asked.row_of_list:
        <td data-label="">{% if ${item.asked.row_of_list | n} %}<a class="row-link" href="{{ object.get_absolute_url }}">{% translate "Open" %}</a>{% endif %}</td>
% elif item.addresses.row and not item.link:
        <td data-label=""><a class="row-link" href="{{ object.get_absolute_url }}">{% translate "Open" %}</a></td>
% endif
      </tr>
% if item.sets_values:
      {% endwith %}
% endif
      {% endfor %}
    </tbody>
  </table>
  {% include "pages/_pagination.html" %}
  {% include "pages/_export.html" %}
  {% else %}
% if item.addresses.add and item.asked.has_more_of_add:
  {% if ${item.asked.add | n} %}{% url '${item.addresses.add}' as add_address %}{% endif %}
% elif item.addresses.add:
  {% url '${item.addresses.add}' as add_address %}
% endif
  {% include "pages/_empty.html" %}
  {% endif %}
</div>
{% endblock %}
