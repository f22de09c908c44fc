{% load i18n ${"pages " if has_closed_forms else ""}static %}{% get_current_language as language %}<!doctype html>
<html lang="{{ language }}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="htmx-config" content='{"includeIndicatorStyles": false, "allowEval": false, "attributesToSettle": ["class"], "historyCacheSize": 0, "refreshOnHistoryMiss": true}'>
  <title>{% block title %}{% endblock %} · ${app.title}</title>
  <link rel="icon" href="{% static '${icon.name}' %}" type="${icon.type}">
  <link rel="stylesheet" href="{% static 'vendor/bootstrap/bootstrap.min.css' %}">
  <link rel="stylesheet" href="{% static 'css/brand.css' %}">
  <link rel="stylesheet" href="{% static 'css/style.css' %}">
  {# Before anything is drawn, or a dark page would flash up light. #}
  <script src="{% static 'js/theme.js' %}"></script>
  <script src="{% static 'vendor/bootstrap/bootstrap.bundle.min.js' %}" defer></script>
  <script src="{% static 'vendor/htmx/htmx.min.js' %}" defer></script>
  <script src="{% static 'js/app.js' %}" defer></script>
  <script src="{% static 'js/keyboard.js' %}" defer></script>
  <script src="{% static 'js/menus.js' %}" defer></script>
  <script src="{% static 'js/forms.js' %}" type="module"></script>
% if has_inlines:
  <script src="{% static 'js/inlines.js' %}" type="module"></script>
% endif
  <script src="{% static 'js/type-ahead.js' %}" type="module"></script>
</head>
<body>
  <a class="skip-link" href="#main">{% translate "Skip to content" %}</a>
  <header class="navbar navbar-expand-lg site-header">
    <div class="container">
      <a class="navbar-brand" href="{% url 'home' %}"><img class="brand-mark" src="{% static '${icon.name}' %}" alt="" width="26" height="26"><span>${app.title}</span></a>
      <button class="navbar-toggler" type="button" data-bs-toggle="collapse" data-bs-target="#menu" aria-controls="menu" aria-expanded="false" aria-label="{% translate 'Menu' %}">
        <span class="navbar-toggler-icon"></span>
      </button>
      <nav class="collapse navbar-collapse" id="menu" aria-label="{% translate 'Main' %}">
% if private and not has_public_pages:
        {% if user.is_authenticated %}
% endif
        <ul class="navbar-nav me-auto">
% for entry in nav:
% if entry.permission:
          {% if ${entry.permission | n} %}
% endif
          {% url '${entry.url_name}' as address %}
          <li class="nav-item"><a class="nav-link{% if request.path == address %} active{% endif %}" href="{{ address }}"{% if request.path == address %} aria-current="page"{% endif %}>${entry.title}</a></li>
% if entry.permission:
          {% endif %}
% endif
% endfor
% if nav_more:
% if private and has_public_pages:
          {% if user.is_authenticated %}
% endif
          <li class="nav-item dropdown">
            <button class="nav-link dropdown-toggle" type="button" data-bs-toggle="dropdown" aria-expanded="false">{% translate "More" %}</button>
            <ul class="dropdown-menu site-menu">
% for entry in nav_more:
% if entry.permission:
              {% if ${entry.permission | n} %}
% endif
              {% url '${entry.url_name}' as address %}
              <li><a class="dropdown-item{% if request.path == address %} active{% endif %}" href="{{ address }}"{% if request.path == address %} aria-current="page"{% endif %}>${entry.title}</a></li>
% if entry.permission:
              {% endif %}
% endif
% endfor
            </ul>
          </li>
% if private and has_public_pages:
          {% else %}
% for entry in nav_more:
% if entry.is_public:
          {% if ${entry.permission | n} %}
          {% url '${entry.url_name}' as address %}
          <li class="nav-item"><a class="nav-link{% if request.path == address %} active{% endif %}" href="{{ address }}"{% if request.path == address %} aria-current="page"{% endif %}>${entry.title}</a></li>
          {% endif %}
% endif
% endfor
          {% endif %}
% endif
% endif
        </ul>
% if private and not has_public_pages:
        {% endif %}
% endif
        <div class="site-account">
          {% include "pages/_theme.html" %}
          {% if user.is_authenticated %}
          {% if user.is_staff %}<a class="nav-link" href="{% url 'admin:index' %}">{% translate "Admin" %}</a>{% endif %}
          <a class="nav-link text-truncate site-user" href="{% url 'profile' %}"{% if request.resolver_match.url_name == "profile" %} aria-current="page"{% endif %}>{{ user.get_username }}</a>
          <form method="post" action="{% url 'logout' %}">
            {% csrf_token %}
            <button class="btn btn-sm btn-outline-secondary" type="submit">{% translate "Sign out" %}</button>
          </form>
          {% elif request.resolver_match.url_name != "login" %}
          <a class="btn btn-sm btn-outline-secondary" href="{% url 'login' %}">{% translate "Sign in" %}</a>
          {% endif %}
        </div>
      </nav>
    </div>
  </header>
  <main class="container" id="main" tabindex="-1">
    {% block breadcrumbs %}{% endblock %}
    <div id="messages">
      {% for message in messages %}
      <div class="alert alert-{{ message.tags }}" role="status">{{ message }}</div>
      {% endfor %}
    </div>
    {% block content %}{% endblock %}
  </main>
  <div class="visually-hidden" id="announcement" aria-live="polite"></div>
  <div class="toast-note" id="failure" role="alert" hidden>
    <span>{% translate "That didn’t work. Please try again." %}</span>
    <button class="btn-close" type="button" aria-label="{% translate 'Close' %}" data-close="failure"></button>
  </div>
  {% include "pages/_help.html" %}
</body>
</html>
