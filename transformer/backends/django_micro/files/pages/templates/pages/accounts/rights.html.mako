{% extends "core/base.html" %}
{% load i18n %}

{% block title %}{% translate "Rights" %}{% endblock %}

{% block content %}
<div class="page-head">
  <div>
    <h1>{% translate "Rights" %}</h1>
    <p class="purpose">{% translate "Who may do what with records. Superusers may do everything." %}</p>
  </div>
</div>
<section aria-labelledby="why">
  <h2 id="why">{% translate "Why?" %}</h2>
  <form class="form panel" method="get" action="#why">
    {% include "pages/_form_errors.html" %}
    {% for field in form %}{% include "pages/_field.html" %}{% endfor %}
    <div class="actions"><button class="btn btn-primary" type="submit">{% translate "Explain" %}</button></div>
  </form>
  {% if answers %}
  <div class="panel" id="answer">
    <h3>{{ account }} · {{ rows.0 }}</h3>
    <dl class="reasons">
      {% for answer in answers %}
      <dt>{{ answer.title }}: <strong>{% if answer.is_allowed is None %}–{% elif answer.is_allowed %}{% translate "yes" %}{% else %}{% translate "no" %}{% endif %}</strong></dt>
      {% for reason in answer.reasons %}
      <dd{% if not reason.decides %} class="text-secondary"{% endif %}>{% if reason.holds is not None %}<span aria-hidden="true">{% if reason.holds %}✓{% else %}✗{% endif %}</span><span class="visually-hidden">{% if reason.holds %}{% translate "holds" %}{% else %}{% translate "doesn’t hold" %}{% endif %}:</span> {% endif %}{% if reason.is_rule %}<code>{{ reason.text }}</code>{% else %}{{ reason.text }}{% endif %}{% if reason.decides %} <span class="badge">{% translate "decides" %}</span>{% endif %}</dd>
      {% endfor %}
      {% endfor %}
    </dl>
  </div>
  {% elif rows %}
  <div class="panel">
    <p>{% translate "Which one?" %}</p>
    <ul class="plain-list">
      {% for row in rows %}
      <li><a href="?account={{ account.get_username|urlencode }}&amp;model={{ form.cleaned_data.model }}&amp;row={{ row.pk|urlencode }}#why">{{ row }}</a></li>
      {% endfor %}
    </ul>
  </div>
  {% endif %}
</section>
{% for title, lines in tables %}
<section class="panel">
  <h2>{{ title }}</h2>
  <div class="sheet" role="region" aria-label="{{ title }}" tabindex="0">
    <table class="table">
      <thead>
        <tr><th scope="col">{% translate "Role" %}</th>{% for operation in operations.values %}<th scope="col">{{ operation }}</th>{% endfor %}</tr>
      </thead>
      <tbody>
        {% for who, rights in lines %}
        <tr>
          <th scope="row">{{ who }}</th>
          {% for right in rights %}<td>{% if right is True %}{% translate "yes" %}{% elif right is False %}<span class="text-secondary">{% translate "no" %}</span>{% else %}<code>{{ right }}</code>{% endif %}</td>{% endfor %}
        </tr>
        {% endfor %}
      </tbody>
    </table>
  </div>
</section>
{% endfor %}
% if told_transitions:
{% for title, people, lines in workflows %}
<section class="panel">
  <h2>{{ title }}</h2>
  <div class="sheet" role="region" aria-label="{{ title }}" tabindex="0">
    <table class="table">
      <thead>
        <tr><td></td>{% for who in people %}<th scope="col">{{ who }}</th>{% endfor %}</tr>
      </thead>
      <tbody>
        {% for change, rights in lines %}
        <tr>
          <th scope="row">{{ change }}</th>
          {% for right in rights %}<td>{% if right is True %}{% translate "yes" %}{% elif right is False %}<span class="text-secondary">{% translate "no" %}</span>{% else %}<code>{{ right }}</code>{% endif %}</td>{% endfor %}
        </tr>
        {% endfor %}
      </tbody>
    </table>
  </div>
</section>
{% endfor %}
% endif
% if told_pages:
<section class="panel">
  {% translate "Pages" as title %}
  <h2>{{ title }}</h2>
  <div class="sheet" role="region" aria-label="{{ title }}" tabindex="0">
    <table class="table">
      <thead>
        <tr><th scope="col">{% translate "Page" %}</th><th scope="col">{% translate "Role" %}</th><th scope="col">{% translate "Rule" %}</th></tr>
      </thead>
      <tbody>
        {% for page, who, rule in pages %}
        <tr><th scope="row">{{ page }}</th><td>{{ who }}</td><td><code>{{ rule }}</code></td></tr>
        {% endfor %}
      </tbody>
    </table>
  </div>
</section>
% endif
<p><a href="{% url 'roles' %}">{% translate "Roles" %}</a></p>
{% endblock %}
