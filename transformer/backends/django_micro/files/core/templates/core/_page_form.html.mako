{% extends "core/base.html" %}
{% load i18n pages %}

{% block title %}${item.title}{% endblock %}

{% block breadcrumbs %}
<nav aria-label="{% translate 'Breadcrumb' %}">
  <ol class="breadcrumb">
% if item.addresses.index:
% if item.asked.index:
    {% if ${item.asked.index | n} %}<li class="breadcrumb-item"><a href="{% url '${item.addresses.index}' %}">${item.plural}</a></li>{% endif %}
% else:
    <li class="breadcrumb-item"><a href="{% url '${item.addresses.index}' %}">${item.plural}</a></li>
% endif
% endif
% if item.has_row:
% if item.asked.row:
    <li class="breadcrumb-item">{% if ${item.asked.row | n} %}<a href="{{ object.get_absolute_url }}">{{ object }}</a>{% else %}{{ object }}{% endif %}</li>
% else:
    <li class="breadcrumb-item"><a href="{{ object.get_absolute_url }}">{{ object }}</a></li>
% endif
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
% if item.actions or (item.has_row and item.addresses.delete):
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
% if item.has_row and item.addresses.delete:
    {% if ${item.asked.delete | n} %}
    <a class="btn btn-outline-danger" href="{% url '${item.addresses.delete}' object.pk %}">{% translate "Delete" %}</a>
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
% if item.has_row and item.asked.row:
{% include "pages/_form.html" with cancel=object|address_for:user %}
% elif item.has_row:
{% include "pages/_form.html" with cancel=object.get_absolute_url %}
% elif item.addresses.index and item.asked.index:
{% if ${item.asked.index | n} %}{% url '${item.addresses.index}' as cancel %}{% endif %}
{% include "pages/_form.html" %}
% else:
{% url '${item.addresses.index or 'home'}' as cancel %}
{% include "pages/_form.html" %}
% endif
% endif
{% endblock %}
