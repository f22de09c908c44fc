{% extends "core/base.html" %}
{% load i18n pages %}

{% block title %}{{ object }}{% endblock %}

% if item.addresses.index:
{% block breadcrumbs %}
<nav aria-label="{% translate 'Breadcrumb' %}">
  <ol class="breadcrumb">
% if item.asked.index:
    {% if ${item.asked.index | n} %}<li class="breadcrumb-item"><a href="{% url '${item.addresses.index}' %}">${item.plural}</a></li>{% endif %}
% else:
    <li class="breadcrumb-item"><a href="{% url '${item.addresses.index}' %}">${item.plural}</a></li>
% endif
    <li class="breadcrumb-item active" aria-current="page">{{ object }}</li>
  </ol>
</nav>
{% endblock %}

% endif
{% block content %}
<div class="page-head">
  <div>
    <p class="kicker">${item.title}</p>
    <h1>{{ object }}</h1>
% if item.purpose:
    <p class="purpose">${item.purpose}</p>
% endif
  </div>
  <div class="page-actions">
% if with_pdf:
    <a class="btn btn-outline-secondary" href="?export=pdf">PDF</a>
% endif
    {% include "pages/_print.html" %}
% for action in item.actions:
% if action.permission:
    {% if ${action.permission | n} %}
% endif
% if action.reference:
    <a class="btn btn-outline-secondary" href="{% url '${action.address}' %}?${action.reference}={{ object.pk|urlencode }}&amp;next={{ request.path|urlencode }}">${action.title}</a>
% else:
    <a class="btn btn-outline-secondary" href="{% url '${action.address}'${' object.pk' if action.has_key else ''} %}">${action.title}</a>
% endif
% if action.permission:
    {% endif %}
% endif
% endfor
% if item.addresses.versions:
% if item.asked.versions:
    {% if ${item.asked.versions | n} %}<a class="btn btn-outline-secondary" href="{% url '${item.addresses.versions}' object.pk %}">{% translate "Versions" %}</a>{% endif %}
% else:
    <a class="btn btn-outline-secondary" href="{% url '${item.addresses.versions}' object.pk %}">{% translate "Versions" %}</a>
% endif
% endif
% if item.addresses.edit:
    {% if ${item.asked.edit | n} %}
    <a class="btn btn-primary" href="{% url '${item.addresses.edit}' object.pk %}">{% translate "Edit" %}</a>
    {% endif %}
% endif
    {% if ${item.asked.delete | n} %}
    <a class="btn btn-outline-danger" href="{% url '${item.addresses.delete}' object.pk %}">{% translate "Delete" %}</a>
    {% endif %}
  </div>
</div>
% if item.has_states:
{% include "pages/_transitions.html" %}
% endif
% for group in item.groups:
<section class="panel">
% if group.title:
  <h2>${group.title}</h2>
% endif
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
% for history in item.histories:
{% include "${history}" %}
% endfor
{% include "pages/_related.html" %}
{% include "pages/_neighbours.html" %}
{% endblock %}
