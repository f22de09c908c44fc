{% extends "core/base.html" %}
{% load i18n pages %}

{% block title %}${item.title}{% endblock %}

{% block breadcrumbs %}
<nav aria-label="{% translate 'Breadcrumb' %}">
  <ol class="breadcrumb">
% if item.index:
% if item.gates.may_list:
    <li class="breadcrumb-item">{% if ${item.gates.may_list} %}<a href="{% url '${item.index}' %}">${item.plural}</a>{% else %}${item.plural}{% endif %}</li>
% else:
    <li class="breadcrumb-item"><a href="{% url '${item.index}' %}">${item.plural}</a></li>
% endif
% endif
% if item.has_row:
    <li class="breadcrumb-item"><a href="{{ object.get_absolute_url }}">{{ object }}</a></li>
% endif
    <li class="breadcrumb-item active" aria-current="page">${item.title}</li>
  </ol>
</nav>
{% endblock %}

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
% if item.actions or (item.has_row and item.delete):
  <div class="page-actions">
% for action in item.actions:
% if action.permission:
    {% if ${action.permission | n} %}
% endif
    <a class="btn btn-outline-secondary" href="{% url '${action.address}'${' object.pk' if action.has_key else ''} %}">${action.title}</a>
% if action.permission:
    {% endif %}
% endif
% endfor
% if item.has_row and item.delete:
    {% if may_delete %}
    <a class="btn btn-outline-danger" href="{% url '${item.delete}' object.pk %}">{% translate "Delete" %}</a>
    {% endif %}
% endif
  </div>
% endif
</div>
% for group in item.groups:
<section class="panel">
  <dl class="facts">
% for cell in group.values:
% if cell.condition:
    {% if ${cell.condition | n} %}
% endif
    <div><dt>${cell.title}</dt><dd>${cell.source | n}</dd></div>
% if cell.condition:
    {% endif %}
% endif
% endfor
  </dl>
</section>
% endfor
% if item.has_form:
% if item.has_row:
{% include "pages/_form.html" with cancel=object.get_absolute_url %}
% else:
% if item.gates.may_list:
{% url 'home' as cancel %}
{% if ${item.gates.may_list} %}{% url '${item.index}' as cancel %}{% endif %}
% else:
{% url '${item.index or 'home'}' as cancel %}
% endif
{% include "pages/_form.html" %}
% endif
% endif
{% endblock %}
