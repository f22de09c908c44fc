{% extends "core/base.html" %}
{% load i18n %}

{% block title %}{% translate "Set up" %}{% endblock %}

{% block content %}
<div class="narrow">
  <h1>{% translate "Welcome" %}</h1>
  <p>{% translate "Nobody can sign in yet. Make the first account: it is yours, and it may do everything." %}</p>
  {% include "pages/_form.html" with submit=_("Make account") %}
% if has_scenarios:
  {% include "pages/accounts/_scenarios.html" %}
% endif
</div>
{% endblock %}
