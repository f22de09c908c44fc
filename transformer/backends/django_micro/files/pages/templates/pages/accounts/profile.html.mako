{% extends "core/base.html" %}
{% load i18n %}

{% block title %}{% translate "Your profile" %}{% endblock %}

{% block content %}
<div class="narrow">
  <h1>{% translate "Your profile" %}</h1>
% if has_account_policy:
  {% if form.is_closed %}
  <div class="form panel">
    {% for field in form %}{% include "pages/_field.html" %}{% endfor %}
  </div>
  {% else %}
  {% include "pages/_form.html" with submit=_("Save") %}
  {% endif %}
% else:
  {% include "pages/_form.html" with submit=_("Save") %}
% endif
  <p><a href="{% url 'password_change' %}">{% translate "Change your password" %}</a></p>
% if with_api:
  <p><a href="{% url 'api_tokens' %}">{% translate "Tokens for programs" %}</a></p>
% endif
% if gives_roles:
  {% if perms.auth.change_permission %}<p><a href="{% url 'roles' %}">{% translate "Give roles" %}</a></p>{% endif %}
% endif
</div>
{% endblock %}
