{% extends "core/base.html" %}
{% load i18n pages %}

{% block title %}{% translate "Home" %}{% endblock %}

{% block content %}
<h1>${app.title}</h1>
{% if cards %}
<ul class="cards">
  {% for card in cards %}
  <li><a class="panel" href="{% url card.url_name %}"><span>{{ card.title }}</span> <span class="count">{{ card.count }}</span></a></li>
  {% endfor %}
</ul>
% if not further:
{% else %}
<p class="panel empty">{% translate "There are no lists here yet." %}</p>
% endif
{% endif %}
% if further:
<ul class="cards">
% for entry in further:
% if entry.permission:
  {% if ${entry.permission | n} %}
% endif
  <li><a class="panel" href="{% url '${entry.url_name}' %}">${entry.title}</a></li>
% if entry.permission:
  {% endif %}
% endif
% endfor
</ul>
% endif
% if has_waiting:
{% include "pages/_waiting.html" %}
% endif
{% include "pages/_overview.html" %}
{% endblock %}
