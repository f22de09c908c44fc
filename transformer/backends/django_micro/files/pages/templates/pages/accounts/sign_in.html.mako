{% extends "core/base.html" %}
{% load i18n %}

{% block title %}{% translate "Sign in" %}{% endblock %}

{% block content %}
<div class="narrow">
  <h1>{% translate "Sign in" %}</h1>
  {% if fresh %}
  <div class="alert alert-info">{% translate "There is no account yet. Make the first one on the server:" %} <code>python manage.py createsuperuser</code></div>
  {% endif %}
  {% include "pages/_form.html" with submit=_("Sign in") %}
  <p><a href="{% url 'password_reset' %}">{% translate "Forgot your password?" %}</a></p>
  {% url 'sign_up' as sign_up %}
  {% if sign_up and not fresh %}
  <p>{% translate "No account yet?" %} <a href="{{ sign_up }}{% if next %}?next={{ next|urlencode }}{% endif %}">{% translate "Sign up" %}</a></p>
  {% endif %}
% if has_scenarios:
  {% include "pages/accounts/_people.html" %}
% endif
</div>
{% endblock %}
