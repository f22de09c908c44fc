{% extends "core/base.html" %}
{% load i18n %}

{% block title %}{% translate "Your profile" %}{% endblock %}

{% block content %}
<div class="narrow">
  <h1>{% translate "Your profile" %}</h1>
  {% include "pages/_form.html" with submit=_("Save") %}
  <p><a href="{% url 'password_change' %}">{% translate "Change your password" %}</a></p>
% if gives_roles:
  {% if perms.auth.change_permission %}<p><a href="{% url 'roles' %}">{% translate "Give roles" %}</a></p>{% endif %}
% endif
</div>
{% endblock %}
