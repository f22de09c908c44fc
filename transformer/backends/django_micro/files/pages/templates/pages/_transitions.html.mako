{% load i18n %}
{% if transitions.steps${" or transitions.timed" if has_timed else ""} %}
<section class="panel" aria-labelledby="transitions">
  <h2 id="transitions">{{ transitions.title }}: {{ transitions.state }}</h2>
  <div class="page-actions">
    {% for step in transitions.steps %}
    <form method="post" action="{{ step.address }}">
      {% csrf_token %}
      <input type="hidden" name="state-before" value="{{ transitions.before }}">
      <button class="btn btn-outline-secondary" type="submit"{% if step.reasons %} disabled aria-describedby="transition-{{ forloop.counter }}"{% endif %}><span aria-hidden="true">→</span> {{ step.title }}</button>
    </form>
    {% endfor %}
  </div>
  {% for step in transitions.steps %}
  {% if step.reasons %}<p class="purpose mt-2" id="transition-{{ forloop.counter }}">{% blocktranslate with after=step.title reasons=step.reasons|join:", " %}“{{ after }}” needs {{ reasons }}.{% endblocktranslate %}</p>{% endif %}
  {% endfor %}
% if has_timed:
  {% for each in transitions.timed %}
  <p class="purpose mt-2">{% blocktranslate with after=each.title due=each.due %}By itself: “{{ after }}” from {{ due }} on.{% endblocktranslate %}{% if each.reasons %} {% blocktranslate with after=each.title reasons=each.reasons|join:", " %}“{{ after }}” needs {{ reasons }}.{% endblocktranslate %}{% endif %}</p>
  {% endfor %}
% endif
</section>
{% endif %}
