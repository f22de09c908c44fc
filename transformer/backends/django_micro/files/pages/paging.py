"""Pages of rows that cost the same however many rows there are.

Counting looks at every row, and so does skipping to a far page. In a large table it
stops where nobody turns pages any more: after 10,000 rows or, if the list is searched
or filtered, a few pages ahead. It then says "more than 80"; narrowing the list or
sorting it the other way round leads to what lies beyond.
"""

from django.core.paginator import Paginator
from django.utils.formats import number_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from .ordering import QuerySetSequence

MOST = 10_000

# Pages beyond the one that is shown, whose rows are counted in any case.
AHEAD = 3


class LimitedPaginator(Paginator):
    """Pages of no more than `limit` rows; `is_cut` tells whether there are others."""

    limit = MOST
    is_cut = False

    @cached_property
    def count(self):
        rows = self.object_list
        rows = rows.rows if isinstance(rows, QuerySetSequence) else rows
        found = count_rows(rows, self.limit)
        self.is_cut = found > self.limit
        return min(found, self.limit)

    def count_ahead(self, number):
        """Count no further than a few pages beyond the one with a number."""
        # So many digits are enough: nobody gets further than to the last page.
        text = str(number or "")[:9]
        asked = int(text) if text.isdecimal() else 1
        self.limit = min(asked + AHEAD, MOST // self.per_page) * self.per_page


def spell_position(page):
    """Where a page stands, such as "21–40 of 1,200"."""
    paginator = page.paginator
    total = number_format(paginator.count, use_l10n=True, force_grouping=True)
    # Only a LimitedPaginator knows of others.
    is_cut = getattr(paginator, "is_cut", False)
    total = _("more than %s") % total if is_cut else total
    if not page.has_other_pages():
        return total
    texts = {"first": page.start_index(), "last": page.end_index(), "total": total}
    return _("%(first)s–%(last)s of %(total)s") % texts


def spell_count(count, most):
    """A number of rows as people read it, such as "1,200", or "10,000+" for more."""
    text = number_format(min(count, most), use_l10n=True, force_grouping=True)
    return f"{text}+" if count > most else text


def count_rows(rows, most):
    """Return how many rows there are, and one more than the most if there are more."""
    if rows.query.annotations:
        # Django would compute what nobody counts.
        rows = rows.values("pk")
    return rows.order_by()[: most + 1].count()
