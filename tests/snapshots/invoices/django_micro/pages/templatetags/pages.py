"""Values as people read them; a list shows hundreds, so what can be kept is kept."""

from functools import lru_cache

from django import template
from django.utils import formats, timezone, translation
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from records.values import format_duration, localise

from ..badge_colors import find_tone

register = template.Library()


@register.filter
def moment(value):
    """A date and time in the reader's time zone, exact where one points at it."""
    if value is None:
        return ""
    zone, language = timezone.get_current_timezone(), translation.get_language()
    return format_moment(value, zone, language)


@lru_cache(maxsize=2000)
def format_moment(value, zone, language):
    # Times of two zones can be equal, so what is kept goes by the zone as well.
    value = localise(value, zone)
    return format_html(
        '<time datetime="{}" title="{}">{}</time>',
        value.isoformat(timespec="seconds"),
        f"{formats.date_format(value, 'DATE_FORMAT')}, {value:%H:%M:%S %Z}",
        formats.date_format(value, "DATETIME_FORMAT"),
    )


@register.filter
def day(value):
    """A date."""
    return "" if value is None else format_day(value, translation.get_language())


@lru_cache(maxsize=2000)
def format_day(value, language):
    text = formats.date_format(value, "DATE_FORMAT")
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), text)


@register.filter
def amount(value, unit=""):
    """A number with all its decimals and with separators, and what it counts."""
    if value is None:
        return ""
    text = formats.number_format(value, use_l10n=True, force_grouping=True)
    return f"{text}\u00a0{unit}" if unit else text


@register.filter
def duration(value):
    """How long something lasts."""
    return "" if value is None else format_duration(value)


@register.filter
def mark(value):
    """Whether something is so: a mark to see, a word to hear."""
    return "" if value is None else format_mark(value, translation.get_language())


@lru_cache
def format_mark(value, language):
    sign, text = ("✓", _("Yes")) if value else ("✗", _("No"))
    return format_html(
        '<span class="sign" aria-hidden="true">{}</span>'
        '<span class="visually-hidden">{}</span>',
        sign,
        text,
    )


@register.filter
@lru_cache(maxsize=2000)
def tone(value):
    """The class of a badge for a value of an enumeration; style.css has its colours."""
    return mark_safe(f"tone-{find_tone(value)}")


@register.filter
def label(value, labels):
    """What people read for a value of an enumeration."""
    return labels.get(value, value)
