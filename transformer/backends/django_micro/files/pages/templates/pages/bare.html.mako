<!doctype html>
{% load i18n static %}{% get_static_prefix as root %}
{# Something is broken, or can’t be trusted, so this page needs nothing of either. #}
<html lang="{% get_current_language as language %}{{ language }}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>{% block title %}{% endblock %}</title>
  <link rel="icon" href="{{ root }}${icon.name}" type="${icon.type}">
  <link rel="stylesheet" href="{{ root }}vendor/bootstrap/bootstrap.min.css">
  <link rel="stylesheet" href="{{ root }}css/brand.css">
  <link rel="stylesheet" href="{{ root }}css/style.css">
  <script src="{{ root }}js/theme.js"></script>
</head>
<body>
  <main class="container" id="main">
    <div class="panel empty">
      {% block content %}{% endblock %}
      <p><a href="/">{% translate "Go to the start page" %}</a></p>
    </div>
  </main>
</body>
</html>
