{% extends "core/base.html" %}
{% load i18n %}

{% block title %}{% translate "Please wait a little" %}{% endblock %}

{% block content %}
<div class="panel empty">
  <h1>{% translate "Please wait a little" %}</h1>
  <p>{% blocktranslate count minutes=minutes trimmed %}
    That was tried too often. You can try again in {{ minutes }} minute.
    {% plural %}
    That was tried too often. You can try again in {{ minutes }} minutes.
  {% endblocktranslate %}</p>
% if has_public_forms:
  {% if not is_form %}<p><a href="{% url 'password_reset' %}">{% translate "Forgot your password?" %}</a></p>{% endif %}
% else:
  <p><a href="{% url 'password_reset' %}">{% translate "Forgot your password?" %}</a></p>
% endif
</div>
{% endblock %}
