{% load i18n pages %}
{% if recent or charts %}
<div class="overview">
  {% if recent %}
  <section class="panel" aria-labelledby="recent">
    <h2 id="recent">{% translate "Added last" %}</h2>
    <ul class="plain-list">
      {% for entry in recent %}
% if has_page_access:
      <li>{% if entry.row|address_for:user${" and entry.is_open" if leads_to_forms else ""} %}<a href="{{ entry.row.get_absolute_url }}">{{ entry.row }}</a>{% else %}{{ entry.row }}{% endif %} <span class="kicker">{{ entry.title }} · {{ entry.moment|moment }}</span></li>
% else:
      <li>{% if entry.row.get_absolute_url${" and entry.is_open" if leads_to_forms else ""} %}<a href="{{ entry.row.get_absolute_url }}">{{ entry.row }}</a>{% else %}{{ entry.row }}{% endif %} <span class="kicker">{{ entry.title }} · {{ entry.moment|moment }}</span></li>
% endif
      {% endfor %}
    </ul>
  </section>
  {% endif %}
  {% for chart in charts %}
  <section class="panel" aria-labelledby="chart-{{ forloop.counter }}">
    <h2 id="chart-{{ forloop.counter }}">{{ chart.title }}</h2>
    {# The list says all; the bars only show it. #}
    <ul class="chart">
      {% for bar in chart.bars %}
      <li>
        {% if bar.address %}<a href="{{ bar.address }}">{{ bar.title }}</a>{% else %}<span>{{ bar.title }}</span>{% endif %}
        <span class="count">{{ bar.count|amount }}</span>
        <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect class="bar-ground" width="100" height="4" rx="1"/><rect class="bar" width="{{ bar.share|stringformat:'.1f' }}" height="4" rx="1"/></svg>
      </li>
      {% endfor %}
    </ul>
  </section>
  {% endfor %}
</div>
{% endif %}
