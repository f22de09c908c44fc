"""Pages of rows that cost the same however many rows there are.

Counting looks at every row, and so does skipping to a far page. Both stop at a limit
that is further than anybody turns pages: beyond it a list says "more than 10,000", and
search and filters lead to what lies there.
"""

from django.core.paginator import Page, Paginator
from django.utils.formats import number_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

MOST = 10_000

# Counting rows that match looks at many that don't.
MOST_MATCHES = 500


class LimitedPage(Page):
    @property
    def position(self):
        """Where the page stands, such as "21–40 of 1,200"."""
        total = number_format(self.paginator.count, use_l10n=True, force_grouping=True)
        total = _("more than %s") % total if self.paginator.is_cut else total
        if not self.has_other_pages():
            return total
        texts = {"first": self.start_index(), "last": self.end_index(), "total": total}
        return _("%(first)s–%(last)s of %(total)s") % texts


class LimitedPaginator(Paginator):
    """Pages of the first rows; `counted` is the queryset of them all."""

    def __init__(self, rows, size, counted, most):
        super().__init__(rows, size)
        self.counted = counted
        self.most = most

    @cached_property
    def found(self):
        return self.counted.order_by()[: self.most + 1].count()

    @property
    def is_cut(self):
        return self.found > self.most

    @property
    def count(self):
        return min(self.found, self.most)

    def _get_page(self, *args, **kwargs):
        return LimitedPage(*args, **kwargs)
