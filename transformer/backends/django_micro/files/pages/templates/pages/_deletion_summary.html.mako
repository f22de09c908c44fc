{% load i18n %}
{% if summary.protected %}
<div class="alert alert-warning" role="alert">{% translate "This can’t be deleted while these refer to it:" %}</div>
{% include "pages/_rows_affected.html" with groups=summary.protected %}
{% else %}
% if has_soft_deletion:
<p>{% if summary.is_final %}{% translate "This can’t be undone." %}{% else %}{% translate "It is put away, and can be restored." %}{% endif %}</p>
% else:
<p>{% translate "This can’t be undone." %}</p>
% endif
% if has_soft_deletion:
{% if not summary.is_final and summary.put_away %}
<h2>{% translate "Put away along with it" %}</h2>
{% include "pages/_rows_affected.html" with groups=summary.put_away %}
{% endif %}
{% if not summary.is_final and summary.lost %}
<h2>{% translate "Deleted along with it; these can’t be restored" %}</h2>
{% include "pages/_rows_affected.html" with groups=summary.lost %}
{% endif %}
{% if summary.is_final and summary.deleted %}
% else:
{% if summary.deleted %}
% endif
<h2>{% translate "Deleted along with it" %}</h2>
{% include "pages/_rows_affected.html" with groups=summary.deleted %}
{% endif %}
{% if summary.nullified %}
<h2>{% translate "Kept, but no longer referring to it" %}</h2>
{% include "pages/_rows_affected.html" with groups=summary.nullified %}
{% endif %}
{% endif %}
