"""Pages of rows that cost the same however many rows there are.

Counting looks at every row, and so does skipping to a far page. In a large table it
stops where nobody turns pages any more: after 10,000 rows or, if the list is searched
or filtered, a few pages ahead. It then says "more than 80"; narrowing the list or
sorting it the other way round leads to what lies beyond.
"""

from django.core.paginator import Paginator
from django.db import connections
from django.db.models import Count, Exists, OuterRef, Value
from django.utils.formats import number_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from .ordering import QuerySetSequence, read_term

MOST = 10_000

# Pages beyond the one that is shown, whose rows are counted in any case.
AHEAD = 3

# Of so many rows SQLite finds those of the first pages sooner in the list's order.
MANY = 4_000
FIRST = 100


class LimitedPaginator(Paginator):
    """Pages of no more than `limit` rows; `is_cut` tells whether there are others."""

    limit = MOST
    is_cut = False
    is_long = False

    @cached_property
    def count(self):
        rows = self.object_list
        rows = rows.rows if isinstance(rows, QuerySetSequence) else rows
        found = count_rows(rows, self.limit)
        self.is_cut = found > self.limit
        self.is_long = self.is_cut or found > MANY
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
    if rows.query.distinct:
        return rows.values("pk").order_by()[: most + 1].count()
    # Where no column is asked for, an index may do. No field has such a name.
    found = rows.order_by().annotate(row_=Value(1)).values("row_")
    return found[: most + 1].aggregate(Count("row_"))["row___count"]


def find_rows(page):
    """Return the rows of a page of a long list, found in the way that is sooner.

    Where conditions are about what rows refer to, SQLite would begin there, find all
    rows and sort them for the few of a page, though an index has their order. So it is
    asked for their keys first, one row after the other in that order.
    """
    rows = page.paginator.object_list
    is_early = page.end_index() <= FIRST and hasattr(rows, "query")
    if not is_early or connections[rows.db].vendor != "sqlite":
        return page.object_list
    if not rows.query.standard_ordering:
        # They are turned round by `reverse()`, which their terms don't say.
        return page.object_list
    meta = rows.model._meta
    indexed = {index.fields[0] for index in meta.indexes if index.fields}
    order = rows.query.order_by or meta.ordering
    names = [read_term(term)[0] for term in order]
    is_indexed = indexed.issuperset(names[:1]) and names
    is_own = {"pk", *(field.name for field in meta.concrete_fields)}.issuperset(names)
    if len(rows.query.alias_map) < 2 or not is_indexed or not is_own:
        return page.object_list
    is_wanted = Exists(rows.order_by().filter(pk=OuterRef("pk")))
    keys = rows.model._base_manager.filter(is_wanted).order_by(*order)
    keys = keys.values_list("pk", flat=True)[page.start_index() - 1 : page.end_index()]
    return rows.filter(pk__in=list(keys))
