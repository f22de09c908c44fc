{% extends "core/base.html" %}
% if item.upload:
{% load i18n %}
% endif

{% block title %}${item.title}{% endblock %}

{% block content %}
<div class="page-head">
  <h1>${item.title}</h1>
% if item.add or item.actions or item.upload:
  {% if may_change %}
  <div class="page-actions">
% for action in item.actions:
    <a class="btn btn-outline-secondary" href="{% url '${action.address}' %}">${action.title}</a>
% endfor
% if item.upload:
    <a class="btn btn-outline-secondary" href="{% url '${item.upload}' %}">{% translate "Import" %}</a>
% endif
% if item.add:
    <a class="btn btn-primary" href="{% url '${item.add}' %}">${item.add_title}</a>
% endif
  </div>
  {% endif %}
% endif
</div>
<div id="rows">
  {% if object_list %}
  <table class="table panel rows">
    <thead>
      <tr>
% for cell in item.cells:
        <th scope="col">${cell.title}</th>
% endfor
% if item.row and not item.link:
        <th scope="col"><span class="visually-hidden">Page</span></th>
% endif
      </tr>
    </thead>
    <tbody>
      {% for object in object_list %}
      <tr>
% for cell in item.cells:
% if cell is item.link:
        <td data-label="${cell.title}"><a href="{{ object.get_absolute_url }}">${cell.source | n}</a></td>
% else:
        <td data-label="${cell.title}">${cell.source | n}</td>
% endif
% endfor
% if item.row and not item.link:
        <td data-label=""><a href="{{ object.get_absolute_url }}">Open</a></td>
% endif
      </tr>
      {% endfor %}
    </tbody>
  </table>
  {% include "pages/_pagination.html" %}
  {% include "pages/_export.html" %}
  {% else %}
  <div class="panel empty">
    <p>Nothing here yet.</p>
% if item.add:
    {% if may_change %}<a href="{% url '${item.add}' %}">Add the first one</a>{% endif %}
% endif
  </div>
  {% endif %}
</div>
{% endblock %}
